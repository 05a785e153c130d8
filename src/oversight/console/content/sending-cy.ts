import type { SameWords } from '../../../shared/language.ts'
import type { en } from './sending-en.ts'

export const cy: SameWords<typeof en> = {
  heading: 'Pa mor gyflym rydym yn anfon',
  atOnce: 'Galwadau ar yr un pryd',
  perSecond: 'Galwadau bob eiliad',
  maintenance: 'Cynnal a chadw',
  weThinkRight: 'Cynifer ag sy’n briodol yn ein barn ni',
  asTaken: 'Cynifer ag y byddwch yn eu cymryd',
  none: 'Dim',
  failing: 'Nid oes dim wedi cyrraedd ers',
  change: 'Newid pa mor gyflym rydym yn anfon',
  weekly: (day, from, until) => `Bob ${day}, ${from} i ${until}`,
  once: (from, until) => `${from} i ${until}`,
  days: {
    monday: 'dydd Llun',
    tuesday: 'dydd Mawrth',
    wednesday: 'dydd Mercher',
    thursday: 'dydd Iau',
    friday: 'dydd Gwener',
    saturday: 'dydd Sadwrn',
    sunday: 'dydd Sul',
  },
  form: {
    title: 'Newid pa mor gyflym rydym yn anfon',
    intro: 'Mae hyn ar gyfer y ffrwd yr ydym yn anfon ati. Gadewch flwch yn wag a byddwn ni’n penderfynu.',
    file: 'Os yw gweithredwyr y gwasanaeth hwn yn cadw eich sefydliad mewn ffeil, dywedwch wrthynt hwythau. Bydd yr hyn y mae’r ffeil yn ei ddweud am hyn yn dod yn ôl pan fyddant yn ei defnyddio nesaf.',
    atOnce: 'Faint o alwadau a gaiff fod ar agor ar yr un pryd?',
    atOnceHint: (most) => `Rhif cyfan o 1 i ${most}`,
    perSecond: 'Faint o alwadau a gawn ni eu gwneud bob eiliad?',
    perSecondHint: (least, most) => `Rhif o ${least} i ${most}. Mae 0.5 yn un alwad mewn 2 eiliad`,
    maintenance: 'Pryd mae eich system ar gau?',
    maintenanceHint:
      'Nid ydym yn anfon dim bryd hynny, ac nid oes dim yn cyfrif fel methiant. Ysgrifennwch un ar bob llinell, yn amser y DU: diwrnod a 2 amser, fel dydd Sul 22:00 i 02:00, neu 2 ddyddiad ac amser, fel 24/12/2026 18:00 i 27/12/2026 08:00.',
    save: 'Cadw',
    errors: {
      atOnce: (most) => `Rhaid i’r galwadau ar yr un pryd fod yn rhif cyfan o 1 i ${most}`,
      perSecond: (least, most) => `Rhaid i’r galwadau bob eiliad fod yn rhif o ${least} i ${most}`,
      line: (line) => `Rhaid i linell ${line} fod fel dydd Sul 22:00 i 02:00, neu 24/12/2026 18:00 i 27/12/2026 08:00`,
      times: (line) => `Ar linell ${line}, rhaid i’r diwedd fod ar ôl y dechrau, a 3 diwrnod ar ei ôl ar y mwyaf`,
      many: (most) => `Ysgrifennwch ${most} llinell neu lai`,
      week: 'Rhaid i’ch system fod ar agor ar 4 diwrnod o’r wythnos. I beidio â chael gwybod dim am gyfnod hirach, oedwch y ffrwd',
    },
  },
}
