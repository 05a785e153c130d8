import type { SameWords } from '../../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  event: {
    name: 'Mae rhywun wedi marw',
    short: 'Marwolaeth',
    description: 'Nid oes angen i chi ddweud wrth bob corff am y farwolaeth eich hun.',
    sections: {
      registration: 'Cofrestru’r farwolaeth',
      person: 'Y person a fu farw',
      reporter: 'Chi',
      estate: 'Pwy sy’n delio â’u harian a’u pethau',
      family: 'Eu teulu',
      services: 'Budd-daliadau, dogfennau a cherbydau',
      permission: 'Caniatâd',
    },
    beyond: [
      {
        text: 'Banciau a chymdeithasau adeiladu. Mae’r Gwasanaeth Hysbysu am Farwolaeth yn dweud wrth lawer ohonynt.',
        href: 'https://www.deathnotificationservice.co.uk/',
      },
      { text: 'Cwmnïau sy’n cyflenwi nwy, trydan, dŵr, ffôn neu ryngrwyd. Rhowch wybod i bob un ohonynt.' },
      { text: 'Yswirwyr, a chynlluniau pensiwn nad ydynt wedi’u rhestru uchod. Rhowch wybod i bob un ohonynt.' },
      {
        text: 'Cyllid a Thollau EF am drethi busnes.',
        href: 'https://www.gov.uk/browse/business/business-tax',
      },
    ],
    yourself: [
      {
        text: 'gweld popeth i’w wneud ar ôl marwolaeth, gam wrth gam',
        href: 'https://www.gov.uk/when-someone-dies',
      },
      { text: 'gweld a oes angen profiant arnoch', href: 'https://www.gov.uk/applying-for-probate' },
      {
        text: 'cael help gyda galar',
        href: 'https://111.wales.nhs.uk/localservices/?locale=cy',
      },
      { text: 'rhoi gwybod i fanciau a chymdeithasau adeiladu', href: 'https://www.deathnotificationservice.co.uk/' },
    ],
    tooYoung: {
      title: 'Mae’n rhaid i chi fod yn 16 oed neu’n hŷn i roi gwybod am farwolaeth',
      paragraphs: [
        'Gofynnwch i oedolyn a oedd yn adnabod y person roi gwybod am y farwolaeth.',
        'Gallwch hefyd ofyn i gofrestrydd y cyngor lle bu farw’r person.',
      ],
    },
  },
  questions: {
    hasReference: {
      title: 'A oes gennych gyfeirnod gan y cofrestrydd?',
      row: 'Cyfeirnod gan y cofrestrydd',
      hint: 'Rydych yn ei gael pan fydd y farwolaeth yn cael ei chofrestru. Mae ar y llythyr neu’r ffurflen am Dywedwch Wrthym Unwaith.',
      options: { yes: 'Oes', no: 'Nac oes' },
      errors: { blank: 'Dewiswch ‘Oes’ os oes gennych gyfeirnod gan y cofrestrydd' },
    },
    registration: {
      title: 'Rhowch y manylion a gawsoch gan y cofrestrydd',
      row: 'Cofrestru’r farwolaeth',
      hint: 'Mae’r cyfeirnod ar y llythyr neu’r ffurflen a gawsoch pan gofrestrwyd y farwolaeth.',
      reference: 'Cyfeirnod',
      referenceHint: 'Mae ganddo 10 o lythrennau a rhifau. Er enghraifft, TU00 A1B2 C3.',
      date: 'Dyddiad y farwolaeth',
      dateHint: 'Er enghraifft, 27 3 2026.',
      errors: {
        blank: 'Rhowch y cyfeirnod a gawsoch gan y cofrestrydd',
        wrong: 'Mae’n rhaid i’r cyfeirnod fod yn 10 o lythrennau a rhifau',
        dateBlank: 'Rhowch ddyddiad y farwolaeth',
        datePartlyBlank: (missing: string) => `Mae’n rhaid i ddyddiad y farwolaeth gynnwys ${missing}`,
        dateNotReal: 'Mae’n rhaid i ddyddiad y farwolaeth fod yn ddyddiad go iawn',
        dateTooLate: 'Mae’n rhaid i ddyddiad y farwolaeth fod heddiw neu yn y gorffennol',
        notFound: 'Ni allwn ddod o hyd i farwolaeth gyda’r cyfeirnod hwn a’r dyddiad hwn. Gwiriwch y ddau',
        unavailable: 'Ni allwn wirio’r cyfeirnod ar hyn o bryd. Rhowch gynnig arall arni mewn ychydig funudau',
      },
    },
    names: {
      title: 'Beth oedd enw llawn y person a fu farw?',
      row: 'Enw',
      errors: {
        firstBlank: 'Rhowch enwau cyntaf y person a fu farw',
        lastBlank: 'Rhowch gyfenw’r person a fu farw',
        tooLong: 'Mae’n rhaid i bob rhan o’r enw fod yn 100 nod neu lai',
      },
    },
    birthDate: {
      title: 'Beth oedd eu dyddiad geni?',
      row: 'Dyddiad geni',
      hint: 'Er enghraifft, 27 3 1942.',
      errors: {
        blank: 'Rhowch eu dyddiad geni',
        partlyBlank: (missing: string) => `Mae’n rhaid i’w dyddiad geni gynnwys ${missing}`,
        notReal: 'Mae’n rhaid i’w dyddiad geni fod yn ddyddiad go iawn',
        tooEarly: (date: string) => `Mae’n rhaid i’w dyddiad geni fod ar neu ar ôl ${date}`,
        tooLate: () => 'Mae’n rhaid i’w dyddiad geni fod heddiw neu yn y gorffennol',
      },
    },
    deathDate: {
      title: 'Pryd y buont farw?',
      row: 'Dyddiad y farwolaeth',
      hint: 'Er enghraifft, 27 3 2026.',
      errors: {
        blank: 'Rhowch ddyddiad y farwolaeth',
        partlyBlank: (missing: string) => `Mae’n rhaid i ddyddiad y farwolaeth gynnwys ${missing}`,
        notReal: 'Mae’n rhaid i ddyddiad y farwolaeth fod yn ddyddiad go iawn',
        tooEarly: (date: string) => `Mae’n rhaid i ddyddiad y farwolaeth fod ar neu ar ôl ${date}`,
        tooLate: () => 'Mae’n rhaid i ddyddiad y farwolaeth fod heddiw neu yn y gorffennol',
      },
    },
    postcode: { title: 'Beth oedd cod post eu cartref?' },
    choice: { title: 'Pa un oedd eu cyfeiriad cartref?', row: 'Cyfeiriad cartref' },
    byHand: { title: 'Beth oedd eu cyfeiriad cartref?', row: 'Cyfeiriad cartref' },
    council: {
      title: 'Ym mha ardal cyngor yr oeddent yn byw?',
      row: 'Cyngor',
      hint: 'Dewiswch y cyngor yr oeddent yn talu Treth Gyngor neu ardrethi iddo.',
    },
    place: {
      title: 'Ble y buont farw?',
      row: 'Man y farwolaeth',
      options: {
        home: 'Gartref',
        hospital: 'Mewn ysbyty',
        'care-home': 'Mewn cartref gofal',
        hospice: 'Mewn hosbis',
        elsewhere: 'Rhywle arall',
      },
      errors: { blank: 'Dewiswch ble y buont farw' },
    },
    placeName: {
      title: 'Beth yw enw a thref yr ysbyty, y cartref gofal neu’r hosbis?',
      row: 'Ysbyty, cartref gofal neu hosbis',
      hint: 'Er enghraifft, Ysbyty Athrofaol Cymru, Caerdydd.',
      errors: {
        blank: 'Rhowch enw a thref yr ysbyty, y cartref gofal neu’r hosbis',
        wrong: 'Mae’n rhaid i’r enw a’r dref fod yn 200 nod neu lai',
      },
    },
    stay: {
      title: 'A oeddent wedi bod yno am 28 diwrnod neu fwy?',
      row: 'Yno am 28 diwrnod neu fwy',
      hint: 'Mae rhai budd-daliadau’n dod i ben ar ôl 28 diwrnod mewn ysbyty neu gartref gofal.',
      options: { yes: 'Oeddent', no: 'Nac oeddent' },
      errors: { blank: 'Dewiswch ‘Oeddent’ os oeddent wedi bod yno am 28 diwrnod neu fwy' },
    },
    relationship: {
      title: 'Beth yw eich perthynas â’r person a fu farw?',
      row: 'Eich perthynas â’r person',
      hint: 'Rydym yn dweud hyn wrth y cyrff. Nid yw byth yn cael ei ddangos i bobl eraill sy’n rhoi gwybod am yr un farwolaeth.',
      options: {
        partner: 'Gŵr, gwraig neu bartner sifil',
        child: 'Mab neu ferch',
        parent: 'Rhiant',
        'other-relative': 'Perthynas arall',
        executor: 'Ysgutor neu weinyddwr, nid perthynas',
        friend: 'Ffrind neu gymydog',
        professional: 'Rhywun sy’n gwneud hyn fel gwaith, fel cyfreithiwr neu ofalwr',
      },
      errors: { blank: 'Dewiswch beth yw eich perthynas â’r person a fu farw' },
    },
    reporterNames: {
      title: 'Beth yw eich enw llawn?',
      row: 'Eich enw',
      errors: {
        firstBlank: 'Rhowch eich enwau cyntaf',
        lastBlank: 'Rhowch eich cyfenw',
        tooLong: 'Mae’n rhaid i bob rhan o’ch enw fod yn 100 nod neu lai',
      },
    },
    reporterPhone: {
      title: 'Beth yw eich rhif ffôn?',
      row: 'Eich rhif ffôn',
      hint: 'Efallai y bydd angen i gorff ofyn rhywbeth i chi. Nid oes rhaid i chi ei roi.',
      errors: {
        blank: 'Rhowch eich rhif ffôn',
        wrong: 'Rhowch rif ffôn, fel 01632 960 001 neu 07700 900 982',
      },
    },
    estate: {
      title: 'Pwy sy’n delio â’u harian a’u pethau?',
      row: 'Ysgutor neu weinyddwr',
      hint: 'Gelwir y person hwn yn ysgutor neu’n weinyddwr.',
      options: { me: 'Fi', other: 'Rhywun arall', nobody: 'Neb eto, neu nid wyf yn gwybod' },
      errors: { blank: 'Dewiswch pwy sy’n delio â’u harian a’u pethau' },
    },
    executorNames: {
      title: 'Beth yw enw llawn y person sy’n delio â’u harian a’u pethau?',
      row: 'Enw’r ysgutor neu’r gweinyddwr',
      errors: {
        firstBlank: 'Rhowch enwau cyntaf y person sy’n delio â’u harian a’u pethau',
        lastBlank: 'Rhowch gyfenw y person sy’n delio â’u harian a’u pethau',
        tooLong: 'Mae’n rhaid i bob rhan o’r enw fod yn 100 nod neu lai',
      },
    },
    executorPostcode: { title: 'Beth yw cod post y person sy’n delio â’u harian a’u pethau?' },
    executorChoice: {
      title: 'Pa un yw cyfeiriad y person sy’n delio â’u harian a’u pethau?',
      row: 'Cyfeiriad yr ysgutor neu’r gweinyddwr',
    },
    executorByHand: {
      title: 'Beth yw cyfeiriad y person sy’n delio â’u harian a’u pethau?',
      row: 'Cyfeiriad yr ysgutor neu’r gweinyddwr',
    },
    executorPhone: {
      title: 'Beth yw rhif ffôn y person sy’n delio â’u harian a’u pethau?',
      row: 'Rhif ffôn yr ysgutor neu’r gweinyddwr',
      hint: 'Byddwch yn gweld pa gyrff sy’n ei gael cyn i chi anfon. Yna gallant ffonio.',
      errors: {
        blank: 'Rhowch rif ffôn y person sy’n delio â’u harian a’u pethau',
        wrong: 'Rhowch rif ffôn, fel 01632 960 001 neu 07700 900 982',
      },
    },
    survivor: {
      title: 'A wnaethant adael gŵr, gwraig neu bartner sifil?',
      row: 'Gŵr, gwraig neu bartner sifil',
      options: { me: 'Do, a fi yw’r person hwnnw', other: 'Do, rhywun arall', no: 'Naddo' },
      errors: { blank: 'Dewiswch ‘Do’ os gwnaethant adael gŵr, gwraig neu bartner sifil' },
    },
    partnerNames: {
      title: 'Beth yw enw llawn eu gŵr, gwraig neu bartner sifil?',
      row: 'Enw eu gŵr, gwraig neu bartner sifil',
      errors: {
        firstBlank: 'Rhowch enwau cyntaf eu gŵr, gwraig neu bartner sifil',
        lastBlank: 'Rhowch gyfenw eu gŵr, gwraig neu bartner sifil',
        tooLong: 'Mae’n rhaid i bob rhan o’r enw fod yn 100 nod neu lai',
      },
    },
    partnerBirthDate: {
      title: 'Beth yw dyddiad geni eu gŵr, gwraig neu bartner sifil?',
      row: 'Dyddiad geni eu gŵr, gwraig neu bartner sifil',
      hint: 'Mae’n helpu i ddod o hyd i Bensiwn y Wladwriaeth neu fudd-dal sy’n newid nawr. Er enghraifft, 27 3 1945.',
      errors: {
        blank: 'Rhowch eu dyddiad geni',
        partlyBlank: (missing: string) => `Mae’n rhaid i’w dyddiad geni gynnwys ${missing}`,
        notReal: 'Mae’n rhaid i’w dyddiad geni fod yn ddyddiad go iawn',
        tooEarly: (date: string) => `Mae’n rhaid i’w dyddiad geni fod ar neu ar ôl ${date}`,
        tooLate: () => 'Mae’n rhaid i’w dyddiad geni fod yn y gorffennol',
      },
    },
    partnerPhone: {
      title: 'Beth yw rhif ffôn eu gŵr, gwraig neu bartner sifil?',
      row: 'Rhif ffôn eu gŵr, gwraig neu bartner sifil',
      errors: {
        blank: 'Rhowch rif ffôn eu gŵr, gwraig neu bartner sifil',
        wrong: 'Rhowch rif ffôn, fel 01632 960 001 neu 07700 900 982',
      },
    },
    kinNames: {
      title: 'Beth yw enw llawn eu perthynas agosaf?',
      row: 'Perthynas agosaf',
      hint: 'Eu perthynas agosaf yw’r perthynas byw sydd agosaf atynt.',
      errors: {
        firstBlank: 'Rhowch enwau cyntaf eu perthynas agosaf',
        lastBlank: 'Rhowch gyfenw eu perthynas agosaf',
        tooLong: 'Mae’n rhaid i bob rhan o’r enw fod yn 100 nod neu lai',
      },
    },
    nationalInsurance: {
      title: 'Beth oedd eu rhif Yswiriant Gwladol?',
      row: 'Rhif Yswiriant Gwladol',
      hint: 'Mae ar lythyrau am dreth, budd-daliadau neu bensiynau. Er enghraifft, QQ 12 34 56 C.',
      errors: {
        blank: 'Rhowch eu rhif Yswiriant Gwladol',
        wrong: 'Rhowch rif Yswiriant Gwladol sy’n 2 lythyren, 6 rhif, yna A, B, C neu D, fel QQ 12 34 56 C',
      },
    },
    benefits: {
      title: 'Pa fudd-daliadau neu bensiynau gan y wladwriaeth yr oeddent yn eu cael?',
      row: 'Budd-daliadau a Phensiwn y Wladwriaeth',
      hint: 'Dewiswch bob un y gwyddoch amdano.',
      options: {
        'state-pension': 'Pensiwn y Wladwriaeth',
        'pension-credit': 'Credyd Pensiwn',
        'universal-credit': 'Credyd Cynhwysol',
        'attendance-allowance': 'Lwfans Gweini',
        'personal-independence-payment': 'Taliad Annibyniaeth Personol neu Lwfans Byw i’r Anabl',
        'carers-allowance': 'Lwfans Gofalwr',
        'child-benefit': 'Budd-dal Plant',
        none: 'Dim un o’r rhain, neu nid wyf yn gwybod',
      },
      errors: {
        blank:
          'Dewiswch pa fudd-daliadau yr oeddent yn eu cael, neu dewiswch ‘Dim un o’r rhain, neu nid wyf yn gwybod’',
        contradiction:
          'Dewiswch pa fudd-daliadau yr oeddent yn eu cael, neu dewiswch ‘Dim un o’r rhain, neu nid wyf yn gwybod’, nid y ddau',
      },
    },
    council_services: {
      title: 'Pa wasanaethau cyngor yr oeddent yn eu defnyddio?',
      row: 'Gwasanaethau cyngor',
      hint: 'Dewiswch bob un y gwyddoch amdano.',
      options: {
        'council-tax': 'Treth Gyngor neu Ostyngiad Treth Gyngor',
        'housing-benefit': 'Budd-dal Tai',
        'council-housing': 'Cartref sy’n eiddo i’r cyngor',
        'blue-badge': 'Bathodyn Glas',
        'electoral-register': 'Y gofrestr etholiadol',
        'adult-social-care': 'Gofal cymdeithasol',
        'bus-pass': 'Tocyn bws',
        library: 'Llyfrgell',
        none: 'Dim un o’r rhain, neu nid wyf yn gwybod',
      },
      errors: {
        blank:
          'Dewiswch pa wasanaethau cyngor yr oeddent yn eu defnyddio, neu dewiswch ‘Dim un o’r rhain, neu nid wyf yn gwybod’',
        contradiction:
          'Dewiswch pa wasanaethau cyngor yr oeddent yn eu defnyddio, neu dewiswch ‘Dim un o’r rhain, neu nid wyf yn gwybod’, nid y ddau',
      },
    },
    passport: {
      title: 'A oedd ganddynt basbort y DU?',
      row: 'Pasbort y DU',
      options: { yes: 'Oedd', no: 'Nac oedd', unsure: 'Nid wyf yn gwybod' },
      errors: { blank: 'Dewiswch ‘Oedd’ os oedd ganddynt basbort y DU' },
    },
    passportNumber: {
      title: 'Beth oedd rhif eu pasbort?',
      row: 'Rhif pasbort',
      hint: 'Mae ar y dudalen gyda’u llun. Mae ganddo 9 rhif.',
      errors: { blank: 'Rhowch rif eu pasbort', wrong: 'Mae’n rhaid i rif y pasbort fod yn 9 rhif' },
    },
    keepsake: {
      title: 'A ydych am gadw’r pasbort?',
      row: 'Cadw’r pasbort',
      hint: 'Mae Swyddfa Basbort EF yn canslo’r pasbort. Gall ei anfon yn ôl atoch i’w gadw er cof, gyda chornel wedi’i thorri.',
      options: { yes: 'Ydw, anfonwch ef yn ôl ataf', no: 'Nac ydw' },
      errors: { blank: 'Dewiswch ‘Ydw’ os ydych am gadw’r pasbort' },
    },
    licence: {
      title: 'A oedd ganddynt drwydded yrru’r DU?',
      row: 'Trwydded yrru’r DU',
      options: { yes: 'Oedd', no: 'Nac oedd', unsure: 'Nid wyf yn gwybod' },
      errors: { blank: 'Dewiswch ‘Oedd’ os oedd ganddynt drwydded yrru’r DU' },
    },
    driverNumber: {
      title: 'Beth oedd eu rhif gyrrwr?',
      row: 'Rhif gyrrwr',
      hint: 'Mae yn adran 5 o’r drwydded. Mae ganddo 16 o lythrennau a rhifau, neu 8 rhif yng Ngogledd Iwerddon.',
      errors: {
        blank: 'Rhowch eu rhif gyrrwr',
        wrong: 'Rhowch rif gyrrwr o 16 o lythrennau a rhifau, fel MORGA657054SM9IJ, neu o 8 rhif',
      },
    },
    hasVehicles: {
      title: 'A oeddent yn cadw unrhyw gerbydau?',
      row: 'Roeddent yn cadw cerbyd',
      hint: 'Er enghraifft, car, beic modur neu fan. Mae hyn yn cynnwys car gan Motability.',
      options: { yes: 'Oeddent', no: 'Nac oeddent, neu nid wyf yn gwybod' },
      errors: { blank: 'Dewiswch ‘Oeddent’ os oeddent yn cadw unrhyw gerbydau' },
    },
    vehicles: {
      title: 'Cerbydau yr oeddent yn eu cadw',
      row: 'Cerbydau',
      item: (number: number) => `Manylion cerbyd ${number}`,
      each: (number: number) => `Cerbyd ${number}`,
      another: 'A oes angen i chi ychwanegu cerbyd arall?',
      errors: {
        blank: 'Dewiswch ‘Oes’ os oes angen i chi ychwanegu cerbyd arall',
        full: 'Ni allwch ychwanegu mwy na 5 cerbyd',
      },
    },
    registrationMark: {
      title: 'Rhif cofrestru',
      row: 'Rhif cofrestru',
      hint: 'Dyma’r rhif ar y plât rhif. Er enghraifft, AB12 CDE.',
      errors: {
        blank: 'Rhowch rif cofrestru’r cerbyd',
        wrong: 'Rhowch rif cofrestru yn y fformat cywir, fel AB12 CDE',
      },
    },
    motability: {
      title: 'Ai cerbyd Motability ydyw?',
      row: 'Cerbyd Motability',
      options: { yes: 'Ie', no: 'Nage, neu nid wyf yn gwybod' },
      errors: { blank: 'Dewiswch ‘Ie’ os cerbyd Motability ydyw' },
    },
    personalised: {
      title: 'A oes ganddo rif cofrestru personol y mae rhywun am ei gadw?',
      row: 'Rhif cofrestru personol i’w gadw',
      options: { yes: 'Oes', no: 'Nac oes' },
      errors: { blank: 'Dewiswch ‘Oes’ os yw rhywun am gadw rhif cofrestru personol' },
    },
    hasPensions: {
      title: 'A oedd ganddynt bensiwn sector cyhoeddus neu’r lluoedd arfog?',
      row: 'Pensiwn sector cyhoeddus neu’r lluoedd arfog',
      hint: 'Er enghraifft, gan y GIG, ysgol, cyngor, y gwasanaeth sifil neu’r lluoedd arfog.',
      options: { yes: 'Oedd', no: 'Nac oedd, neu nid wyf yn gwybod' },
      errors: { blank: 'Dewiswch ‘Oedd’ os oedd ganddynt bensiwn sector cyhoeddus neu’r lluoedd arfog' },
    },
    pensions: {
      title: 'Eu pensiynau sector cyhoeddus neu’r lluoedd arfog',
      row: 'Pensiynau',
      item: (number: number) => `Manylion pensiwn ${number}`,
      each: (number: number) => `Pensiwn ${number}`,
      another: 'A oes angen i chi ychwanegu pensiwn arall?',
      errors: {
        blank: 'Dewiswch ‘Oes’ os oes angen i chi ychwanegu pensiwn arall',
        full: 'Ni allwch ychwanegu mwy na 5 pensiwn',
      },
    },
    scheme: {
      title: 'Cynllun pensiwn',
      row: 'Cynllun pensiwn',
      hint: 'Os nad ydych yn siŵr, edrychwch ar un o’u llythyrau neu eu cyfriflenni banc.',
      options: {
        'armed-forces': 'Pensiwn y Lluoedd Arfog neu Bensiwn Rhyfel',
        'civil-service': 'Pensiwn y Gwasanaeth Sifil',
        nhs: 'Pensiwn y GIG',
        teachers: 'Pensiwn Athrawon',
        'local-government': 'Pensiwn Llywodraeth Leol',
        other: 'Pensiwn sector cyhoeddus arall',
      },
      errors: { blank: 'Dewiswch y cynllun pensiwn' },
    },
    pensionNumber: {
      title: 'Rhif pensiwn neu rif gwasanaeth (dewisol)',
      row: 'Rhif pensiwn neu rif gwasanaeth',
      errors: {
        blank: 'Rhowch y rhif pensiwn neu’r rhif gwasanaeth',
        wrong: 'Mae’n rhaid i’r rhif pensiwn neu’r rhif gwasanaeth fod yn 30 nod neu lai',
      },
    },
    permission: {
      title: 'Caniatâd i roi manylion pobl eraill',
      row: 'Caniatâd y bobl a enwyd gennych',
      paragraphs: [
        'Rydych wedi dweud wrthym am bobl eraill, fel ysgutor neu berthynas.',
        'Dim ond i gyrff sydd angen cysylltu â nhw am y farwolaeth hon yr ydym yn rhoi eu manylion.',
      ],
      label: 'Mae gennyf ganiatâd y bobl a enwais i roi eu manylion',
      errors: { blank: 'Cadarnhewch fod gennych ganiatâd y bobl a enwyd gennych i roi eu manylion' },
    },
  },
  fields: {
    deceasedAddress: 'Cyfeiriad cartref y person a fu farw',
    deceasedNames: 'Enw’r person a fu farw',
    deceasedBirthDate: 'Dyddiad geni’r person a fu farw',
    deathDate: 'Dyddiad y farwolaeth',
    placeOfDeath: 'Man y farwolaeth',
    executor: 'Ysgutor neu weinyddwr',
    survivingPartner: 'Gŵr, gwraig neu bartner sifil y person a fu farw',
    nextOfKin: 'Perthynas agosaf y person a fu farw',
    registrationReference: 'Cyfeirnod gan y cofrestrydd',
    relationship: 'Perthynas y person sy’n rhoi gwybod',
    nationalInsurance: 'Rhif Yswiriant Gwladol y person a fu farw',
    benefits: 'Budd-daliadau a Phensiwn y Wladwriaeth y person a fu farw',
    councilServices: 'Gwasanaethau cyngor y person a fu farw',
    passportNumber: 'Rhif pasbort y person a fu farw',
    driverNumber: 'Rhif gyrrwr y person a fu farw',
    vehicles: 'Cerbydau’r person a fu farw',
    pensions: 'Pensiynau’r person a fu farw',
  },
  values: {
    stayed: '28 diwrnod neu fwy',
    born: (date: string) => `ganwyd ${date}`,
    phone: (number: string) => `ffôn ${number}`,
  },
  consequences: {
    motability: {
      title: 'Ffoniwch y Cynllun Motability cyn i DVLA gael gwybod',
      paragraphs: [
        'Ni chaiff neb ei yrru unwaith y bydd DVLA yn gwybod am y farwolaeth, oni bai eich bod wedi dweud wrth y Cynllun Motability yn gyntaf.',
        'Ffoniwch y Cynllun Motability ar 0300 456 4566. Yna gall y gyrwyr sydd ganddo ddefnyddio’r cerbyd am hyd at 2 wythnos, i’w roi yn ôl. Gall DVLA gael gwybod ar ôl hynny.',
      ],
      link: {
        text: 'Beth i’w wneud â cherbyd Motability ar ôl marwolaeth',
        href: 'https://www.motability.co.uk/get-support/if-things-change/passes-away/',
      },
    },
    personalised: {
      title: 'Gwnewch gais i gadw’r rhif cofrestru personol yn gyntaf',
      paragraphs: [
        'Gellir colli’r rhif gyda’r cerbyd unwaith y bydd DVLA yn gwybod am y farwolaeth.',
        'Gall yr ysgutor ei gadw neu ei symud i gerbyd arall. Anfonwch ffurflen V317, y llyfr log, y dystysgrif marwolaeth a £80 at DVLA. Gall DVLA gael gwybod am y cerbyd ar ôl hynny.',
      ],
      link: {
        text: 'Sut i gadw rhif cofrestru personol ar ôl marwolaeth',
        href: 'https://www.gov.uk/personalised-vehicle-registration-numbers/person-with-right-to-use-private-number-dies',
      },
    },
    keepsake: {
      title: 'Mae Swyddfa Basbort EF yn canslo’r pasbort',
      paragraphs: [
        'Ni all neb deithio gydag ef. Gofynnoch am ei gael yn ôl er cof. Anfonwch ef gyda ffurflen D1, a dywedwch hynny ar y ffurflen.',
      ],
      link: {
        text: 'Beth i’w wneud â’r pasbort ar ôl marwolaeth',
        href: 'https://www.gov.uk/government/publications/what-to-do-with-a-passport-when-the-passport-holder-has-died',
      },
    },
  },
}
