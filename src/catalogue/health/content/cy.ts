import type { SameWords } from '../../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  event: {
    name: 'Mae gennych gyflwr iechyd neu anabledd',
    short: 'Cyflwr iechyd neu anabledd',
    description:
      'Mae’n newydd neu wedi gwaethygu. Chi sy’n dewis wrth bwy y byddwn yn dweud, ond mae’n rhaid i DVLA wybod am rai cyflyrau os ydych yn gyrru.',
    sections: {
      safety: 'Eich diogelwch',
      condition: 'Eich cyflwr',
      life: 'Eich bywyd bob dydd',
      driving: 'Gyrru',
      home: 'Ble rydych yn byw',
      numbers: 'Rhifau sy’n helpu cyrff i ddod o hyd i chi',
    },
    beyond: [
      { text: 'Eich meddyg. Nid oes neb yma yn dweud wrth eich meddyg, ac nid yw eich meddyg yn dweud dim wrthym ni.' },
      { text: 'Eich cyflogwr, eich ysgol ac yswiriwr eich car. Dywedwch wrth eich yswiriwr os ydych yn gyrru.' },
      {
        text: 'Yng Ngogledd Iwerddon, yr Asiantaeth Gyrwyr a Cherbydau (DVA). Dywedwch wrthi eich hun os ydych yn gyrru.',
        href: 'https://www.nidirect.gov.uk/information-and-services/motoring',
      },
    ],
    yourself: [
      { text: 'cael gwybod mwy am eich cyflwr a gyrru', href: 'https://www.gov.uk/health-conditions-and-driving' },
      {
        text: 'dweud wrth yswiriwr eich car, neu efallai na fydd eich yswiriant yn ddilys mwyach',
        href: 'https://www.gov.uk/vehicle-insurance',
      },
      { text: 'gofyn am help yn y gwaith', href: 'https://www.gov.uk/access-to-work' },
    ],
    tooYoung: {
      title: 'Mae’n rhaid i chi fod yn 16 oed neu’n hŷn i roi gwybod am gyflwr iechyd',
      paragraphs: [
        'Os ydych o dan 16 oed, gall rhiant neu warcheidwad ofyn am help i chi.',
        'Gallant hawlio Lwfans Byw i’r Anabl, a gofyn am Fathodyn Glas.',
      ],
    },
  },
  questions: {
    conditions: {
      title: 'Pa fath o gyflwr sydd gennych?',
      row: 'Math o gyflwr',
      hint: 'Dewiswch bob un sy’n berthnasol. Nid ydym yn gofyn am fwy na hyn. Cyn i unrhyw beth gael ei anfon, byddwch yn gweld pwy sy’n cael gwybod a pham.',
      options: {
        sight: 'Golwg, mewn ffordd nad yw sbectol yn ei chywiro',
        epilepsy: 'Epilepsi, ffitiau neu lewygon',
        heart: 'Y galon',
        'insulin-diabetes': 'Diabetes sy’n cael ei drin ag inswlin',
        mobility: 'Cerdded, symud neu ddefnyddio eich breichiau neu’ch coesau',
        'mental-health': 'Iechyd meddwl',
        'learning-disability': 'Anabledd dysgu',
        dementia: 'Dementia neu golli cof tebyg',
        other: 'Math arall',
        'not-said': 'Byddai’n well gennyf beidio â dweud',
      },
      errors: {
        blank: 'Dewiswch pa fath o gyflwr sydd gennych, neu dewiswch ‘Byddai’n well gennyf beidio â dweud’',
        contradiction:
          'Dewiswch pa fath o gyflwr sydd gennych, neu dewiswch ‘Byddai’n well gennyf beidio â dweud’, nid y ddau',
      },
    },
    since: {
      title: 'Pryd y dechreuodd neu y gwaethygodd eich cyflwr?',
      row: 'Pryd y dechreuodd neu y gwaethygodd y cyflwr',
      hint: 'Os mai dim ond y flwyddyn, neu’r mis a’r flwyddyn, rydych yn eu gwybod, rhowch hynny. Er enghraifft, 3 2026.',
      errors: {
        blank: 'Rhowch pryd y dechreuodd neu y gwaethygodd eich cyflwr',
        partlyBlank: (missing: string) =>
          `Mae’n rhaid i’r dyddiad y dechreuodd neu y gwaethygodd eich cyflwr gynnwys ${missing}`,
        notReal: 'Mae’n rhaid i’r dyddiad y dechreuodd neu y gwaethygodd eich cyflwr fod yn ddyddiad go iawn',
        tooEarly: (date: string) =>
          `Mae’n rhaid i’r dyddiad y dechreuodd neu y gwaethygodd eich cyflwr fod ar neu ar ôl ${date}`,
        tooLate: () =>
          'Mae’n rhaid i’r dyddiad y dechreuodd neu y gwaethygodd eich cyflwr fod heddiw neu yn y gorffennol',
      },
    },
    dailyLife: {
      title: 'A yw eich cyflwr yn gwneud bywyd bob dydd yn anoddach?',
      row: 'Yn gwneud bywyd bob dydd yn anoddach',
      hint: 'Er enghraifft, ymolchi, gwisgo, coginio, bwyta, darllen neu fod gyda phobl.',
      options: { yes: 'Ydy', no: 'Nac ydy' },
      errors: { blank: 'Dewiswch ‘Ydy’ os yw eich cyflwr yn gwneud bywyd bob dydd yn anoddach' },
    },
    movingAround: {
      title: 'A yw eich cyflwr yn ei gwneud yn anoddach symud o gwmpas?',
      row: 'Yn ei gwneud yn anoddach symud o gwmpas',
      hint: 'Er enghraifft, cerdded, mynd i mewn ac allan o gar, neu ddod o hyd i’r ffordd.',
      options: { yes: 'Ydy', no: 'Nac ydy' },
      errors: { blank: 'Dewiswch ‘Ydy’ os yw eich cyflwr yn ei gwneud yn anoddach symud o gwmpas' },
    },
    licence: {
      title: 'A oes gennych drwydded yrru?',
      row: 'Trwydded yrru',
      hint: 'Mae trwydded dros dro yn cyfrif hefyd.',
      options: { yes: 'Oes', no: 'Nac oes' },
      errors: { blank: 'Dewiswch ‘Oes’ os oes gennych drwydded yrru' },
    },
    driving: {
      title: 'A allai eich cyflwr ei gwneud yn llai diogel i chi yrru?',
      row: 'Gallai wneud gyrru’n llai diogel',
      hint: 'Os dewiswch ‘Nid wyf yn gwybod’, byddwn yn dweud wrth DVLA. Bydd yn canfod hynny gyda chi.',
      options: { yes: 'Gallai', no: 'Na allai' },
      errors: { blank: 'Dewiswch ‘Gallai’ os gallai eich cyflwr ei gwneud yn llai diogel i chi yrru' },
    },
  },
  fields: { driving_conditions: 'Cyflyrau y mae’n rhaid i DVLA wybod amdanynt' },
  consequences: {
    stopDriving: {
      title: 'Efallai y bydd yn rhaid i chi roi’r gorau i yrru',
      paragraphs: [
        'DVLA sy’n penderfynu a allwch barhau i yrru. Efallai y bydd yn gofyn i’ch meddyg. Gall adael i chi gadw eich trwydded, rhoi un i chi am gyfnod byrrach, neu ei chymryd oddi arnoch.',
        'Mae’r gyfraith yn dweud bod yn rhaid i chi ddweud wrth DVLA. Gallech gael dirwy o hyd at £1,000 os na wnewch hynny. Gallech hefyd gael eich erlyn os cewch ddamwain.',
        'Gofynnwch i’ch meddyg a yw’n ddiogel i chi yrru nawr.',
      ],
      link: {
        text: 'Darllen am gyflyrau iechyd a gyrru',
        href: 'https://www.gov.uk/driving-medical-conditions',
      },
    },
    benefitReview: {
      title: 'Efallai y bydd budd-dal rydych yn ei gael yn newid',
      paragraphs: [
        'Os ydych yn cael Taliad Annibyniaeth Personol, efallai y bydd yr Adran Gwaith a Phensiynau yn edrych arno eto. Gall godi, gostwng, aros yr un fath neu ddod i ben.',
        'Mae’n rhaid i chi ddweud wrthi os oes angen mwy neu lai o help arnoch nag o’r blaen.',
      ],
      link: {
        text: 'Darllen am newidiadau y mae’n rhaid i chi roi gwybod amdanynt',
        href: 'https://www.gov.uk/pip/change-of-circumstances',
      },
    },
  },
  handOffs: {
    independencePayment: { text: 'hawlio Taliad Annibyniaeth Personol os ydych o dan oedran Pensiwn y Wladwriaeth' },
    scotland: { text: 'gwneud cais am Daliad Anabledd Oedolion yn lle hynny os ydych yn byw yn yr Alban' },
    attendanceAllowance: { text: 'hawlio Lwfans Gweini os ydych dros oedran Pensiwn y Wladwriaeth' },
    blueBadge: { text: 'gwneud cais am Fathodyn Glas, i barcio’n nes at y lle rydych yn mynd' },
  },
}
