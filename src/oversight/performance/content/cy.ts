import type { SameWords } from '../../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  title: 'Pa mor dda y mae rhannu’n gweithio',
  lead: 'Ffigurau am y gwasanaeth hwn a’r cyrff sy’n cymryd rhan. Caiff pob mis ei gyfrif unwaith, ar ôl iddo ddod i ben. Wedi hynny nid yw byth yn newid.',
  rule: 'Nid oes dim yma am un person. Lle mae ffigur am bobl, nid ydym yn dweud rhifau o dan 5.',
  groups: {
    requests: 'Ceisiadau i rannu data',
    deliveries: 'Beth a ddywedwyd wrth gyrff',
    access: 'Pwy ddefnyddiodd ddata',
    service: 'Pa mor dda y mae’r gwasanaeth hwn yn gweithio',
    quality: 'Pa mor dda y mae’r data’n cyfateb',
  },
  latest: (month: string) => `Ym mis ${month}`,
  running: (month: string) => `Hyd yma ym mis ${month}`,
  runningOn: (month: string, time: string) => `Nid yw mis ${month} ar ben eto. Cafodd ei gyfrif hyd yma ar ${time}.`,
  noMonth: 'Nid oes mis wedi’i gyfrif eto. Caiff y cyntaf ei gyfrif ar ddiwrnod cyntaf y mis nesaf.',
  countedOn: (month: string, time: string) => `Y mis diweddaraf yw ${month}. Cafodd ei gyfrif ar ${time}.`,
  definition: 'Beth mae hyn yn ei olygu',
  chartsHeading: 'Y 12 mis diwethaf',
  description: 'Mae’r un rhifau yn y tabl isod.',
  show: 'Dangos y rhifau hyn fel tabl',
  along: 'Mis',
  total: 'Pob un',
  more: 'Rhagor o ffigurau',
  links: {
    priorities: 'Dwy flaenoriaeth genedlaethol',
    counts: 'Beth mae pobl yn ei ofyn, a beth sy’n cael ei gadw rhagddynt',
    json: 'Yr holl ffigurau fel JSON',
    csv: 'Yr holl ffigurau fel CSV',
    feed: 'Ffrwd o ffigurau a phenderfyniadau newydd',
    back: 'Yr holl ffigurau',
  },
  one: {
    allMonths: 'Fesul mis',
    byPart: (month: string) => `Fesul digwyddiad ym mis ${month}`,
    byBody: (month: string) => `Fesul corff ym mis ${month}`,
    body: 'Corff',
    event: 'Digwyddiad',
    share: 'Ffigur',
    earlier: (month: string) => `Cynharach: ${month}`,
    later: (month: string) => `Diweddarach: ${month}`,
    noBodies: 'Nid oes dim i’w ddweud am gyrff unigol yn y mis hwn.',
    someMissing: 'Nid oedd gan gorff sydd heb fod yn y rhestr unrhyw achosion, neu roedd rhy ychydig i’w dweud.',
    wholeService: 'Gweld y ffigur ar gyfer y gwasanaeth cyfan',
  },
  values: {
    days: (value: string) => `${value} diwrnod`,
    minutes: (value: string) => `${value} munud`,
    questions: (value: string) => `${value} cwestiwn`,
    few: 'Llai na 5, neu ddim un',
    tooFew: 'Rhy ychydig i’w ddweud',
    notGiven: 'Heb ei roi',
    none: 'Dim i’w gyfrif',
    missing: 'Heb ei gyfrif',
  },
  steps: {
    whole: 'Diwrnodau o gais i benderfyniad',
    considered: 'Diwrnodau o gais i’r olwg gyntaf',
    decided: 'Diwrnodau o’r olwg gyntaf i benderfyniad',
  },
  legend: { median: 'Cymerodd hanner lai na', p90: 'Cymerodd 9 o bob 10 lai na' },
  parts: {
    'whole-median': 'O gais i benderfyniad: cymerodd hanner lai na',
    'whole-p90': 'O gais i benderfyniad: cymerodd 9 o bob 10 lai na',
    'considered-median': 'O gais i’r olwg gyntaf: cymerodd hanner lai na',
    'considered-p90': 'O gais i’r olwg gyntaf: cymerodd 9 o bob 10 lai na',
    'decided-median': 'O’r olwg gyntaf i benderfyniad: cymerodd hanner lai na',
    'decided-p90': 'O’r olwg gyntaf i benderfyniad: cymerodd 9 o bob 10 lai na',
    taken: 'Wedi’i gymryd gan y corff',
    'given-up': 'Ni ellid ei drosglwyddo',
    done: 'Wedi’i wneud',
    no_record: 'Ni chafwyd cofnod',
    needs_information: 'Mae angen rhagor',
    refused: 'Gwrthodwyd',
    'no-power': 'Dim pŵer i rannu',
    'too-much': 'Gofynnwyd am ormod',
    security: 'Ddim yn ddigon diogel',
    cost: 'Mae’n costio gormod',
    quality: 'Nid yw’r data’n ddigon da',
    other: 'Rhywbeth arall',
  },
  figures: {
    'requests-made': {
      name: 'Ceisiadau i rannu a wnaed',
      definition: 'Faint o geisiadau i rannu data a wnaed yn y mis. Cyfrifir ar gyfer y corff sy’n gofyn.',
    },
    'requests-delivered': {
      name: 'Ceisiadau i rannu sydd mewn grym',
      definition: 'Faint o geisiadau a arweiniodd at gytundeb a ddaeth i rym yn y mis.',
    },
    'requests-declined': {
      name: 'Ceisiadau i rannu a wrthodwyd',
      definition: 'Faint o geisiadau a wrthodwyd yn y mis. Mae’r rheswm ar dudalen pob cytundeb.',
    },
    'declined-why': {
      name: 'Pam y gwrthodwyd ceisiadau',
      definition: 'Ceisiadau a wrthodwyd yn y mis, yn ôl y prif reswm a roddwyd.',
    },
    'requests-backlog': {
      name: 'Ceisiadau sy’n dal ar agor',
      definition:
        'Faint o geisiadau oedd ar agor ar ddiwedd y mis. Nid oes penderfyniad arnynt, neu nid ydynt mewn grym eto.',
    },
    'days-to-decide': {
      name: 'Diwrnodau hyd at benderfyniad',
      definition:
        'Pa mor hir y cymerodd ceisiadau y penderfynwyd arnynt yn y mis. Diwrnod yw 24 awr, penwythnosau hefyd. Dangoswn y gwerth canol a’r gwerth y mae 9 o bob 10 yn aros oddi tano.',
    },
    'reliance-share': {
      name: 'Cytundebau newydd sy’n dibynnu ar un arall',
      definition:
        'O’r cytundebau newydd a ddaeth i rym yn y mis, faint sy’n dibynnu ar benderfyniad a oedd yno’n barod.',
    },
    'cluster-share': {
      name: 'Cytundebau newydd drwy glwstwr',
      definition: 'O’r cytundebau newydd a ddaeth i rym yn y mis, faint a ragdybiwyd yng nghlwstwr y corff.',
    },
    'paperwork-questions': {
      name: 'Cwestiynau a atebwyd ar gyfer pob cytundeb',
      definition: 'Faint o gwestiynau a atebodd corff ar gyfer cytundeb a ddaeth i rym yn y mis, ar gyfartaledd.',
    },
    'paperwork-minutes': {
      name: 'Amser a dreuliwyd ar bob cytundeb',
      definition:
        'Pa mor hir y cymerodd y gwaith papur, fel y dywedodd cyrff wrthym, ar gyfartaledd. Gadewir allan gyrff na ddywedodd.',
    },
    deliveries: {
      name: 'Newyddion i gyrff',
      definition: 'Pa mor aml yr oedd corff i gael gwybod am adroddiad o’r mis. Cyfrifir ar ôl i’r mis ddod i ben.',
    },
    'answers-on-time': {
      name: 'Atebion mewn pryd',
      definition: 'O’r atebion cyntaf a ddaeth yn y mis, faint a ddaeth o fewn diwrnodau arferol y cytundeb.',
    },
    overdue: {
      name: 'Atebion hwyr',
      definition: 'Pa mor aml y gwnaethom atgoffa corff yn y mis, gan fod ei ateb yn hwyr.',
    },
    'access-records': {
      name: 'Defnyddiau o ddata a adroddwyd',
      definition: 'Faint o ddefnyddiau o ddata ar ddiwrnodau’r mis y mae cyrff wedi’u hadrodd wrthym.',
    },
    'questions-asked': {
      name: 'Cwestiynau a ofynnodd pobl',
      definition: 'Faint o gwestiynau a ofynnodd pobl i gyrff yn y mis am ddefnydd o’u data.',
    },
    'questions-in-time': {
      name: 'Cwestiynau a atebwyd mewn pryd',
      definition:
        'O’r cwestiynau yr oedd y gyfraith am gael ateb iddynt erbyn diwrnod o’r mis, faint a atebwyd. Rhaid cadarnhau cwyn erbyn y diwrnod hwnnw.',
    },
    'sealed-opened': {
      name: 'Cofnodion wedi’u selio a agorwyd',
      definition: 'Faint o gofnodion a gadwyd rhag person a agorodd iddynt yn y mis.',
    },
    'sealed-renewed': {
      name: 'Cofnodion wedi’u selio a gadwyd yn ôl yn hirach',
      definition: 'Pa mor aml y penderfynodd dau berson o gorff yn y mis gadw cofnod yn ôl yn hirach.',
    },
    coverage: {
      name: 'Cyrff sy’n adrodd am eu defnyddiau',
      definition: 'O’r cyrff sy’n cymryd rhan, faint a adroddodd am ddefnyddiau o ddata wrthym yn y mis.',
    },
    'cost-per-transaction': {
      name: 'Cost pob adroddiad',
      definition:
        'Beth mae’n ei gostio i ymdrin ag un adroddiad, fel y gweithiodd y gwasanaeth ef allan ddiwethaf. Nid yw’n cael ei gyfrif yma.',
    },
    satisfaction: {
      name: 'Boddhad defnyddwyr',
      definition: 'O’r bobl a ddywedodd wrthym yn y mis beth yw eu barn, faint sy’n fodlon neu’n fodlon iawn.',
    },
    completion: {
      name: 'Cyfradd gwblhau',
      definition:
        'Adroddiadau a anfonwyd yn y mis, fel cyfran o’r adroddiadau a ddechreuwyd ynddo. Mae adroddiad a ddechreuwyd yn gynharach ac a anfonwyd nawr yn cyfrif hefyd, felly gall fod dros 100%.',
    },
    'digital-take-up': {
      name: 'Defnydd digidol',
      definition:
        'Faint o’u newyddion y mae cyrff yn dweud eu bod yn ei gael drwy’r gwasanaeth hwn, ac nid dros y ffôn, drwy’r post neu wyneb yn wyneb.',
    },
    'match-rate': {
      name: 'Cyfradd gyfateb',
      definition: 'O’r atebion cyntaf a ddaeth yn y mis, mewn faint ohonynt yr oedd y corff wedi dod o hyd i’r person.',
    },
    answers: {
      name: 'Beth atebodd cyrff',
      definition:
        'Atebion cyntaf a ddaeth yn y mis, yn ôl yr hyn a ddywedant. Mae hyn yn dangos pam na arweiniodd newyddion at newid.',
    },
  },
  feed: {
    title: 'Ffigurau newydd a phenderfyniadau ar gytundebau',
    month: (month: string) => `Ffigurau mis ${month}`,
    monthText: 'Mae ffigurau’r mis hwn wedi’u cyfrif. Ni fyddant yn newid.',
    acts: {
      approved: 'wedi’i gymeradwyo',
      declined: 'wedi’i wrthod',
      presumed: 'wedi’i gymeradwyo drwy ragdybiaeth',
      relied: 'yn dibynnu ar benderfyniad arall',
      'in-force': 'mewn grym',
      objected: 'gwrthwynebiad iddo',
      reviewed: 'wedi’i adolygu',
      renewed: 'wedi’i adnewyddu',
      lapsed: 'wedi dod i ben heb adolygiad',
      ended: 'wedi dod i ben',
      mediation: 'dan gyfryngu',
      finding: 'canfyddiad wedi’i gyhoeddi',
      improved: 'wedi’i wella',
    },
  },
  file: 'perfformiad',
  satisfaction: {
    title: 'Sut oedd y gwasanaeth hwn i chi?',
    lead: 'Mae 1 cwestiwn. Nid ydym yn cadw pwy ydych chi, ac nid ydym yn cysylltu eich ateb ag adroddiad.',
    question: 'At ei gilydd, sut oeddech chi’n teimlo am y gwasanaeth a ddefnyddioch heddiw?',
    scores: {
      '5': 'Bodlon iawn',
      '4': 'Bodlon',
      '3': 'Ddim yn fodlon nac yn anfodlon',
      '2': 'Anfodlon',
      '1': 'Anfodlon iawn',
    },
    missing: 'Dewiswch sut oeddech chi’n teimlo am y gwasanaeth',
    button: 'Anfon adborth',
    sentTitle: 'Diolch am eich adborth',
    sent: 'Rydym yn cyfrif eich ateb gyda phob un arall.',
    figures: 'Gweld beth yw barn pobl am y gwasanaeth hwn',
    start: 'Mynd i’r dudalen gychwyn',
  },
  priorities: {
    title: 'Dwy flaenoriaeth genedlaethol',
    lead: 'Mae ar y rhain angen i lawer o gyrff rannu data’n dda. Felly maent yn dangos yn gynnar a yw rhannu’n gweithio.',
    honest: (date: string) =>
      `Rydym yn rhestru’r hyn a gyhoeddwyd erbyn ${date}. Nid yw’r rhestr yn newid ar ei phen ei hun: edrychwch ar y ffynonellau i weld beth ddaeth wedyn.`,
    owner: 'Pwy sy’n gyfrifol',
    state: 'Ble mae pethau arni',
    milestones: 'Cerrig milltir',
    sources: 'Ffynonellau',
    serves: 'Beth mae’r gwasanaeth hwn yn ei wneud drosti',
    events: 'Digwyddiadau sy’n helpu',
    agreements: 'Cytundebau mewn grym sy’n helpu',
    example: 'enghraifft',
    examples: 'Mae corff ag ‘enghraifft’ wrth ei ymyl yma i ddangos y gwasanaeth. Nid yw wedi cytuno i ddim.',
    noAgreements: 'Nid oes cytundeb yma’n helpu eto.',
    states: { done: 'Wedi’i wneud', published: 'Fel y cyhoeddwyd', unknown: 'Dim dyddiad wedi’i gyhoeddi' },
  },
}
