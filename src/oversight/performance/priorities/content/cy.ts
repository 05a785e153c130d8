import type { SameWords } from '../../../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  'child-protection': {
    name: 'Amddiffyn plant ar draws asiantaethau',
    what: 'Mae cynghorau, yr heddlu, iechyd ac ysgolion yn gweithio fel 1 tîm pan allai plentyn fod mewn perygl, ac mae pob un yn gweld beth mae’r lleill yn ei wybod.',
    owner: 'Yr Adran Addysg, gyda’r Adran Iechyd a Gofal Cymdeithasol a’r Swyddfa Gartref',
    state: 'Wedi’i gynllunio yn y gyfraith. Roedd y Senedd yn gweithio ar y mesur pan wnaed y rhestr hon.',
    milestones: {
      introduced: 'Cyflwynir y Mesur Llesiant Plant ac Ysgolion i Senedd y DU.',
      teams: 'Mae’r mesur yn gofyn i bob ardal gael tîm amddiffyn plant amlasiantaeth (cymal 3).',
      duty: 'Mae’r mesur yn ychwanegu dyletswydd i rannu’r hyn sy’n helpu i gadw plentyn yn ddiogel, ac 1 rhif i bob plentyn (cymal 4).',
      number:
        'Caiff y rhif, a phwy sy’n gorfod ei ddefnyddio, eu gosod gan reolau i ddilyn. Nid oes dyddiad wedi’i gyhoeddi.',
    },
    sources: {
      bill: 'Mesur Llesiant Plant ac Ysgolion, Senedd y DU',
      act: 'Deddf Plant 2004, y mae’r mesur yn ei newid',
      strategy: 'Cadw plant yn ddiogel, helpu teuluoedd i ffynnu (datganiad polisi, yn Saesneg)',
    },
    serves:
      'Rydym yn dweud wrth gynghorau, cyrff iechyd ac eraill pan gaiff plentyn ei eni neu pan fydd yn symud cartref. Nid ydym yn gwneud 1 rhif i bawb: mae gan bob corff ei rif ei hun ar gyfer plentyn yma.',
  },
  'school-meals': {
    name: 'Cofrestru awtomatig ar gyfer prydau ysgol am ddim',
    what: 'Mae plentyn a gaiff brydau ysgol am ddim yn eu cael, heb i riant orfod gofyn.',
    owner: 'Yr Adran Addysg, gyda’r Adran Gwaith a Phensiynau a chynghorau',
    state: 'Gall mwy o blant gael y prydau. Nid oes dyddiad wedi’i gyhoeddi ar gyfer eu cael heb ofyn.',
    milestones: {
      announced: 'Mae’r llywodraeth yn dweud y caiff mwy o deuluoedd brydau ysgol am ddim.',
      widened: 'Yn Lloegr, gall pob plentyn mewn cartref ar Gredyd Cynhwysol gael prydau ysgol am ddim.',
      automatic: 'Cofrestru heb ofyn ledled Lloegr. Mae rhai cynghorau’n gwneud hynny eu hunain.',
    },
    sources: {
      announcement: 'Dros hanner miliwn o blant i elwa ar brydau ysgol am ddim (stori newyddion, yn Saesneg)',
      apply: 'Gwneud cais am brydau ysgol am ddim (yn Saesneg)',
      act: 'Deddf Addysg 1996, adran 512ZB',
    },
    serves:
      'Pan fydd gwaith neu gyflog yn newid mewn cartref â phlant ysgol, rydym yn dweud wrth y cyngor. Gall gofrestru’r plentyn heb ffurflen, a gall y rhiant ddweud na.',
  },
}
