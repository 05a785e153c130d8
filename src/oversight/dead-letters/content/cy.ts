import type { SameWords } from '../../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  list: {
    title: 'Heb eu danfon',
    intro:
      'Gwnaethom geisio am 7 diwrnod ddweud y rhain wrthych, a rhoi’r gorau iddi. Gallwch ofyn am eu hanfon eto, neu eu taflu. Mae’r dinesydd yn gweld beth a wnewch.',
    viewer: 'Gallwch weld y rhestr hon. Mae angen rôl swyddog neu weinyddwr i benderfynu.',
    streams: 'Fesul ffrwd',
    all: (count) => `Penderfynu am bob un o’r ffrwd hon (${count})`,
    of: (stream) => `: ${stream}`,
    rows: {
      news: 'Beth sy’n newydd',
      when: 'Pryd y daeth',
      gaveUp: 'Pryd y rhoesom y gorau iddi',
      failure: 'Beth aeth o’i le ddiwethaf',
    },
    decide: 'Penderfynu amdano',
    ofOne: (what, time) => `: ${what}, ${time}`,
    empty: 'Nid oes dim heb ei ddanfon.',
    pages: 'Tudalennau’r rhestr hon',
    previous: 'Diweddarach',
    next: 'Hŷn',
  },
  decide: {
    title: (what, time) => `Penderfynu am ${what}, ${time}`,
    titleOfStream: (stream) => `Penderfynu am bopeth heb ei ddanfon o ${stream}`,
    ofStream: (count) =>
      `Nifer: ${count}. Ni chaiff yr hyn a dynnwyd yn ôl, neu y daeth rhywbeth mwy newydd yn ei le, ei anfon eto.`,
    overtaken:
      'Cafodd hyn ei dynnu’n ôl, neu daeth rhywbeth mwy newydd yn ei le. Ni ellir ei anfon eto, ond gallwch ei daflu.',
    act: 'Beth ydych chi am ei wneud?',
    acts: { redrive: 'Gofyn am ei anfon eto', discard: 'Ei daflu' },
    hints: {
      redrive: 'Byddwn yn ceisio am 7 diwrnod arall. Cewch yr hyn y mae’r adroddiad yn ei ddweud erbyn hyn.',
      discard: 'Ni chewch wybod. Mae’r dinesydd yn gweld hynny, a bod rhaid iddynt roi gwybod i chi eu hunain.',
    },
    reason: 'Pam?',
    reasonHint: 'Caiff ei gadw gyda’r hyn a wnewch. Peidiwch ag ysgrifennu dim am berson.',
    submit: 'Cadarnhau',
    cancel: 'Canslo',
    errors: {
      act: 'Dewiswch beth rydych am ei wneud',
      reason: 'Rhowch y rheswm',
      long: 'Rhaid i’r rheswm fod yn 500 nod neu lai',
    },
  },
}
