import type { SameWords } from '../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  problems: {
    cancelled: {
      title: 'Ni wnaethoch orffen mewngofnodi',
      paragraphs: ['Gwnaethoch roi’r gorau iddi cyn mewngofnodi i GOV.UK One Login. Nid oes dim wedi’i anfon at neb.'],
      link: 'Rhoi cynnig arall arni',
    },
    'not-proved': {
      title: 'Ni allem brofi pwy ydych chi',
      paragraphs: [
        'Ni allai GOV.UK One Login brofi pwy ydych chi, felly ni allwch ddefnyddio’r gwasanaeth hwn eto. Nid oes dim wedi’i anfon at neb.',
        'Gallwch roi cynnig arall arni. Gallai helpu i ddefnyddio dogfen arall, fel pasbort neu drwydded yrru.',
      ],
      link: 'Rhoi cynnig arall arni',
    },
    busy: {
      title: 'Mae’n ddrwg gennym, ni allwch fewngofnodi ar hyn o bryd',
      paragraphs: [
        'Nid yw GOV.UK One Login yn ateb. Rhowch gynnig arall arni ymhen ychydig funudau.',
        'Rydym wedi cadw’r atebion a gadwyd gennych.',
      ],
      link: 'Rhoi cynnig arall arni',
    },
    'not-allowed': {
      title: 'Ni allwch ddefnyddio’r gwasanaeth hwn ar hyn o bryd',
      paragraphs: [
        'Nid yw GOV.UK One Login yn gadael i bobl fewngofnodi i’r gwasanaeth hwn. Rydym yn ymchwilio i’r mater.',
      ],
      link: 'Mynd i’r dudalen gychwyn',
    },
    failed: {
      title: 'Mae’n ddrwg gennym, mae problem gyda mewngofnodi',
      paragraphs: [
        'Nid ydych wedi mewngofnodi. Rhowch gynnig arall arni yn nes ymlaen.',
        'Rydym wedi cadw’r atebion a gadwyd gennych.',
      ],
      link: 'Mynd i’r dudalen gychwyn',
    },
    expired: {
      title: 'Mae eich sesiwn wedi dod i ben',
      paragraphs: [
        'Gwnaethoch aros yn rhy hir, neu ddefnyddio hen ddolen i fewngofnodi.',
        'Rydym yn cadw’r atebion a gadwyd gennych am 28 diwrnod. Os ydych newydd anfon ateb, bydd yn rhaid i chi ei anfon eto.',
      ],
      link: 'Mewngofnodi eto',
    },
  },
  death: {
    text: 'Os oes rhywun wedi marw, gallwch roi gwybod am hynny o hyd gyda’r cyfeirnod gan y cofrestrydd.',
    link: 'Rhoi gwybod am farwolaeth gyda chyfeirnod',
  },
  evidence:
    'Nid oedd rhai o’r manylion neu’r dogfennau a roesoch yn cyfateb i’r cofnodion y mae GOV.UK One Login yn eu gwirio.',
  signOutToChange: 'I ddefnyddio GOV.UK One Login arall, yn gyntaf',
  signOutLink: 'allgofnodwch',
  ways: {
    title: 'Ffyrdd eraill o roi gwybod i bob sefydliad',
    text: 'Gallwch roi gwybod i bob sefydliad am y newid eich hun.',
    phone: 'Ffôn',
    post: 'Post',
    visit: 'Wyneb yn wyneb',
    bodies: {
      council: {
        name: 'Eich cyngor',
        phone: 'Mae’r rhif ar wefan eich cyngor neu ar eich bil treth gyngor.',
        post: 'Ysgrifennwch i’r cyfeiriad ar eich bil treth gyngor.',
        visit: 'Ewch i swyddfeydd eich cyngor.',
      },
      dvla: {
        name: 'DVLA (Yr Asiantaeth Trwyddedu Gyrwyr a Cherbydau)',
        phone: '0300 790 6801',
        post: 'DVLA, Abertawe, SA6 7JL',
        visit: 'Ni allwch ymweld â’r DVLA.',
      },
      dwp: {
        name: 'DWP (Yr Adran Gwaith a Phensiynau)',
        phone: '0800 328 1744 ar gyfer Credyd Cynhwysol, 0800 731 0453 ar gyfer Pensiwn y Wladwriaeth',
        post: 'Ysgrifennwch i’r cyfeiriad ar eich llythyrau gan y DWP.',
        visit: 'Ewch i’ch Canolfan Byd Gwaith.',
      },
      hmrc: {
        name: 'CThEF (Cyllid a Thollau EF)',
        phone: '0300 200 1900',
        post: 'Talu Wrth Ennill a Hunanasesiad, Cyllid a Thollau EF, BX9 1AS',
        visit: 'Ffoniwch yn gyntaf. Os oes angen help ychwanegol arnoch, gall CThEF gwrdd â chi.',
      },
      nhs: {
        name: 'Y GIG',
        phone: 'Ffoniwch eich meddygfa.',
        post: 'Ysgrifennwch at eich meddygfa.',
        visit: 'Ewch i’ch meddygfa.',
      },
      slc: {
        name: 'Y Cwmni Benthyciadau Myfyrwyr',
        phone: '0300 100 0370',
        post: 'Student Loans Company, 10 Clyde Place, Glasgow, G5 8DF',
        visit: 'Ni allwch ymweld â’r Cwmni Benthyciadau Myfyrwyr.',
      },
    },
  },
  warning: {
    title: 'Byddwch yn cael eich allgofnodi cyn hir',
    text: 'Nid ydych wedi defnyddio’r gwasanaeth hwn ers tro. Er mwyn cadw eich gwybodaeth yn ddiogel, byddwn yn eich allgofnodi mewn llai na 3 munud. Rydym yn cadw’r atebion a gadwyd gennych.',
    stay: 'Aros wedi mewngofnodi',
    lastText:
      'Rydych wedi bod wedi mewngofnodi am 2 awr. Er mwyn cadw eich gwybodaeth yn ddiogel, byddwn yn eich allgofnodi mewn llai na 3 munud, ac ni allwch aros wedi mewngofnodi am fwy o amser. Cadwch yr ateb rydych arno. Byddwn yn ei gadw, a gallwch fewngofnodi eto.',
    goOn: 'Cau’r neges hon',
    signOut: 'Allgofnodi',
  },
  landing: {
    title: 'Parhau i gael canlyniad eich gwiriad hunaniaeth',
    paragraphs: [
      'Rydych wedi mewngofnodi. Gwnaethoch brofi pwy ydych chi wyneb yn wyneb, er enghraifft mewn Swyddfa’r Post.',
      'Nesaf, bydd GOV.UK One Login yn dangos y manylion sydd ganddo amdanoch. Gwiriwch nhw, yna byddwch yn dod yn ôl yma ac yn parhau o’r man lle gwnaethoch stopio.',
    ],
    link: 'Parhau',
  },
  sessions: {
    title: 'Ble rydych wedi mewngofnodi',
    intro:
      'Os nad ydych yn adnabod un o’r rhain, allgofnodwch ym mhob man arall. Mae’r atebion a gadwyd gennych yn ddiogel.',
    caption: 'Lleoedd lle rydych wedi mewngofnodi',
    where: 'Lle',
    here: 'Y ddyfais hon',
    elsewhere: 'Dyfais neu borwr arall',
    signedInAt: 'Mewngofnodi',
    lastSeenAt: 'Defnydd diwethaf',
    end: 'Allgofnodi ym mhob man arall',
    onlyHere: 'Rydych wedi mewngofnodi ar y ddyfais hon yn unig.',
  },
  signedOut: {
    title: 'Rydych wedi allgofnodi',
    paragraphs: [
      'Rydym wedi cadw’r atebion a gadwyd gennych. Gallwch fewngofnodi eto a pharhau.',
      'Os gwnaethoch anfon ateb ar ôl allgofnodi, ni chafodd ei gadw. Bydd rhaid i chi ei anfon eto.',
    ],
    link: 'Mewngofnodi eto',
  },
}
