import type { CalendarDate } from '../../shared/dates.ts'
import type { PersonRecord } from './person-record.ts'
import type { Pace } from './pace.ts'

/** Made-up bodies speak both languages throughout. */
export interface InBoth {
  en: string
  cy: string
}

/** One of the sample bodies: what it says of itself, whom it knows and how it answers. All of it data. */
export interface Body {
  id: string
  name: InBoth
  cluster: 'crime-and-justice' | 'health-and-social-care' | 'human-services'
  kind: string
  contact: { url: string }
  /** GSS codes of the areas it serves; absent: everywhere. */
  areas?: string[]
  /** Each has an address of its own to be told at. */
  subscriptions: SampleSubscription[]
  /** Answers the first calls after a start with 503, as a body does whose system is down. */
  downAtFirst?: boolean
}

export interface SampleSubscription {
  /** The end of its address. */
  path: string
  agreement: SampleAgreement
  /** The body's own small file of people for this. Some of them are of an age, so it depends on the day. */
  people: (today: CalendarDate) => PersonRecord[]
  /** The first that fits the case is what the body does. */
  answers: { when: Situation; steps: Step[] }[]
  /** Somebody or something there looks at the data later, and the body reports that. */
  look?: Look
}

/** An agreement as it stands in the agencies file. */
export interface SampleAgreement {
  id: string
  purpose: InBoth
  effect: InBoth
  legalBasis: string
  power: string
  powerName: InBoth
  choice: 'required' | 'optional'
  fields: string[]
  matching: string[]
  usualDays: number
  minimumAge?: number
  reviewOn: CalendarDate
}

/** What a case looks like to the body; `always` stands last. */
export type Situation =
  'always' | 'not-in-our-files' | 'moved-abroad' | 'no-log-book-reference' | 'new-here-and-moving-in' | 'moving-in'

/** An outcome that the body sends, and how long after the one before. */
export interface Step {
  after: keyof Pace['delays']
  status: 'in_progress' | 'done' | 'no_record' | 'needs_information' | 'refused'
  /** Days from today by which the citizen must do something. */
  dueInDays?: number
  message?: InBoth
  /** Of a refusal. */
  reason?: string
}

export interface Look {
  name: string
  accessType: 'consult'
  unit: string
  system: string
  actor: { kind: 'officer' | 'automated'; role: string }
  dataCategories: string[]
}
