import type { Method } from '../../subscriptions/subscription.ts'

/** What a stream shows in a run, in this order: each waits until the one before it has been answered. */
export const steps = ['good', 'duplicate', 'withdrawal', 'forged', 'audience', 'burst'] as const
export type Step = (typeof steps)[number]

/** What is wrong with a token on purpose. */
export type Flaw = 'signature' | 'audience'

/** What a receiver made of one token. Silent: it had its time, and neither took nor refused it. */
export const answerKinds = ['accepted', 'refused', 'failed', 'silent'] as const
export type AnswerKind = (typeof answerKinds)[number]

export interface Answer {
  kind: AnswerKind
  /** Of the transport, of HTTP or of RFC 8935. */
  code: string | null
}

export interface Verdict {
  passed: boolean
  /** The first that was not as expected, or the one that all gave. */
  answer: Answer
  asExpected: number
  ofAll: number
}

// As many as a busy minute brings to one body.
const BURST = 20

// Signatures and audiences are checked for whoever reads in the browser: there is nothing to refuse.
const STEPS_OF_INBOX: readonly Step[] = ['good', 'duplicate', 'withdrawal']

export const stepsOf = (method: Method): readonly Step[] => (method === 'inbox' ? STEPS_OF_INBOX : steps)

export const tokensOf = (step: Step): number => (step === 'burst' ? BURST : 1)

export const flawOf = (step: Step): Flaw | null =>
  step === 'forged' ? 'signature' : step === 'audience' ? 'audience' : null

export const expectedOf = (step: Step): 'accepted' | 'refused' => (flawOf(step) ? 'refused' : 'accepted')

/** @param answers one for each token of the step */
export function verdictOn(step: Step, answers: readonly Answer[]): Verdict {
  const wrong = answers.filter(({ kind }) => kind !== expectedOf(step))
  const answer = wrong[0] ?? answers[0] ?? { kind: 'silent', code: null }
  const asExpected = answers.length - wrong.length
  return { passed: wrong.length === 0 && answers.length > 0, answer, asExpected, ofAll: answers.length }
}

/** The step whose turn it is; undefined when all have a result. */
export const nextStep = (method: Method, done: readonly Step[]): Step | undefined =>
  stepsOf(method).find((step) => !done.includes(step))
