import type { SameWords } from '../../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  title: 'Lle gallai’r log mynediad fod yn anghyflawn',
  lead: 'Cymharir yr hyn y mae cyrff yn rhoi gwybod amdano â’r hyn a lofnodant bob dydd, ac â’r hyn y mae’r cyrff ar yr ochr arall yn rhoi gwybod amdano. Cyfrifir hyn bob 10 munud.',
  gaps: {
    heading: 'Bylchau sydd ar agor, neu a gaewyd yn ystod y 30 diwrnod diwethaf',
    columns: { body: 'Corff', what: 'Beth', state: 'Cyflwr' },
    nothing: 'Nid oes bwlch.',
  },
  kinds: {
    silent: 'Distaw ers',
    uncounted: 'Dim cyfrif ar gyfer y diwrnod',
    fewer: 'Daeth llai nag y mae’n ei ddweud',
    more: 'Daeth mwy nag y mae’n ei ddweud',
    exchange: 'Llai nag y mae’r ochr arall yn ei gofnodi',
  },
  with: (what, other) => `${what}: ${other}`,
  numbers: (said, arrived) => `Disgwyliwyd ${said}, cyrhaeddodd ${arrived}`,
  openSince: (time) => `Ar agor ers ${time}`,
  closedAt: (time) => `Caewyd ar ${time}`,
  heard: {
    heading: 'Pryd y clywyd gan bob corff ddiwethaf',
    columns: { body: 'Corff', last: 'Clywyd ddiwethaf' },
    nothing: 'Nid oes yr un corff wedi rhoi gwybod eto.',
  },
}
