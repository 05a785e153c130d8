import type { SameWords } from '../../shared/language.ts'
import type { en } from './en.ts'

// Names of bodies stand where Welsh does not mutate them: straight after the verb, or after a colon.
export const cy: SameWords<typeof en> = {
  list: {
    title: 'Pwy ddefnyddiodd eich data',
    intro:
      'Gweld pwy gafodd wybod rhywbeth amdanoch neu a edrychodd ar eich data, a pham. Mae’r diweddaraf ar frig y rhestr.',
    coverage: {
      heading: 'Beth mae’r rhestr hon yn ei ddangos',
      shows: 'Mae’n dangos:',
      items: [
        'bob tro y rhoesom wybod i gorff cyhoeddus amdanoch',
        'pob defnydd o’ch data y mae corff cyhoeddus wedi rhoi gwybod i ni amdano',
      ],
      missing:
        'Efallai nad yw’n gyflawn. Ni all ddangos defnydd nad yw corff wedi rhoi gwybod i ni amdano, na defnydd gan unrhyw un nad yw’n cymryd rhan yn y gwasanaeth hwn.',
    },
    filter: {
      heading: 'Dewis beth i’w ddangos',
      body: 'Corff',
      allBodies: 'Pob corff',
      from: 'Ychwanegwyd at y rhestr hon o',
      to: 'Ychwanegwyd at y rhestr hon hyd at',
      hint: 'Er enghraifft, 27 3 2026',
      day: 'Diwrnod',
      month: 'Mis',
      year: 'Blwyddyn',
      apply: 'Dangos',
      clear: 'Dangos popeth',
    },
    empty:
      'Nid oes neb wedi defnyddio eich data drwy’r gwasanaeth hwn eto. Pan fyddwch yn dweud wrthym am newid, byddwch yn gweld yma i bwy y rhown wybod.',
    noMatch: 'Nid oes dim yn y rhestr hon sy’n cyfateb i’ch dewis.',
    pastTheEnd: 'Nid oes dim mwy yn y rhestr hon.',
    newest: 'Yn ôl at y diweddaraf',
    notShown: 'Cywirwch hyn i weld y rhestr.',
    pages: 'Tudalennau’r rhestr hon',
    newer: 'Mwy diweddar',
    older: 'Hŷn',
    details: 'Mwy o fanylion',
    detailsOf: (title) => `: ${title}`,
  },
  errors: {
    'unknown-body': 'Dewiswch gorff o’r rhestr',
    'not-real': {
      from: 'Rhaid i’r dyddiad dechrau fod yn ddyddiad go iawn',
      to: 'Rhaid i’r dyddiad gorffen fod yn ddyddiad go iawn',
    },
    'partly-blank': {
      from: (missing) => `Rhaid i’r dyddiad dechrau gynnwys ${missing}`,
      to: (missing) => `Rhaid i’r dyddiad gorffen gynnwys ${missing}`,
    },
    'before-from': 'Rhaid i’r dyddiad gorffen fod yr un fath â’r dyddiad dechrau, neu ar ei ôl',
    and: ' a ',
    parts: { day: 'diwrnod', month: 'mis', year: 'blwyddyn' },
  },
  entry: {
    back: 'Pwy ddefnyddiodd eich data',
    happened: 'Beth ddigwyddodd',
    who: 'Pwy',
    unit: 'Rhan o’r corff',
    system: 'System y corff',
    actor: 'Gwnaed gan',
    when: 'Pryd',
    data: 'Math o ddata',
    why: 'Pam',
    law: 'Caniateir gan',
    power: 'Y gyfraith sy’n ei ganiatáu',
    powerOf: (title) => `, ar gyfer: ${title}`,
    agreement: 'Ein cytundeb gyda’r corff hwn',
    agreementOf: (title) => `, ar gyfer: ${title}`,
    basis: 'Rheswm mewn cyfraith diogelu data',
    report: 'Oherwydd i chi ddweud wrthym',
    reportLink: (event, day) => `${event}, adroddwyd ar ${day}`,
    state: 'Cyflwr',
    trace: 'Rhif olrhain',
    traceHint: 'Rhowch y rhif hwn i’r corff os ydych yn gofyn am hyn.',
    period: (start, end) => `${start} hyd ${end}`,
    reportedAt: (time) => `Rhoddodd y corff wybod i ni amdano ar ${time}.`,
    ahead: (time) => `Yn ôl cloc y corff y mae hynny, ac roedd o flaen ein cloc ni. Cyrhaeddodd ni ar ${time}.`,
  },
  states: {
    'being-sent': {
      tag: 'Wrthi’n anfon',
      text: 'Cofnodwyd hyn gennym cyn ei anfon. Nid yw’r corff wedi’i gadarnhau eto.',
    },
    told: { tag: 'Wedi cael gwybod', text: (time) => `Cafodd wybod ar ${time}` },
    'not-told': {
      tag: 'Heb gael gwybod',
      text: (time) => `Rhoesom y gorau i geisio ar ${time}. Ni chafodd y corff wybod.`,
    },
    unconfirmed: {
      tag: 'Heb ei gadarnhau',
      text: (time) =>
        `Rhoesom hyn i’r corff, ond ni ddywedodd wrthym erioed ei fod wedi’i gael. Rhoesom y gorau i geisio ar ${time}.`,
    },
  },
  titles: {
    'being-sent': (body) => `Mae ${body} ar fin cael gwybod gennym ni`,
    told: (body) => `Cafodd ${body} wybod gennym ni`,
    'not-told': (body) => `Ni chafodd ${body} wybod gennym ni`,
    unconfirmed: (body) => `Efallai y cafodd ${body} wybod gennym ni`,
    denied: (body) => `Gofynnodd ${body} am gael defnyddio eich data, a gwrthodwyd y cais`,
    error: (body) => `Ceisiodd ${body} ddefnyddio eich data, ond ni weithiodd`,
    collect: (body) => `Casglodd ${body} eich data`,
    consult: (body) => `Edrychodd ${body} ar eich data`,
    disclose: (body, other) => `Rhoddodd ${body} eich data i gorff arall: ${other}`,
    receive: (body, other) => `Cafodd ${body} eich data gan gorff arall: ${other}`,
    combine: (body) => `Cyfunodd ${body} eich data â data arall`,
    alter: (body) => `Newidiodd ${body} eich data`,
    erase: (body) => `Dileodd ${body} eich data`,
    notify: (body) => `Cysylltodd ${body} â chi`,
    on: (title, time) => `${title}, ${time}`,
  },
  actors: {
    officer: 'Aelod o staff',
    automated: 'System gyfrifiadurol, nid person',
    citizen: 'Chi',
    delegate: 'Rhywun sy’n gweithredu ar eich rhan',
    withRole: (actor, role) => `${actor} (${role})`,
  },
}
