import type { en } from './en.ts'

export const cy: typeof en = {
  title: 'Pob tudalen ym mhob cyflwr',
  intro:
    'Mae’r gwasanaeth yn gwneud pob tudalen wrth i chi ofyn amdani, ar gyfer person dychmygol. Ni chedwir dim ohoni.',
  count: (number) => `${number} cyflwr.`,
  language: 'Dewiswch yr iaith ar frig pob tudalen.',
}
