import type { SameWords } from '../../../shared/language.ts'
import type { en } from './en.ts'

// Names of bodies stand where Welsh does not mutate them: at the beginning, or after a colon.
export const cy: SameWords<typeof en> = {
  day: (weekday, day) => `${weekday} ${day}`,
  weekdays: ['dydd Llun', 'dydd Mawrth', 'dydd Mercher', 'dydd Iau', 'dydd Gwener', 'dydd Sadwrn', 'dydd Sul'],
  gaps: {
    silent: (body, day) => `${body}: nid yw wedi rhoi gwybod i ni am ddim ers ${day}.`,
    uncounted: (body, day) => `${body}: nid yw wedi dweud wrthym pa mor aml y defnyddiodd ddata ar ${day}.`,
    fewer: (body, day) => `${body}: defnyddiodd ddata yn amlach ar ${day} nag y mae wedi rhoi gwybod i ni.`,
    more: (body, day) => `${body}: mae wedi rhoi gwybod am fwy o ddefnydd ar ${day} nag a gyfrifodd.`,
    exchange: (body, day, other) =>
      `${body}: rhannodd ddata ar ${day} â chorff arall (${other}), ac nid yw wedi rhoi gwybod am y cyfan.`,
  },
  above: {
    incomplete: 'Efallai nad yw’r rhestr hon yn gyflawn.',
    more: (bodies) => `Mae’r un peth yn wir am gyrff eraill: ${bodies}.`,
    coverage: 'Gweld beth mae pob corff yn rhoi gwybod amdano, a beth nad yw',
    warning: 'Rhybudd',
  },
  page: {
    title: 'Beth mae pob corff yn rhoi gwybod amdano',
    intro:
      'Mae cyrff yn rhoi gwybod i ni pan fyddant yn defnyddio data pobl. Yma gallwch weld ers pryd y mae pob un yn gwneud hynny, ar gyfer pa systemau, a lle gallai rhywbeth fod ar goll.',
    check:
      'Ar ddiwedd pob diwrnod gall corff ddweud wrthym, gyda’i lofnod, pa mor aml y defnyddiodd ddata unrhyw un. Rydym yn cymharu hynny â’r hyn sydd wedi’n cyrraedd, a’r hyn y mae un corff yn dweud iddo ei roi â’r hyn y mae’r llall yn dweud iddo ei gael. Pan fydd rhywbeth ar goll, rydym yn dweud hynny yma o fewn yr awr.',
    gaps: 'Nawr',
    mayMiss: 'Gall fod yn anghyflawn',
    since: 'Yn rhoi gwybod ers',
    never: 'Nid yw wedi rhoi gwybod eto',
    last: 'Clywyd ddiwethaf',
    covered: 'Systemau y mae’n rhoi gwybod amdanynt',
    missing: 'Systemau nad yw’n rhoi gwybod amdanynt',
    unsaid: 'Nid yw’r corff wedi dweud wrthym pa rai.',
    others: 'Cyrff nad ydynt yn rhoi gwybod eto',
    othersIntro:
      'Mae’r cyrff hyn yn cymryd rhan yn y gwasanaeth. Rydym yn cofnodi’r hyn rydym yn ei ddweud wrthynt. Nid ydynt eto’n rhoi gwybod beth maent yn ei wneud ag ef.',
    nobody: 'Nid oes yr un corff yn rhoi gwybod eto.',
    figures: 'Gweld mewn rhifau beth mae pobl yn ei ofyn, a beth sy’n cael ei gadw’n ôl',
    back: 'Pwy ddefnyddiodd eich data',
  },
}
