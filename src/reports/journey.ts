import type { Answers } from '../catalogue/answers.ts'
import type { Known } from '../catalogue/known.ts'
import type { LifeEvent } from '../catalogue/life-event.ts'
import type { Question } from '../catalogue/question.ts'
import { leftBlank, mayBeBlank } from './draft.ts'
import { isAsked, stands } from './kinds/kinds.ts'

/** A question that is asked, or would be if we did not hold the answer. */
export interface Step {
  question: Question
  /** Undefined while it is unanswered, and when it was left blank. */
  answer: unknown
  /** False for a list that more may be added to. */
  answered: boolean
  /** Where the answer comes from: the draft, an earlier report, or a verified document. */
  source: 'draft' | 'held' | 'verified' | 'nowhere'
}

/** A citizen's way through an event, as their answers so far make it. */
export interface Journey {
  event: LifeEvent
  known: Known
  steps: readonly Step[]
  /** Answers to questions that are asked: what a changed mind left behind is not among them. */
  given: Answers
}

export function journeyThrough(event: LifeEvent, answers: Answers, known: Known): Journey {
  const given: Record<string, unknown> = {}
  const steps: Step[] = []
  for (const question of event.questions) {
    if (!isAsked(question, given, known)) continue
    const step = stepAt(question, answers[question.name], given, known)
    if (step.answer !== undefined) given[question.name] = step.answer
    steps.push(step)
  }
  return { event, known, steps, given }
}

export const firstUnanswered = ({ steps }: Journey) => steps.find(({ answered }) => !answered)

export const isComplete = (journey: Journey) => firstUnanswered(journey) === undefined

/** The step of this name, unless it is not asked, is not the citizen's to change, or comes too early. */
export function reachableStep(journey: Journey, name: string): Step | undefined {
  const { steps } = journey
  const index = steps.findIndex(({ question }) => question.name === name)
  const open = steps.slice(0, index).every(({ answered }) => answered)
  const step = steps[index]
  return step && open && step.source !== 'verified' ? step : undefined
}

/**
 * The question to ask after this one: the next in order, so that somebody who went back walks forward again; but once
 * all was answered, only what a change made necessary. Undefined: check answers.
 */
export function nextQuestion(journey: Journey, name: string, wasComplete: boolean): Question | undefined {
  const index = journey.steps.findIndex(({ question }) => question.name === name)
  const following = journey.steps.slice(index + 1).find(({ source }) => source === 'draft' || source === 'nowhere')
  const unanswered = firstUnanswered(journey)?.question
  return wasComplete ? unanswered : (following?.question ?? unanswered)
}

/** The question before this one, of those that were put to the citizen. */
export function previousQuestion({ steps }: Journey, name: string): Question | undefined {
  const index = steps.findIndex(({ question }) => question.name === name)
  return steps.slice(0, index).findLast(({ source }) => source === 'draft')?.question
}

function stepAt(question: Question, answer: unknown, given: Answers, known: Known): Step {
  if (answer === leftBlank && mayBeBlank(question))
    return { question, answer: undefined, answered: true, source: 'draft' }
  if (stands(question, answer, given, known)) return { question, answer, answered: isFinished(answer), source: 'draft' }
  const held = question.held?.(given, known)
  if (!held) return { question, answer: undefined, answered: false, source: 'nowhere' }
  return { question, answer: held.answer, answered: true, source: held.verified ? 'verified' : 'held' }
}

const isFinished = (answer: unknown) =>
  !(typeof answer === 'object' && answer !== null && 'complete' in answer && answer.complete === false)
