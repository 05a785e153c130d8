import type { CalendarDate } from '../../shared/dates.ts'
import type { PersonRecord } from './person-record.ts'
import type { Pace } from './pace.ts'
import type { Situation } from './situations.ts'

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
  contact: Contact
  /** It is told when somebody could be in danger: then it writes no letter and says nothing to others at the address. */
  takesCare?: true
  /** GSS codes of the areas it serves; absent: everywhere. */
  areas?: string[]
  /** GSS code of the region whose cluster it is in, of its combined authority; absent: a national one. */
  region?: string
  /** Each has an address of its own to be told at, unless it polls or is read by people. */
  subscriptions: SampleSubscription[]
  /** Answers the first calls after a start with 503, as a body does whose system is down. */
  downAtFirst?: boolean
}

/** Ways to reach it without this service, as the agencies file has them. */
export interface Contact {
  url: string
  phone?: string
  textphone?: string
  /** How to phone through Relay UK. */
  relay?: string
  post?: string
  email?: string
  in_person?: InBoth
}

export interface SampleSubscription {
  /** The end of its address. */
  path: string
  /** Nobody outside may call it: it fetches what it is told. A body has one such at most. */
  polls?: true
  /** It has no system: somebody reads what comes in a browser, and until then it waits. */
  inbox?: true
  /** No two of them cover one type of event: a token says its type, and not its agreement. */
  agreements: SampleAgreement[]
  /** The body's own small file of people for this. Some of them are of an age, so it depends on the day. */
  people: (today: CalendarDate) => PersonRecord[]
}

/** An agreement as it stands in the agencies file, and what the body does when it is told under it. */
export interface SampleAgreement {
  id: string
  purpose: InBoth
  effect: InBoth
  legalBasis: string
  power: string
  powerName: InBoth
  choice: 'required' | 'optional'
  irreversible?: true
  matching: string[]
  usualDays: number
  minimumAge?: number
  reviewOn: CalendarDate
  events: CoveredEvent[]
  /** What it says to what a citizen does afterwards, where it has words of its own for that. */
  replies?: Partial<Replies>
  /** Somebody or something there looks at the data later, and the body reports that. */
  look?: Look
}

export interface CoveredEvent {
  type: string
  fields: string[]
  /** The first that fits the case is what the body does. */
  answers: Answer[]
}

export interface Answer {
  when: Situation
  steps: Step[]
}

export interface Replies {
  corrected: InBoth
  withdrawn: InBoth
  answered: InBoth
  accepted: InBoth
  declined: InBoth
}

/** An outcome that the body sends, and how long after the one before. */
export interface Step {
  after: keyof Pace['delays']
  status: 'in_progress' | 'done' | 'no_record' | 'needs_information' | 'refused'
  /** Days from today by which the citizen must do something. */
  dueInDays?: number
  message?: InBoth
  /** Of a refusal. */
  reason?: string
  offer?: Offer
}

/** Something that the body does of its own accord; the citizen accepts it or opts out. */
export interface Offer {
  title: InBoth
  text: InBoth
  action: 'accept' | 'opt_out'
}

export interface Look {
  name: string
  /** Of the body's own activities, where it looks at more than what it was told; otherwise what it does is its agreement's. */
  activity?: string
  accessType: 'consult'
  unit: string
  system: string
  actor: { kind: 'officer' | 'automated'; role: string }
  dataCategories: string[]
}
