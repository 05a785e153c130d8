import type { Answers } from '../catalogue/answers.ts'
import type { Facts, HandOff } from '../catalogue/life-event.ts'
import type { AboutSomebody } from './somebody-else/about.ts'
import type { EarlierReport } from './somebody-else/earlier-report.ts'

/** What a citizen told us, as it was sent. It never changes; corrections and withdrawals stand beside it. */
export interface Report {
  id: string
  /** What the citizen knows it by, `7K3M-9QXD-24TV`. */
  reference: string
  eventType: string
  submittedAt: Date
  safety: boolean
  timing: Timing
}

export interface NewReport {
  eventType: string
  /** One draft becomes one report, however often it is sent. */
  draftId: string
  facts: Facts
  /** What was answered, for when it has to be corrected. */
  answers: Answers
  /** GSS codes, for routing. */
  areas: readonly string[]
  /** Keyed hashes under which bodies may have listed whom it is about. */
  listedAs: readonly Buffer[]
  told: Told
  withheld: Withheld
  timing: Timing
  redacted: Redacted
  /** From when bodies whose act cannot be undone may be told, in an event that keeps them waiting. */
  cooledAt?: Date | undefined
  /** What the citizen still has to apply for: shown again once it is sent. */
  handOffs: readonly HandOff[]
  safety: boolean
  /** Whom it is about, when that is not who reports it. */
  about?: AboutSomebody | undefined
  /** The report of the same matter that it joins: whom that one tells, this one does not. */
  joins?: EarlierReport | undefined
}

/** Agreements that the citizen saw on the page that was sent, by id, in the version that was shown. */
export type Told = Readonly<Record<string, number>>

/** When bodies are told that are not told at once, by agreement: an ISO time, or held until the citizen says so. */
export type Timing = Readonly<Record<string, string>>

/** Fields that are left out of what a body gets, by agreement. */
export type Redacted = Readonly<Record<string, readonly string[]>>

/**
 * Agreements under which nothing is told, by id, and why: the citizen chose so, is too young for the body, said nothing
 * that it deals with, or is somebody whom the body says it has no file on.
 */
export type Withheld = Readonly<Record<string, 'chosen' | 'objected' | 'age' | 'nothing' | 'no-file'>>
