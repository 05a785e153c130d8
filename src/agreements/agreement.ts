import type { CalendarDate } from '../shared/dates.ts'
import type { Bilingual } from '../shared/language.ts'
import type { Account } from './account.ts'

/** One version of who may be told what, for which purpose, on which power, until when. A version never changes. */
export interface Agreement {
  id: string
  version: number
  agencyId: string
  purpose: Bilingual
  /** What the body will do when it is told. */
  effect: Bilingual
  /** UK GDPR, `6(1)(e)`. */
  legalBasis: string
  /** The statute relied on: its address at legislation.gov.uk, or its name and section. */
  power: string
  /** What people call it: `Road Traffic Act 1988, section 99`. */
  powerName: Bilingual | null
  /** Whether the citizen can keep this body from being told. */
  choice: 'required' | 'optional'
  /** What the body does when it is told cannot be undone. */
  irreversible: boolean
  /** Fields given beside each event's own so that the body can find the person in its files. */
  matching: string[]
  /** Younger citizens' reports do not go there. In whole years. */
  minimumAge: number | null
  /** How long the body usually takes. */
  usualDays: number
  reviewOn: CalendarDate | null
  /** The last day on which anything may be sent under it. */
  endsOn: CalendarDate | null
  /** What it is for and what could go wrong, for everybody to read. */
  account: Account | null
  /** The body that holds what is shared; null: what citizens report here. */
  holderId: string | null
  startsOn: CalendarDate | null
  /** It is tried out, and lapses unless its review shows benefit. */
  trial: Trial | null
  events: { type: string; fields: string[] }[]
}

/** The public address of a version: what access records name as their processing activity. */
export const activityUri = (baseUrl: string, { id, version }: Pick<Agreement, 'id' | 'version'>) =>
  `${baseUrl}${versionPath({ id, version })}`

export const versionPath = ({ id, version }: Pick<Agreement, 'id' | 'version'>) =>
  `/agreements/${id}/versions/${version}`

/** W3C Data Privacy Vocabulary: all that bodies are told so far is told so that public services work. */
export const PURPOSE = 'https://w3id.org/dpv#PublicBenefit'

export const trials = ['prevention', 'prototype'] as const
export type Trial = (typeof trials)[number]

/** Lapsed: nobody reviewed it in time. */
export type AgreementState = 'live' | 'lapsed' | 'ended'

export type Standing = AgreementState | 'review-due' | 'over'

/** Ended by the body or the operator, or over because its last day has passed. */
export function standingOn(
  today: CalendarDate,
  { state, endsOn, reviewOn }: Pick<Agreement, 'endsOn' | 'reviewOn'> & { state: AgreementState },
): Standing {
  if (state !== 'live') return state
  if (endsOn !== null && endsOn < today) return 'over'
  return reviewOn !== null && reviewOn <= today ? 'review-due' : 'live'
}

/** What waits for its review is still in use. */
export const isInUse = (standing: Standing) => standing === 'live' || standing === 'review-due'

/** All that a body is given with an event of this type, without repeats. */
export function fieldsFor(agreement: Pick<Agreement, 'events' | 'matching'>, eventType: string): string[] {
  const event = agreement.events.find(({ type }) => type === eventType)
  return event ? [...new Set([...event.fields, ...agreement.matching])] : []
}
