/** What a number stands for. A share is in percent; of everything but counts and shares there is a value as it is. */
export type Unit = 'count' | 'share' | 'days' | 'minutes' | 'questions' | 'pounds'

export const groups = ['requests', 'deliveries', 'access', 'service', 'quality'] as const
export type Group = (typeof groups)[number]

export interface Figure {
  id: FigureId
  group: Group
  unit: Unit
  /** What it is made of; an empty one is the figure itself. Parts that depend on the catalogue are not listed. */
  parts: readonly string[]
  /** Those of them that are said on the overview. */
  headline: readonly string[]
  /** Also of each body. */
  bodies: boolean
  /** It counts people or what happens to their data: then nothing is said that is about fewer than five. */
  people: boolean
  /** What comes from a body or an operator, as nobody can count it here. */
  given: boolean
  /** Shown for the month that runs, where no change from one hour to the next tells of one person. */
  running: boolean
  /** How its months are drawn on the overview; undefined: on its own page only. */
  drawn?: 'bars' | 'lines'
}

const figure = <Id extends string>(id: Id, group: Group, unit: Unit, more: Partial<Omit<Figure, 'id'>> = {}) => ({
  ...{ id, group, unit, parts: [''], bodies: true, people: false, given: false, running: true },
  headline: more.parts ?? [''],
  ...more,
})

const aboutPeople = { people: true }

/** How long each step takes: the median and the 90th percentile of those that ended in the month. */
export const steps = ['whole', 'considered', 'decided'] as const
const DAYS = steps.flatMap((step) => [`${step}-median`, `${step}-p90`])

/** Why a request is declined, as whoever declines says. */
export const reasons = ['no-power', 'too-much', 'security', 'cost', 'quality', 'other'] as const

export const answers = ['done', 'no_record', 'needs_information', 'refused'] as const

// In the order in which they are shown.
const listed = [
  figure('requests-made', 'requests', 'count'),
  figure('requests-delivered', 'requests', 'count', { drawn: 'bars' }),
  figure('requests-declined', 'requests', 'count'),
  figure('declined-why', 'requests', 'count', { parts: reasons, bodies: false }),
  figure('requests-backlog', 'requests', 'count', { drawn: 'bars' }),
  figure('days-to-decide', 'requests', 'days', { parts: DAYS, headline: DAYS.slice(0, 2), drawn: 'lines' }),
  figure('reliance-share', 'requests', 'share', { bodies: false }),
  figure('cluster-share', 'requests', 'share', { bodies: false }),
  figure('paperwork-questions', 'requests', 'questions'),
  figure('paperwork-minutes', 'requests', 'minutes'),
  figure('deliveries', 'deliveries', 'count', { ...aboutPeople, parts: ['taken', 'given-up'], drawn: 'bars' }),
  figure('answers-on-time', 'deliveries', 'share', { ...aboutPeople, drawn: 'lines' }),
  figure('overdue', 'deliveries', 'count', aboutPeople),
  figure('access-records', 'access', 'count', { ...aboutPeople, drawn: 'bars' }),
  // Of each body by quarter at /access/figures: by month as well, one could be worked out from the other.
  figure('questions-asked', 'access', 'count', { ...aboutPeople, bodies: false }),
  figure('questions-in-time', 'access', 'share', aboutPeople),
  figure('sealed-opened', 'access', 'count', { ...aboutPeople, running: false }),
  figure('sealed-renewed', 'access', 'count', { ...aboutPeople, running: false }),
  figure('coverage', 'access', 'share', { bodies: false }),
  figure('cost-per-transaction', 'service', 'pounds', { bodies: false, given: true }),
  figure('satisfaction', 'service', 'share', { ...aboutPeople, bodies: false, drawn: 'lines' }),
  figure('completion', 'service', 'share', { ...aboutPeople, bodies: false, drawn: 'lines' }),
  figure('digital-take-up', 'service', 'share', { given: true }),
  figure('match-rate', 'quality', 'share', { ...aboutPeople, drawn: 'lines' }),
  figure('answers', 'quality', 'count', { ...aboutPeople, parts: answers }),
] as const

export type FigureId = (typeof listed)[number]['id']

export const figures: readonly Figure[] = listed

const byId = new Map<string, Figure>(figures.map((one) => [one.id, one]))

export const findFigure = (id: string): Figure | undefined => byId.get(id)

/** What was measured. Of a count `n`; of a share `n` out of `of`; of anything else `value`. */
export interface Measure {
  figure: string
  part: string
  /** Empty: of the whole service. */
  agencyId: string
  n: number
  of: number | null
  value: number | null
}

/** What is published. Null: nothing to say, or too few to say it. */
export interface PublishedFigure {
  figure: string
  part: string
  agencyId: string
  value: number | null
}
