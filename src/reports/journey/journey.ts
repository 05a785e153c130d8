import type { Answers } from '../../catalogue/answers.ts'
import type { Known } from '../../catalogue/known.ts'
import type { LifeEvent } from '../../catalogue/life-event.ts'
import type { Question } from '../../catalogue/question.ts'
import { leftBlank, mayBeBlank } from '../drafts/draft.ts'
import { isAsked, stands } from '../kinds/kinds.ts'

/** A question that is asked, or would be if we did not hold the answer. */
export interface Step {
  question: Question
  /** Undefined while it is unanswered, and when it was left blank. */
  answer: unknown
  /** False for a list that more may be added to. */
  answered: boolean
  /** Where the answer comes from: the draft, an earlier report, or a verified document. */
  source: 'draft' | 'held' | 'verified' | 'nowhere'
  /** Who verified it, when that is not GOV.UK One Login. */
  by?: 'registrar'
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
  const unwanted = { ...known, wanted: [] }
  for (const question of event.questions) {
    const seen = question.matching ? known : unwanted
    if (!isAsked(question, given, seen)) continue
    const step = stepAt(question, answers[question.name], given, seen)
    if (step.answer !== undefined) given[question.name] = step.answer
    steps.push(step)
  }
  return { event, known, steps, given }
}

export const firstUnanswered = ({ steps }: Journey) => steps.find(({ answered }) => !answered)

export const isComplete = (journey: Journey) => firstUnanswered(journey) === undefined

/** The step of this name, unless it is not asked, is not the citizen's to change, or comes too early. */
export function reachableStep(journey: Journey, name: string | undefined): Step | undefined {
  const step = journey.steps.find(({ question }) => question.name === name)
  const open = step && stepsBefore(journey, step).every(({ answered }) => answered)
  return open && step.source !== 'verified' ? step : undefined
}

/**
 * What must be answered before this step: all that stands before it. Of a task list, the first section, which says
 * what the others ask, and what stands before it in its own section: the others can be done in any order.
 */
function stepsBefore({ event, steps }: Journey, step: Step): readonly Step[] {
  const before = steps.slice(0, steps.indexOf(step))
  const [first] = steps
  if (!event.tasks) return before
  return before.filter(({ question: { section } }) =>
    [first?.question.section, step.question.section].includes(section),
  )
}

function stepAt(question: Question, answer: unknown, given: Answers, known: Known): Step {
  if (answer === leftBlank && mayBeBlank(question))
    return { question, answer: undefined, answered: true, source: 'draft' }
  if (stands(question, answer, given, known)) return { question, answer, answered: isFinished(answer), source: 'draft' }
  const held = question.held?.(given, known)
  if (!held) return { question, answer: undefined, answered: false, source: 'nowhere' }
  const { answer: heldAnswer, verified, by } = held
  return { question, answer: heldAnswer, answered: true, source: verified ? 'verified' : 'held', ...(by && { by }) }
}

const isFinished = (answer: unknown) =>
  !(typeof answer === 'object' && answer !== null && 'complete' in answer && answer.complete === false)
