import type { CalendarDate } from '../../../shared/dates.ts'
import type { en } from './content/en.ts'

/** Done: it happened. Published: planned for this time, as whoever is in charge has said. Unknown: nobody has said when. */
export type MilestoneState = 'done' | 'published' | 'unknown'

export interface Milestone {
  name: string
  state: MilestoneState
  /** A day, or a month or a year of which no day is known. */
  when?: string
}

export interface Priority {
  id: keyof typeof en
  milestones: readonly Milestone[]
  sources: readonly { name: string; href: string }[]
  /** Life events that tell those who need it, with the field that it takes, if one. */
  told: readonly { type: string; field?: string }[]
}

/** Up to when what is listed here was published. Whoever looks through the sources again changes it. */
export const PUBLISHED_BY: CalendarDate = '2025-06-05'

export const priorities: readonly Priority[] = [
  {
    id: 'child-protection',
    milestones: [
      { name: 'introduced', state: 'done', when: '2024-12-17' },
      { name: 'teams', state: 'published' },
      { name: 'duty', state: 'published' },
      { name: 'number', state: 'unknown' },
    ],
    sources: [
      { name: 'bill', href: 'https://bills.parliament.uk/bills/3909' },
      { name: 'act', href: 'https://www.legislation.gov.uk/ukpga/2004/31/contents' },
      {
        name: 'strategy',
        href: 'https://www.gov.uk/government/publications/keeping-children-safe-helping-families-thrive',
      },
    ],
    told: [{ type: 'birth' }, { type: 'change-of-address', field: 'moving_with' }],
  },
  {
    id: 'school-meals',
    milestones: [
      { name: 'announced', state: 'done', when: '2025-06-05' },
      { name: 'widened', state: 'published', when: '2026-09' },
      { name: 'automatic', state: 'unknown' },
    ],
    sources: [
      {
        name: 'announcement',
        href: 'https://www.gov.uk/government/news/over-half-a-million-children-to-benefit-from-free-school-meals',
      },
      { name: 'apply', href: 'https://www.gov.uk/apply-free-school-meals' },
      { name: 'act', href: 'https://www.legislation.gov.uk/ukpga/1996/56/section/512ZB' },
    ],
    told: [{ type: 'work', field: 'children_at_school' }],
  },
]
