import type { SameWords } from '../../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  event: {
    name: 'Rydych wedi priodi neu ffurfio partneriaeth sifil',
    short: 'Priodas neu bartneriaeth sifil',
    description: 'Gall hyn newid eich treth, eich budd-daliadau a’ch pensiwn.',
    sections: {
      safety: 'Eich diogelwch',
      ceremony: 'Eich priodas neu’ch partneriaeth sifil',
      partner: 'Eich partner',
      name: 'Eich enw',
      home: 'Ble rydych yn byw',
      numbers: 'Rhifau sy’n helpu cyrff i ddod o hyd i chi',
    },
    beyond: [
      {
        text: 'Eich pensiynau preifat a’ch pensiynau gwaith. Gofynnwch iddynt pwy sy’n cael eich pensiwn os byddwch yn marw.',
        href: 'https://www.gov.uk/find-pension-contact-details',
      },
      { text: 'Eich banc, eich cyflogwr, eich landlord a’ch yswirwyr. Dywedwch wrthynt eich hun.' },
    ],
    yourself: [
      {
        text: 'gwneud cais am Lwfans Priodasol, os nad yw Cyllid a Thollau EF yn ei gynnig i chi',
        href: 'https://www.gov.uk/marriage-allowance',
      },
      {
        text: 'gwneud ewyllys newydd: yng Nghymru, Lloegr a Gogledd Iwerddon, nid yw un a wnaethoch o’r blaen yn cyfrif mwyach fel arfer',
        href: 'https://www.gov.uk/make-will/updating-your-will',
      },
      { text: 'rhoi gwybod am eich cyfeiriad newydd, os ydych wedi symud', href: '/report' },
      {
        text: 'cael help os nad oeddech am briodi',
        href: 'https://www.gov.uk/stop-forced-marriage',
      },
    ],
    tooYoung: {
      title: 'Mae’n rhaid i chi fod yn 16 oed neu’n hŷn i roi gwybod am briodas neu bartneriaeth sifil',
      paragraphs: [
        'Ni all neb yn y DU briodi na ffurfio partneriaeth sifil cyn ei fod yn 16 oed. Yng Nghymru a Lloegr mae’n rhaid i chi fod yn 18 oed.',
        'Os oes unrhyw un yn eich gorfodi i briodi, ffoniwch yr Uned Priodasau dan Orfod ar 020 7008 0151. Os ydych mewn perygl nawr, ffoniwch 999.',
      ],
    },
  },
  questions: {
    kind: {
      title: 'A wnaethoch briodi neu ffurfio partneriaeth sifil?',
      row: 'Beth ddigwyddodd',
      options: { marriage: 'Rwyf wedi priodi', 'civil-partnership': 'Rwyf wedi ffurfio partneriaeth sifil' },
      errors: { blank: 'Dewiswch a wnaethoch briodi neu ffurfio partneriaeth sifil' },
    },
    when: {
      title: 'Beth oedd dyddiad y seremoni?',
      row: 'Dyddiad y seremoni',
      hint: 'Neu’r dyddiad y gwnaethoch lofnodi’r gofrestr. Er enghraifft, 27 3 2026.',
      errors: {
        blank: 'Rhowch ddyddiad y seremoni',
        partlyBlank: (missing: string) => `Mae’n rhaid i ddyddiad y seremoni gynnwys ${missing}`,
        notReal: 'Mae’n rhaid i ddyddiad y seremoni fod yn ddyddiad go iawn',
        tooEarly: (date: string) => `Mae’n rhaid i ddyddiad y seremoni fod ar neu ar ôl ${date}`,
        tooLate: () => 'Mae’n rhaid i ddyddiad y seremoni fod heddiw neu yn y gorffennol',
      },
    },
    place: {
      title: 'Ble roedd y seremoni?',
      row: 'Lleoliad y seremoni',
      hint: 'Rhowch yr adeilad a’r dref. Os oedd y tu allan i’r DU, rhowch y wlad hefyd.',
      errors: {
        blank: 'Rhowch ble roedd y seremoni',
        wrong: 'Mae’n rhaid i leoliad y seremoni fod yn 100 nod neu lai',
      },
    },
    registration: {
      title: 'Beth yw’r rhif ar eich tystysgrif? (dewisol)',
      row: 'Rhif ar y dystysgrif',
      hint: 'Gall fod yn rhif cofnod neu’n rhif cofrestru. Gadewch yn wag os nad yw’r dystysgrif gennych eto.',
      errors: {
        blank: 'Rhowch y rhif ar eich tystysgrif',
        wrong: 'Rhowch y rhif fel y mae ar y dystysgrif, gydag o leiaf un digid a dim mwy na 40 nod',
      },
    },
    consent: {
      title: 'Caniatâd i roi manylion eich partner',
      row: 'Caniatâd eich partner',
      paragraphs: [
        'Rydym yn gofyn am enw a dyddiad geni eich partner, oherwydd mae gan rai cyrff un cofnod ar gyfer y ddau ohonoch. Gofynnwch i’ch partner yn gyntaf a gewch roi’r rhain i ni.',
        'Os yw eich partner hefyd am ddweud wrth gyrff cyhoeddus, gall anfon ei adroddiad ei hun.',
      ],
      label: 'Mae gennyf ganiatâd fy mhartner i roi ei enw a’i ddyddiad geni',
      errors: { blank: 'Cadarnhewch fod gennych ganiatâd eich partner i roi ei fanylion' },
    },
    partnerChoice: {
      title: 'Pwy yw eich partner?',
      options: { kept: 'Y partner y dywedoch wrthym amdano o’r blaen', other: 'Rhywun arall' },
      errors: { blank: 'Dewiswch pwy yw eich partner' },
    },
    partnerNames: {
      title: 'Beth yw enw eich partner?',
      row: 'Enw eich partner',
      hint: 'Rhowch yr enw a oedd ganddo cyn y seremoni.',
      errors: {
        firstBlank: 'Rhowch enwau cyntaf eich partner',
        lastBlank: 'Rhowch gyfenw eich partner',
        tooLong: 'Mae’n rhaid i bob rhan o enw eich partner fod yn 100 nod neu lai',
      },
    },
    partnerBirthDate: {
      title: 'Beth yw dyddiad geni eich partner?',
      row: 'Dyddiad geni eich partner',
      hint: 'Er enghraifft, 27 3 1996.',
      errors: {
        blank: 'Rhowch ddyddiad geni eich partner',
        partlyBlank: (missing: string) => `Mae’n rhaid i ddyddiad geni eich partner gynnwys ${missing}`,
        notReal: 'Mae’n rhaid i ddyddiad geni eich partner fod yn ddyddiad go iawn',
        tooEarly: (date: string) => `Mae’n rhaid i ddyddiad geni eich partner fod ar neu ar ôl ${date}`,
        tooLate: (date: string) => `Mae’n rhaid i ddyddiad geni eich partner fod ar neu cyn ${date}`,
      },
    },
    nameChanges: {
      title: 'A yw eich enw’n newid?',
      row: 'Mae eich enw’n newid',
      hint: 'Os yw’n newid, byddwch yn rhoi gwybod am eich enw newydd ar ôl hyn. Mae cyrff yn cadw eich hen enw tan hynny.',
      options: { yes: 'Ydy, mae fy enw’n newid', no: 'Nac ydy, rwy’n cadw fy enw' },
      errors: { blank: 'Dewiswch ‘Ydy’ os yw eich enw’n newid' },
    },
  },
  consequences: {
    jointClaim: {
      title: 'Efallai y bydd yn rhaid i chi hawlio Credyd Cynhwysol gyda’ch gilydd',
      paragraphs: [
        'Os yw un ohonoch yn cael Credyd Cynhwysol a’ch bod yn byw gyda’ch gilydd, mae angen hawliad ar y cyd arnoch. Gall y swm a delir i chi godi neu ostwng.',
        'Gofynnir i’r ddau ohonoch am eich arian.',
      ],
      link: {
        text: 'Credyd Cynhwysol os ydych yn byw gyda’ch partner',
        href: 'https://www.gov.uk/credyd-cynhwysol/cymhwysedd',
      },
    },
    widowed: {
      title: 'Mae rhai taliadau’n dod i ben pan fyddwch yn priodi neu’n ffurfio partneriaeth sifil',
      paragraphs: [
        'Pensiynau a budd-daliadau rydych yn eu cael am fod partner wedi marw yw’r rhain gan mwyaf. Er enghraifft, Lwfans Rhiant Gweddw a rhai pensiynau gwaith.',
        'Os ydych yn cael un o’r rhain, gofynnwch i’r sawl sy’n ei dalu beth fydd yn newid.',
      ],
    },
  },
  handOffs: {
    name: { text: 'Rhoi gwybod am eich enw newydd' },
  },
  fields: { kind: 'Priodas neu bartneriaeth sifil', partner: 'Eich partner' },
}
