import type { SameWords } from '../../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  service: 'Efelychiad o GOV.UK One Login',
  about: 'Ynglŷn â’r gwasanaeth hwn',
  tag: 'Efelychiad',
  warning:
    'Nid GOV.UK One Login yw hwn. Efelychiad ydyw, er mwyn rhoi cynnig ar wasanaethau ar y cyfrifiadur hwn. Nid oes yr un o’r bobl hyn yn bobl go iawn.',
  skip: 'Neidio i’r prif gynnwys',
  error: 'Gwall',
  picker: {
    title: 'Dewiswch pwy sy’n mewngofnodi',
    hint: 'Pobl ddychmygol yw pawb yma.',
    continue: 'Parhau',
    cancel: 'Mynd yn ôl heb fewngofnodi',
    problem: 'Mae problem',
    missing: 'Dewiswch pwy sy’n mewngofnodi',
  },
  home: {
    title: 'Efelychiad o wasanaeth GOV.UK One Login',
    text: 'Mae gwasanaethau ar y cyfrifiadur hwn yn anfon pobl yma i fewngofnodi. Dechreuwch o’r gwasanaeth rydych am roi cynnig arno.',
  },
  signedOut: {
    title: 'Rydych wedi allgofnodi',
    text: 'Rydych wedi allgofnodi o’r efelychiad o GOV.UK One Login.',
  },
  failed: {
    title: 'Mae’n ddrwg gennym, ni all yr efelychiad wneud hynny',
    text: 'Ewch yn ôl i’r gwasanaeth a dechrau eto.',
  },
}
