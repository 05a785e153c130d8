import type { Answers } from '../../catalogue/answers.ts'
import type { Question } from '../../catalogue/question.ts'
import { DAY } from '../../shared/clock.ts'
import type { BodyChoices } from '../preview/body-choices.ts'

/** Kept for so long after the last answer. */
export const KEPT_FOR = 28 * DAY

/** What is sealed: the answers by question name, whether all was once answered, and what is wanted of single bodies. */
export interface DraftContent {
  answers: Answers
  wasComplete: boolean
  bodies?: Partial<BodyChoices>
}

/** A citizen's unsent report. It survives sign-out. */
export interface Draft extends DraftContent {
  id: string
  eventType: string
  startedAt: Date
  expiresAt: Date
  /** The report that it is to correct; undefined for a new one. */
  correctsReportId?: string
}

/** One person's. More is a program at work, or a mistake. */
export const MOST_DRAFTS = 20

/** Which draft: the one whose page was seen; without an id the one of the event that was opened last. */
export interface WhichDraft {
  eventType: string
  id?: string | undefined
}

/** Why there is none to write in: it was sent or deleted meanwhile, or the person has too many to begin another. */
export type NoDraft = 'gone' | 'too-many'

export const emptyDraft: DraftContent = { answers: {}, wasComplete: false }

/** An answer too: an optional question was left blank, or what we hold is to be left out. */
export const leftBlank = null

/** With this answer in the place of an earlier one, and without those that it takes the ground from. */
export function withAnswer(content: DraftContent, question: Question, answer: unknown): DraftContent {
  const dropped = [question.name, ...(question.forgets ?? [])]
  const kept = Object.entries(content.answers).filter(([name]) => !dropped.includes(name))
  const given = answer === undefined && mayBeBlank(question) ? leftBlank : answer
  const added = given === undefined ? [] : [[question.name, given] as const]
  return { ...content, answers: Object.fromEntries([...kept, ...added]) }
}

export const mayBeBlank = ({ optional, mayLeaveOut }: Question) => optional === true || mayLeaveOut === true
