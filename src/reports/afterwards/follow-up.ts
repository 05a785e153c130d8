import type { Answers } from '../../catalogue/answers.ts'
import type { Facts } from '../../catalogue/life-event.ts'

/** What a citizen did after sending. It stands beside the report, which stays as it was sent. */
export type FollowUpKind = keyof FollowUpContents

/** What is sealed of each. */
export interface FollowUpContents {
  /** All of it anew, not what differs. */
  correction: { facts: Facts; answers: Answers }
  /** For us alone: bodies are told that it is withdrawn, not why. */
  withdrawal: { reason?: WithdrawalReason }
  answer: { text: string }
  offer: { decision: OfferDecision }
}

export const withdrawalReasons = ['wrong', 'not-happening', 'tell-myself'] as const
export type WithdrawalReason = (typeof withdrawalReasons)[number]

/** `accept`: yes, do it; `opt_out`: no, do not. What not answering means is the body's to say. */
export type OfferDecision = 'accept' | 'opt_out'
export const offerDecisions = ['accept', 'opt_out'] as const satisfies OfferDecision[]

/** Before everything else that is due, or in its turn. */
export type Priority = 0 | 1
