import type { SameWords } from '../../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  facts: {
    address: 'Eich cyfeiriad',
    name: 'Eich enw',
    phone: 'Eich rhif ffôn',
    email: 'Eich cyfeiriad e-bost',
    language: 'Yr iaith rydych am ei defnyddio',
    employer: 'I bwy rydych yn gweithio',
    income: 'Sut mae eich incwm wedi newid',
    child: 'Enwau eich plentyn',
  },
  terms: {
    purpose: (fact) => `Peidio â gofyn i bobl eto am yr hyn sydd gan gorff arall: ${fact}`,
    effect: 'Bydd yn defnyddio’r hyn a ddywedir wrtho, ac ni fydd yn gofyn i chi amdano.',
  },
  askedOnce: {
    title: 'Yr hyn nad oes angen gofyn i chi amdano eto',
    intro: 'Mae’r cyrff cyhoeddus hyn yn cael ffaith gan gorff arall. Ni ddylent ofyn i chi amdani.',
    empty: 'Nid oes unrhyw gorff yn cael ffaith gan gorff arall eto.',
    from: (holder) => `gan ${holder}`,
    agreement: 'Gweld y cytundeb',
    caption: (body) => `${body}: yr hyn nad oes angen gofyn i chi amdano`,
    fact: 'Ffaith',
    holder: 'Gan bwy y daw',
  },
}
