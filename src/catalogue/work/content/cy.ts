import type { SameWords } from '../../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  event: {
    name: 'Mae eich gwaith neu’ch incwm wedi newid',
    short: 'Newid mewn gwaith neu incwm',
    description: 'Rydych wedi dechrau neu orffen gweithio, neu rydych yn cael mwy neu lai o arian nag o’r blaen.',
    sections: {
      safety: 'Eich diogelwch',
      work: 'Eich gwaith',
      income: 'Eich oriau a’ch cyflog',
      children: 'Plant sydd yn yr ysgol',
      home: 'Ble rydych yn byw',
      numbers: 'Rhifau sy’n helpu cyrff i ddod o hyd i chi',
    },
    beyond: [
      { text: 'Eich banc, eich landlord a’ch cynllun pensiwn. Dywedwch wrthynt eich hun.' },
      {
        text: 'Eich hen gyflogwr. Mae’n rhaid iddo roi P45 i chi pan fyddwch yn gorffen gweithio.',
        href: 'https://www.gov.uk/paye-forms-p45-p60-p11d',
      },
    ],
    yourself: [
      { text: 'gwirio eich cod treth a’ch Treth Incwm', href: 'https://www.gov.uk/check-income-tax-current-year' },
      { text: 'gwirio pa fudd-daliadau y gallech eu cael', href: 'https://www.gov.uk/benefits-calculators' },
      {
        text: 'rhoi gwybod i Gredyd Cynhwysol yn eich cyfrif ar-lein',
        href: 'https://www.gov.uk/sign-in-universal-credit',
      },
    ],
    tooYoung: {
      title: 'Mae’n rhaid i chi fod yn 16 oed neu’n hŷn i roi gwybod am newid mewn gwaith neu incwm',
      paragraphs: [
        'Mae’r rhan fwyaf o gyrff yn delio â phobl o’ch oed chi drwy riant neu warcheidwad.',
        'Gall eich ysgol neu’ch cyngor ddweud wrthych am y rheolau ar gyfer gweithio cyn eich bod yn 16 oed.',
      ],
    },
  },
  questions: {
    change: {
      title: 'Beth sydd wedi newid?',
      row: 'Newid mewn gwaith neu incwm',
      options: {
        started: 'Rwyf wedi dechrau gweithio, neu byddaf yn dechrau',
        stopped: 'Rwyf wedi gorffen gweithio, neu byddaf yn gorffen',
        'income-changed': 'Rwy’n cael mwy neu lai o arian nag o’r blaen',
      },
      optionHints: {
        started: 'Gall hyn fod yn swydd, neu’n waith i chi’ch hun.',
        stopped: 'Gall hyn fod yn un swydd o blith sawl un.',
        'income-changed': 'Er enghraifft, rydych yn gweithio mwy neu lai o oriau, neu mae eich cyflog wedi newid.',
      },
      errors: { blank: 'Dewiswch beth sydd wedi newid' },
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
    inAJob: {
      title: 'A yw’r newid yn ymwneud â swydd?',
      row: 'Mae’n ymwneud â swydd',
      hint: 'Dewiswch ‘Nac ydy’ os yw’n ymwneud â rhywbeth arall, fel pensiwn, cynilion neu rent.',
      options: { yes: 'Ydy', no: 'Nac ydy' },
      errors: { blank: 'Dewiswch ‘Ydy’ os yw’r newid yn ymwneud â swydd' },
    },
    jobs: {
      title: 'Swyddi sydd wedi newid',
      row: 'Swyddi',
      item: (number: number) => `Manylion swydd ${number}`,
      each: (number: number) => `Swydd ${number}`,
      another: 'A oes angen i chi ychwanegu swydd arall?',
      errors: {
        blank: 'Dewiswch ‘Oes’ os oes angen i chi ychwanegu swydd arall',
        full: 'Ni allwch ychwanegu mwy na 10 o swyddi',
      },
    },
    employer: {
      title: 'Enw’r cyflogwr',
      row: 'Cyflogwr',
      hint: 'Os ydych yn gweithio i chi’ch hun, rhowch enw eich busnes.',
      errors: { blank: 'Rhowch enw’r cyflogwr', wrong: 'Mae’n rhaid i enw’r cyflogwr fod yn 100 nod neu lai' },
    },
    payeReference: {
      title: 'Cyfeirnod TWE y cyflogwr (dewisol)',
      row: 'Cyfeirnod TWE',
      hint: 'Mae ar eich slip cyflog, eich P45 neu’ch P60. Er enghraifft, 123/AB456.',
      errors: {
        blank: 'Rhowch gyfeirnod TWE y cyflogwr',
        wrong: 'Rhowch gyfeirnod TWE sy’n 3 rhif, blaenslaes, yna llythrennau neu rifau, fel 123/AB456',
      },
    },
    jobDate: {
      title: 'Dyddiad y newid i’r swydd hon (dewisol)',
      row: 'Dyddiad y newid',
      hint: 'Dim ond os yw’r dyddiad yn wahanol i’r un a roesoch o’r blaen y mae angen hwn. Er enghraifft, 27 3 2026.',
      errors: {
        blank: 'Rhowch ddyddiad y newid i’r swydd hon',
        partlyBlank: (missing: string) => `Mae’n rhaid i ddyddiad y newid i’r swydd hon gynnwys ${missing}`,
        notReal: 'Mae’n rhaid i ddyddiad y newid i’r swydd hon fod yn ddyddiad go iawn',
        tooEarly: (date: string) => `Mae’n rhaid i ddyddiad y newid i’r swydd hon fod ar neu ar ôl ${date}`,
        tooLate: (date: string) => `Mae’n rhaid i ddyddiad y newid i’r swydd hon fod ar neu cyn ${date}`,
      },
    },
    hours: {
      title: 'Sawl awr yr wythnos rydych yn gweithio ar ôl y newid?',
      row: 'Oriau gwaith yr wythnos',
      hint: 'Cyfrwch eich holl swyddi. Os yw’n wahanol o wythnos i wythnos, dewiswch beth sy’n arferol.',
      options: {
        none: 'Dim, nid wyf yn gweithio',
        'under-16': 'Llai na 16 awr',
        '16-to-29': '16 i 29 awr',
        '30-or-more': '30 awr neu fwy',
      },
      errors: { blank: 'Dewiswch sawl awr yr wythnos rydych yn gweithio ar ôl y newid' },
    },
    pay: {
      title: 'Faint rydych yn cael eich talu mewn blwyddyn ar ôl y newid?',
      row: 'Cyflog blynyddol cyn treth',
      hint: 'Cyfrwch eich holl swyddi, cyn treth. Mae swm bras yn ddigon.',
      options: {
        none: 'Dim byd',
        'up-to-7400': 'Hyd at £7,400',
        '7401-to-12570': '£7,401 i £12,570',
        '12571-to-28000': '£12,571 i £28,000',
        '28001-to-50270': '£28,001 i £50,270',
        'over-50270': 'Mwy na £50,270',
      },
      optionHints: {
        'up-to-7400': 'Tua £617 y mis neu lai',
        '7401-to-12570': 'Tua £617 i £1,048 y mis',
        '12571-to-28000': 'Tua £1,048 i £2,333 y mis',
        '28001-to-50270': 'Tua £2,333 i £4,189 y mis',
        'over-50270': 'Tua £4,189 y mis neu fwy',
      },
      errors: { blank: 'Dewiswch faint rydych yn cael eich talu mewn blwyddyn ar ôl y newid' },
    },
    moreOrLess: {
      title: 'A ydych yn cael mwy neu lai o arian nag o’r blaen?',
      row: 'Incwm o’i gymharu â chynt',
      options: { more: 'Mwy nag o’r blaen', less: 'Llai nag o’r blaen', same: 'Tua’r un faint' },
      errors: { blank: 'Dewiswch a ydych yn cael mwy neu lai o arian nag o’r blaen' },
    },
    knownChildren: {
      title: 'Pa rai o’r plant hyn sy’n byw gyda chi ac yn mynd i’r ysgol?',
      row: 'Plant sydd yn yr ysgol',
      hint: 'Rydych wedi dweud wrthym amdanynt o’r blaen. Efallai y gall eich cyngor roi prydau ysgol am ddim iddynt.',
      options: { others: 'Plentyn arall', none: 'Dim un o’r rhain' },
      errors: {
        blank: 'Dewiswch pa blant sy’n byw gyda chi ac yn mynd i’r ysgol, neu dewiswch ‘Dim un o’r rhain’',
        contradiction:
          'Dewiswch pa blant sy’n byw gyda chi ac yn mynd i’r ysgol, neu dewiswch ‘Dim un o’r rhain’, nid y ddau',
      },
    },
    hasChildren: {
      title: 'A oes unrhyw blant sy’n mynd i’r ysgol yn byw gyda chi?',
      row: 'Plant sydd yn yr ysgol',
      hint: 'Efallai y gall eich cyngor roi prydau ysgol am ddim iddynt.',
      options: { yes: 'Oes', no: 'Nac oes' },
      errors: { blank: 'Dewiswch ‘Oes’ os oes unrhyw blant sy’n mynd i’r ysgol yn byw gyda chi' },
    },
    children: {
      title: 'Plant sy’n mynd i’r ysgol',
      row: 'Plant sy’n mynd i’r ysgol',
      item: (number: number) => `Manylion plentyn ${number} sydd yn yr ysgol`,
      each: (number: number) => `Plentyn ${number}`,
      another: 'A oes angen i chi ychwanegu plentyn arall?',
      errors: {
        blank: 'Dewiswch ‘Oes’ os oes angen i chi ychwanegu plentyn arall',
        full: 'Ni allwch ychwanegu mwy na 10 o blant',
      },
    },
    childNames: {
      title: 'Enw’r plentyn',
      row: 'Enw',
      errors: {
        firstBlank: 'Rhowch enwau cyntaf y plentyn',
        lastBlank: 'Rhowch gyfenw’r plentyn',
        tooLong: 'Mae’n rhaid i bob rhan o enw’r plentyn fod yn 100 nod neu lai',
      },
    },
    childBirthDate: {
      title: 'Dyddiad geni (dewisol)',
      row: 'Dyddiad geni',
      hint: 'Mae’n helpu’r cyngor i ddod o hyd i’r plentyn cywir. Er enghraifft, 27 3 2019.',
      errors: {
        blank: 'Rhowch ddyddiad geni’r plentyn',
        partlyBlank: (missing: string) => `Mae’n rhaid i ddyddiad geni’r plentyn gynnwys ${missing}`,
        notReal: 'Mae’n rhaid i ddyddiad geni’r plentyn fod yn ddyddiad go iawn',
        tooEarly: (date: string) => `Mae’n rhaid i’r plentyn fod dan 19 oed, felly wedi’i eni ar neu ar ôl ${date}`,
        tooLate: () => 'Mae’n rhaid i ddyddiad geni’r plentyn fod heddiw neu yn y gorffennol',
      },
    },
    school: {
      title: 'Enw’r ysgol (dewisol)',
      row: 'Ysgol',
      errors: { blank: 'Rhowch enw’r ysgol', wrong: 'Mae’n rhaid i enw’r ysgol fod yn 100 nod neu lai' },
    },
  },
  consequences: {
    paidTooMuch: {
      title: 'Gall eich budd-daliadau ostwng',
      paragraphs: [
        'Os ydych yn cael Credyd Cynhwysol neu fudd-dal arall, gall ostwng pan fydd eich incwm yn codi.',
        'Os cewch eich talu gormod, bydd yn rhaid i chi ei dalu’n ôl. Dywedwch wrthym cyn gynted ag y gallwch.',
      ],
      link: {
        text: 'Gweld sut mae eich cyflog yn newid Credyd Cynhwysol',
        href: 'https://www.gov.uk/universal-credit/how-your-earnings-affect-your-payments',
      },
    },
  },
  handOffs: {
    selfEmployed: { text: 'cofrestru gyda Chyllid a Thollau EF os ydych yn gweithio i chi’ch hun' },
    claim: { text: 'gwneud cais am Gredyd Cynhwysol os oes angen help arnoch gyda chostau byw' },
    schoolMeals: { text: 'gwneud cais am brydau ysgol am ddim os nad yw eich cyngor yn eu cynnig i chi' },
  },
}
