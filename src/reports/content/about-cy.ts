import type { en } from './about-en.ts'

const phoneNow = {
  heading: 'Ffoniwch nawr os yw eich arian wedi stopio',
  blocks: [
    'Dywedwch: ‘Rwy’n fyw. Mae fy nghofnod yn anghywir.’ Gofynnwch i’r person ei gywiro ac i nodi eich bod wedi ffonio.',
    [
      'Pensiwn y Wladwriaeth: 0800 731 0453 (yn Saesneg: 0800 731 0469)',
      'Credyd Cynhwysol: 0800 328 5644',
      'Treth, Cyllid a Thollau EF: 0300 200 1900 (yn Saesneg: 0300 200 3300)',
      'Trwydded yrru, DVLA: 0300 790 6801',
      'Pasbort, Swyddfa Basbort EF: 0300 222 0000',
      'Eich cyngor: mae’r rhif ar eich bil Treth Gyngor',
    ],
  ],
}

export const cy: typeof en = {
  joined: {
    text: (date) =>
      `Rhoddwyd gwybod am y farwolaeth hon eisoes ar ${date}. Ni fyddwn yn dweud eto wrth y cyrff y dywedwyd wrthynt bryd hynny. Cewch weld pa mor bell y maent wedi cyrraedd ar ôl i chi anfon yr adroddiad hwn.`,
    before: 'Ni fyddwn yn dweud eto wrth y cyrff hyn:',
    alone: 'Nid oes neb ar ôl i ddweud wrtho. Anfonwch yr adroddiad hwn i weld pa mor bell y mae pob corff.',
    title: 'Wedi cael gwybod oherwydd adroddiad cynharach',
    intro: 'Rhoddwyd gwybod am y farwolaeth hon cyn i chi wneud hynny. Nid ydym yn dweud eto wrth y cyrff hyn.',
    states: {
      due: 'Nid ydym wedi dweud wrtho eto.',
      acknowledged: 'Mae wedi cael gwybod.',
      'given-up': 'Ni allem ei gyrraedd.',
      'not-allowed': 'Ni chafodd wybod.',
      withdrawn: 'Ni chafodd wybod.',
      received: 'Mae’r adroddiad ganddo.',
      in_progress: 'Mae’n gweithio arno.',
      done: 'Mae wedi’i wneud.',
      doneFrom: (date) => `Mae wedi’i wneud. Mae’n cyfrif o ${date}.`,
      no_record: 'Nid oes ganddo gofnod o’r person a fu farw.',
      needs_information: 'Mae wedi gofyn am rywbeth sydd ei angen arno.',
      refused: 'Ni wnaeth yr hyn y gofynnwyd amdano.',
    },
  },
  reportADeath: {
    title: 'Rhoi gwybod am farwolaeth',
    intro:
      'Dywedwch wrthym unwaith fod rhywun wedi marw. Rydym yn dweud wrth y cyrff cyhoeddus y mae angen iddynt wybod.',
    button: 'Dechrau nawr',
    sections: [
      {
        heading: 'Pwy all roi gwybod am farwolaeth',
        blocks: [
          'Gallwch roi gwybod am farwolaeth os ydych yn 16 oed neu’n hŷn. Nid oes rhaid i chi fod yn berthynas.',
          'Rydych yn mewngofnodi gyda GOV.UK One Login. Mae 2 ffordd:',
          [
            'Os gallwch brofi pwy ydych chi, nid oes angen dim arnoch gan y cofrestrydd.',
            'Os na allwch brofi pwy ydych chi, mae angen y cyfeirnod gan y cofrestrydd arnoch. Mewngofnodwch, a dewiswch fynd ymlaen pan fydd y dudalen yn dweud na allem brofi pwy ydych chi.',
          ],
        ],
      },
      {
        heading: 'Beth sydd ei angen arnoch',
        blocks: [
          'Mae’n cymryd tua 20 munud. Gallwch stopio a dod yn ôl o fewn 28 diwrnod. Mae’n helpu os oes gennych y canlynol am y person a fu farw:',
          [
            'y cyfeirnod gan y cofrestrydd, os oes gennych un',
            'enw llawn, dyddiad geni a chyfeiriad olaf y person',
            'ei rif Yswiriant Gwladol',
            'ei basbort a’i drwydded yrru',
            'rhifau cofrestru ei gerbydau',
          ],
          'Os nad ydych yn gwybod rhywbeth, gallwch ddweud hynny.',
          'Rydym hefyd yn gofyn pwy sy’n delio ag arian ac eiddo’r person, a phwy yw ei berthnasau agosaf. Gofynnwch i’r bobl hyn yn gyntaf a gawn ni eu manylion.',
        ],
      },
      {
        heading: 'Ar ôl i chi ei anfon',
        blocks: [
          'Ni all rhai cyrff ddadwneud yn hawdd yr hyn y maent yn ei wneud. Rydym yn aros am ddiwrnod cyn dweud wrthynt, er mwyn gallu cywiro camgymeriad.',
          'Os yw rhywun arall wedi rhoi gwybod am yr un farwolaeth, rydym yn dweud wrth bob corff unwaith yn unig.',
          {
            text: 'Nid ydym yn dweud wrth fanciau. Gweler',
            link: 'beth i’w wneud ar ôl i rywun farw',
            href: 'https://www.gov.uk/when-someone-dies',
          },
          {
            text: 'Os nad yw adroddiad am farwolaeth yn wir,',
            link: 'dywedwch wrthym ei fod yn anghywir',
            href: '/this-is-wrong',
          },
        ],
      },
    ],
  },
  reportedAsDead: {
    title: 'Os dywedwyd ar gam eich bod wedi marw',
    intro: 'Mae hwn yn gamgymeriad drwg, ac mae’n ddrwg gennym. Gallwch ei dynnu’n ôl ym mhobman gydag un botwm.',
    button: 'Chwilio am adroddiadau amdanaf i',
    sections: [
      {
        heading: 'Beth rydym yn ei wneud',
        blocks: [
          'Rydych yn mewngofnodi ac yn profi pwy ydych chi. Yna rydym yn chwilio am adroddiadau eich bod wedi marw, ac yn dangos i chi:',
          ['pryd y rhoddwyd gwybod', 'pa fath o berson a roddodd wybod', 'pa gyrff a gafodd wybod, a phryd'],
          'Pan fyddwch yn dweud eich bod yn fyw, rydym yn stopio’r hyn nad yw wedi’i anfon. Rydym yn dweud wrth bob corff a gafodd wybod fod yr adroddiad yn anghywir. Mae hyn yn mynd o flaen popeth arall yr ydym yn ei anfon.',
          'Yna bydd person sy’n gweithio i’r gwasanaeth hwn yn edrych ar yr hyn a ddigwyddodd.',
        ],
      },
      phoneNow,
      {
        heading: 'Os na allwch fewngofnodi',
        blocks: [
          'Ffoniwch bob corff. Dywedwch wrtho fod rhywun wedi dweud ar gam eich bod wedi marw.',
          { text: 'Gallwch hefyd', link: 'gysylltu â ni', href: '/contact' },
        ],
      },
    ],
  },
  found: {
    title: 'Dywedodd rhywun eich bod wedi marw',
    withdrawnTitle: 'Rydym yn dweud wrth bawb eich bod yn fyw',
    intro: 'Os yw hyn yn anghywir, tynnwch ef yn ôl nawr. Nid oes rhaid i chi roi rheswm.',
    withdrawnIntro:
      'Rydym wedi tynnu’n ôl bob adroddiad eich bod wedi marw. Rydym yn dweud wrth bob corff a gafodd wybod ei fod yn anghywir. Bydd person sy’n gweithio i’r gwasanaeth hwn yn edrych ar yr hyn a ddigwyddodd.',
    button: 'Rwy’n fyw. Tynnwch hyn yn ôl ym mhobman',
    report: (date) => `Adroddiad ${date}`,
    when: 'Pryd y rhoddwyd gwybod',
    who: 'Pwy a roddodd wybod',
    how: 'Sut y gwnaethant fewngofnodi',
    takenBack: 'Tynnwyd yn ôl',
    relationships: {
      partner: 'Rhywun a ddywedodd mai ef neu hi yw eich gŵr, eich gwraig neu eich partner sifil',
      child: 'Rhywun a ddywedodd mai ef neu hi yw eich mab neu eich merch',
      parent: 'Rhywun a ddywedodd mai ef neu hi yw eich rhiant',
      'other-relative': 'Rhywun a ddywedodd ei fod yn berthynas arall i chi',
      executor: 'Rhywun a ddywedodd ei fod yn delio â’ch arian a’ch eiddo',
      friend: 'Rhywun a ddywedodd ei fod yn ffrind neu’n gymydog',
      professional: 'Rhywun a ddywedodd mai dyma ei waith, fel cyfreithiwr neu ofalwr',
      other: 'Rhywun na ddywedodd sut y mae’n eich adnabod',
    },
    proofs: {
      'proved-identity': 'Profodd y person pwy ydyw gyda GOV.UK One Login.',
      'registrar-reference': 'Ni phrofodd y person pwy ydyw. Rhoddodd gyfeirnod marwolaeth a gofrestrwyd.',
    },
    name: 'Nid ydym yn dangos pwy oedd y person, fel na chaiff neb niwed o’i herwydd. Gall y person sy’n gweithio ar eich achos ddweud mwy wrthych.',
    bodies: 'Cyrff y mae’r adroddiad hwn yn mynd atynt',
    noBodies: 'Nid oes unrhyw gorff wedi cael gwybod.',
    states: {
      notYet: 'Nid yw wedi cael gwybod eto.',
      never: 'Ni chafodd wybod, ac ni chaiff.',
      told: (date) => `Cafodd wybod ar ${date}.`,
      mayKnow: 'Ni allem ei gyrraedd, ond efallai ei fod yn gwybod.',
      telling: (date) => `Cafodd wybod ar ${date}. Rydym yn dweud wrtho nawr fod hyn yn anghywir.`,
      tellingMaybe: 'Efallai ei fod wedi cael gwybod. Rydym yn dweud wrtho nawr fod hyn yn anghywir.',
      corrected: (date) => `Mae’n gwybod ers ${date} fod hyn yn anghywir. Nid yw wedi ateb eto.`,
      working: 'Mae’n gwybod fod hyn yn anghywir, ac mae’n cywiro eich cofnod.',
      done: 'Mae wedi cywiro eich cofnod.',
      doneFrom: (date) => `Mae wedi cywiro eich cofnod, o ${date}.`,
      unreached: 'Ni allem ddweud wrtho fod hyn yn anghywir. Ffoniwch ef.',
    },
    again: 'Edrychwch ar y dudalen hon eto yn nes ymlaen i weld pa mor bell y mae pob corff.',
    access: 'Gweld pwy ddefnyddiodd eich data',
    phoneNow,
  },
  none: {
    title: 'Ni welsom unrhyw adroddiad eich bod wedi marw',
    paragraphs: [
      'Gwnaethom chwilio am eich enw a’ch dyddiad geni, ynghyd â’ch pasbort, eich trwydded yrru neu god post lle’r ydych yn byw neu lle buoch yn byw. Efallai fod adroddiad â manylion eraill amdanoch.',
      'Efallai hefyd fod corff wedi clywed gan rywun arall, ac nid gennym ni. Ffoniwch y corff a ddywedodd wrthych.',
    ],
    contact: 'Cysylltwch â ni os ydych yn meddwl bod adroddiad',
    phoneNow,
  },
  thisIsWrong: {
    title: 'Dweud wrthym fod rhywbeth yn anghywir',
    intro: 'Dewiswch beth sy’n anghywir. Gallwch gywiro’r rhan fwyaf o bethau eich hun, ar unrhyw adeg.',
    own: 'Rhoddais wybod am rywbeth sy’n anghywir',
    ownText:
      'Gallwch dynnu adroddiad yn ôl. Dewiswch ‘Roedd yn anghywir’ fel y rheswm. Yna rydym yn dweud wrth bawb cyn anfon dim byd arall, ac mae person yn edrych arno.',
    ownSignIn: 'Mewngofnodwch i weld eich adroddiadau',
    ownNone: 'Nid oes gennych adroddiad y gellir ei dynnu’n ôl.',
    takeBack: (name, date) => `Tynnu’n ôl: ${name}, a anfonwyd ar ${date}`,
    allReports: 'Gweld eich holl adroddiadau, neu gywiro un',
    about: 'Dywedodd rhywun fy mod wedi marw',
    aboutText: 'Gallwch weld yr hyn a ddywedwyd, a’i dynnu’n ôl ym mhobman.',
    aboutLink: 'Beth i’w wneud os dywedwyd ar gam eich bod wedi marw',
    access: 'Defnyddiodd rhywun fy nata, ac nid wyf yn gwybod pam',
    accessText: 'Gallwch weld bob tro y defnyddiodd corff eich data, a gofyn iddo pam.',
    accessLink: 'Gweld pwy ddefnyddiodd eich data',
  },
}
