import type { SameWords } from '../../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  event: {
    name: 'Rydych wedi dod yn ofalwr neu wedi rhoi’r gorau i ofalu',
    short: 'Dod yn ofalwr neu roi’r gorau i ofalu',
    description: 'Rydych yn gofalu am rywun sy’n sâl, yn anabl neu’n hen, neu nid ydych yn gwneud hynny mwyach.',
    sections: {
      safety: 'Eich diogelwch',
      caring: 'Eich gofalu',
      person: 'Y person rydych yn gofalu amdano',
      home: 'Ble rydych yn byw',
      numbers: 'Rhifau sy’n helpu cyrff i ddod o hyd i chi',
    },
    beyond: [
      { text: 'Eich cyflogwr, eich ysgol neu’ch coleg. Dywedwch wrthynt eich hun.' },
      {
        text: 'Meddyg teulu’r person rydych yn gofalu amdano, a’ch meddyg teulu chi. Gofynnwch i’r ddau nodi eich bod yn ofalwr.',
        href: 'https://111.wales.nhs.uk/localservices/?locale=cy',
      },
    ],
    yourself: [
      { text: 'dod o hyd i help a chyngor i ofalwyr', href: 'https://www.carersuk.org/' },
      {
        text: 'gofyn i’ch cyflogwr am eich hawl i absenoldeb gofalwr',
        href: 'https://www.gov.uk/carers-leave',
      },
      { text: 'gwirio pa fudd-daliadau y gallech eu cael', href: 'https://www.gov.uk/benefits-calculators' },
    ],
    tooYoung: {
      title: 'Mae’n rhaid i chi fod yn 16 oed neu’n hŷn i roi gwybod eich bod yn ofalwr',
      paragraphs: [
        'Os ydych o dan 16 oed ac yn gofalu am rywun, rydych yn ofalwr ifanc. Mae’n rhaid i’ch cyngor gynnig darganfod pa help sydd ei angen arnoch.',
        'Gall athro, nyrs ysgol neu feddyg eich helpu i ofyn amdano.',
      ],
    },
  },
  questions: {
    change: {
      title: 'A ydych wedi dod yn ofalwr neu wedi rhoi’r gorau i ofalu?',
      row: 'Dod yn ofalwr neu roi’r gorau i ofalu',
      hint: 'Mae gofalwr yn gofalu am rywun sy’n sâl, yn anabl neu’n hen, heb gael ei dalu i’w wneud fel swydd.',
      options: {
        started: 'Rwyf wedi dod yn ofalwr, neu byddaf yn dod yn un',
        stopped: 'Rwyf wedi rhoi’r gorau iddi, neu byddaf yn gwneud hynny',
      },
      errors: { blank: 'Dewiswch a ydych wedi dod yn ofalwr neu wedi rhoi’r gorau i ofalu' },
    },
    when: {
      title: 'Beth yw dyddiad y newid?',
      row: 'Dyddiad y newid',
      hint: 'Gall fod yn y gorffennol neu yn y dyfodol. Er enghraifft, 27 3 2026.',
      errors: {
        blank: 'Rhowch ddyddiad y newid',
        partlyBlank: (missing: string) => `Mae’n rhaid i ddyddiad y newid gynnwys ${missing}`,
        notReal: 'Mae’n rhaid i ddyddiad y newid fod yn ddyddiad go iawn',
        tooEarly: (date: string) => `Mae’n rhaid i ddyddiad y newid fod ar neu ar ôl ${date}`,
        tooLate: (date: string) => `Mae’n rhaid i ddyddiad y newid fod ar neu cyn ${date}`,
      },
    },
    consent: {
      title: 'Caniatâd i roi manylion y person rydych yn gofalu amdano',
      row: 'Caniatâd y person rydych yn gofalu amdano',
      paragraphs: [
        'Rydym yn gofyn am eu henw, eu dyddiad geni, ble maent yn byw a pha fudd-dal maent yn ei gael. Gofynnwch iddynt yn gyntaf a gewch roi’r rhain i ni.',
        'Os na allant benderfynu drostynt eu hunain, cewch benderfynu drostynt os ydych yn rhiant neu’n warcheidwad iddynt, neu os cewch weithredu ar eu rhan yn ôl y gyfraith. Er enghraifft, mae gennych atwrneiaeth.',
      ],
      label: 'Mae gennyf eu caniatâd i roi eu manylion, neu caf benderfynu drostynt',
      errors: { blank: 'Cadarnhewch fod gennych eu caniatâd i roi eu manylion, neu y cewch benderfynu drostynt' },
    },
    knownPerson: {
      title: 'Am ba un o’r bobl hyn rydych yn gofalu?',
      row: 'Am bwy rydych yn gofalu',
      hint: 'Rydych wedi dweud wrthym amdanynt o’r blaen. Os ydych yn gofalu am fwy nag un person, anfonwch adroddiad am bob un.',
      options: { other: 'Rhywun arall' },
      errors: { blank: 'Dewiswch am bwy rydych yn gofalu, neu dewiswch ‘Rhywun arall’' },
    },
    names: {
      title: 'Beth yw enw’r person rydych yn gofalu amdano?',
      row: 'Enw',
      hint: 'Os ydych yn gofalu am fwy nag un person, anfonwch adroddiad am bob un.',
      errors: {
        firstBlank: 'Rhowch eu henwau cyntaf',
        lastBlank: 'Rhowch eu cyfenw',
        tooLong: 'Mae’n rhaid i bob rhan o’u henw fod yn 100 nod neu lai',
      },
    },
    birthDate: {
      title: 'Beth yw eu dyddiad geni?',
      row: 'Dyddiad geni',
      hint: 'Mae’n helpu cyrff i ddod o hyd i’r person cywir. Er enghraifft, 27 3 1952.',
      errors: {
        blank: 'Rhowch eu dyddiad geni',
        partlyBlank: (missing: string) => `Mae’n rhaid i’w dyddiad geni gynnwys ${missing}`,
        notReal: 'Mae’n rhaid i’w dyddiad geni fod yn ddyddiad go iawn',
        tooEarly: (date: string) => `Mae’n rhaid i’w dyddiad geni fod ar neu ar ôl ${date}`,
        tooLate: () => 'Mae’n rhaid i’w dyddiad geni fod heddiw neu yn y gorffennol',
      },
    },
    sameAddress: {
      title: 'A ydynt yn byw yn yr un cyfeiriad â chi?',
      row: 'Maent yn byw gyda mi',
      options: { yes: 'Ydynt', no: 'Nac ydynt' },
      errors: { blank: 'Dewiswch ‘Ydynt’ os ydynt yn byw yn yr un cyfeiriad â chi' },
    },
    postcode: { title: 'Beth yw eu cod post?' },
    addressChoice: { title: 'Pa un yw eu cyfeiriad?', row: 'Eu cyfeiriad' },
    addressByHand: { title: 'Beth yw eu cyfeiriad?', row: 'Eu cyfeiriad' },
    hours: {
      title: 'Sawl awr yr wythnos rydych yn gofalu amdanynt?',
      row: 'Oriau gofal yr wythnos',
      hint: 'Cyfrwch bopeth a wnewch: coginio, golchi, siopa, mynd at y meddyg gyda nhw, a bod yno rhag ofn bod eich angen arnynt.',
      options: { 'under-20': 'Llai nag 20 awr', '20-to-34': '20 i 34 awr', '35-or-more': '35 awr neu fwy' },
      optionHints: { '35-or-more': 'Efallai y gallwch gael Lwfans Gofalwr.' },
      errors: { blank: 'Dewiswch sawl awr yr wythnos rydych yn gofalu amdanynt' },
    },
    benefit: {
      title: 'Pa un o’r budd-daliadau hyn maent yn ei gael?',
      row: 'Budd-dal y person rydych yn gofalu amdano',
      hint: 'Dim ond os ydynt yn cael un o’r rhain y gallwch gael arian am ofalu. Edrychwch ar lythyr neu gyfriflen banc, neu gofynnwch iddynt. Efallai eu bod yn cael mwy nag un. Yna dewiswch yr un sy’n helpu i dalu am ofal.',
      options: {
        'personal-independence-payment': 'Taliad Annibyniaeth Personol (PIP)',
        'disability-living-allowance': 'Lwfans Byw i’r Anabl (DLA)',
        'attendance-allowance': 'Lwfans Gweini',
        'adult-disability-payment': 'Taliad Anabledd Oedolion (yr Alban)',
        'child-disability-payment': 'Taliad Anabledd Plant (yr Alban)',
        'pension-age-disability-payment': 'Taliad Anabledd Oedran Pensiwn (yr Alban)',
        'armed-forces-independence-payment': 'Taliad Annibyniaeth y Lluoedd Arfog',
        'constant-attendance-allowance': 'Lwfans Gweini Cyson',
        none: 'Dim un o’r rhain',
      },
      errors: { blank: 'Dewiswch pa un o’r budd-daliadau hyn maent yn ei gael, neu dewiswch ‘Dim un o’r rhain’' },
    },
  },
  fields: { cared_for: 'Y person rydych yn gofalu amdano' },
  consequences: {
    theirBenefits: {
      title: 'Efallai y bydd y person rydych yn gofalu amdano yn cael llai o arian',
      paragraphs: [
        'Efallai eu bod yn cael arian ychwanegol oherwydd anabledd difrifol. Fel arfer mae’n dod i ben pan gewch Lwfans Gofalwr am ofalu amdanynt. Efallai hefyd y bydd yn rhaid iddynt dalu mwy o Dreth Gyngor.',
        'Cyn i chi hawlio, gofynnwch i’r swyddfa sy’n eu talu.',
      ],
      link: {
        text: 'Gweld beth mae Lwfans Gofalwr yn ei wneud i fudd-daliadau eraill',
        href: 'https://www.gov.uk/carers-allowance/effect-on-other-benefits',
      },
    },
    paymentsStop: {
      title: 'Bydd arian rydych yn ei gael am ofalu yn dod i ben',
      paragraphs: [
        'Mae Lwfans Gofalwr, Taliad Cymorth Gofalwyr a Chredyd Cynhwysol ychwanegol i ofalwyr yn dod i ben pan fyddwch yn rhoi’r gorau i ofalu.',
        'Os cewch eich talu ar ôl hynny, bydd yn rhaid i chi ei dalu’n ôl. Dywedwch wrthym cyn gynted ag y gallwch.',
      ],
      link: {
        text: 'Darllen am newidiadau y mae’n rhaid i chi roi gwybod amdanynt',
        href: 'https://www.gov.uk/carers-allowance-report-change',
      },
    },
  },
  handOffs: {
    allowance: { text: 'hawlio Lwfans Gofalwr os ydych yn byw yng Nghymru neu Loegr' },
    scotland: { text: 'gwneud cais am Daliad Cymorth Gofalwyr os ydych yn byw yn yr Alban' },
    credit: { text: 'gwneud cais am Gredyd Gofalwr, sy’n diogelu eich Pensiwn y Wladwriaeth' },
    assessment: { text: 'gofyn i’ch cyngor am asesiad gofalwr' },
  },
}
