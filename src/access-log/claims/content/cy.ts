import type { SameWords } from '../../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  title: 'Dod o hyd i gofnodion o dan eich rhifau',
  intro:
    'Mae rhai cyrff cyhoeddus yn cofnodi defnyddiau o’ch data o dan eich rhif Yswiriant Gwladol neu’ch rhif GIG. Dywedwch y rhif wrthym i weld y cofnodion hynny hefyd.',
  how: 'Rydym yn gofyn i gorff cyhoeddus sy’n gwybod y rhifau hyn ai eich un chi yw hwn. Mae’n cael y rhif, eich enw a’ch dyddiad geni, ac yn ateb ie neu na yn unig. Nid ydym yn cadw’r rhif.',
  linked: 'Rhifau rydych yn gweld cofnodion ar eu cyfer',
  types: { nino: 'Rhif Yswiriant Gwladol', 'nhs-number': 'Rhif GIG' },
  since: (day) => `Ers ${day}`,
  remove: 'Peidio â dangos y cofnodion hyn',
  removeOf: (type) => `: ${type}`,
  which: 'Pa rif sydd gennych?',
  number: 'Y rhif',
  hint: 'Mae rhif Yswiriant Gwladol yn edrych fel QQ 12 34 56 C. Mae gan rif GIG 10 digid.',
  submit: 'Dod o hyd i gofnodion',
  back: 'Pwy ddefnyddiodd eich data',
  success: 'Llwyddiant',
  done: {
    confirmed: 'Eich rhif chi ydyw. Mae’r cofnodion o dano yn eich rhestr nawr.',
    unlinked: 'Nid yw cofnodion o dan y rhif hwn yn eich rhestr mwyach.',
  },
  problems: {
    'not-confirmed':
      'Ni allai’r corff gadarnhau mai eich rhif chi yw hwn. Gwiriwch ef, a bod eich enw yr un fath ar ei lythyrau.',
    'no-answer': 'Ni atebodd y corff. Nid oes dim o’i le ar yr hyn a deipioch. Rhowch gynnig arall arni’n nes ymlaen.',
    taken: 'Ni allwn ddangos cofnodion o dan y rhif hwn yma. Cysylltwch â ni, a byddwn yn edrych i mewn iddo.',
    'too-many': 'Rydych wedi rhoi cynnig arni’n rhy aml. Rhowch gynnig arall arni yfory.',
  },
  errors: {
    type: 'Dewiswch pa rif sydd gennych',
    blank: 'Rhowch y rhif',
    form: {
      nino: 'Rhowch rif Yswiriant Gwladol yn y fformat cywir, fel QQ 12 34 56 C',
      'nhs-number': 'Rhowch rif GIG yn y fformat cywir: mae ganddo 10 digid',
    },
  },
}
