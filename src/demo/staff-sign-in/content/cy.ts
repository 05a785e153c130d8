import type { SameWords } from '../../../shared/language.ts'
import { cy as oneLogin } from '../../one-login/content/cy.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  ...oneLogin,
  service: 'Efelychiad o fewngofnodi i staff',
  warning:
    'Nid gwasanaeth mewngofnodi go iawn yw hwn. Efelychiad ydyw, er mwyn rhoi cynnig ar wasanaethau ar y cyfrifiadur hwn. Nid oes yr un o’r bobl hyn yn bobl go iawn.',
  picker: { ...oneLogin.picker, title: 'Dewiswch pa gydweithiwr sy’n mewngofnodi' },
  home: {
    title: 'Efelychiad o fewngofnodi ar gyfer gwaith',
    text: 'Mae gwasanaethau ar y cyfrifiadur hwn yn anfon staff yma i fewngofnodi. Dechreuwch o’r gwasanaeth rydych am roi cynnig arno.',
  },
  signedOut: { title: 'Rydych wedi allgofnodi', text: 'Rydych wedi allgofnodi o’r efelychiad o fewngofnodi i staff.' },
}
