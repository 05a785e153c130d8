import type { Answers } from '../catalogue/answers.ts'
import type { Question } from '../catalogue/question.ts'
import { DAY } from '../shared/clock.ts'

/** Kept for so long after the last answer. */
export const KEPT_FOR = 28 * DAY

/** What is sealed: the answers by question name, and whether there was once an answer to everything. */
export interface DraftContent {
  answers: Answers
  wasComplete: boolean
}

/** A citizen's unsent report. It survives sign-out. */
export interface Draft extends DraftContent {
  id: string
  expiresAt: Date
}

export const emptyDraft: DraftContent = { answers: {}, wasComplete: false }

/** With this answer in the place of an earlier one, and without those that it takes the ground from. */
export function withAnswer(content: DraftContent, question: Question, answer: unknown): DraftContent {
  const dropped = [question.name, ...(question.forgets ?? [])]
  const kept = Object.entries(content.answers).filter(([name]) => !dropped.includes(name))
  const added = answer === undefined ? [] : [[question.name, answer] as const]
  return { ...content, answers: Object.fromEntries([...kept, ...added]) }
}
