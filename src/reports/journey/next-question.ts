import type { Question } from '../../catalogue/question.ts'
import { firstUnanswered, type Journey } from './journey.ts'

/**
 * The question to ask after this one: the next in order, so that somebody who went back walks forward again, to the end
 * of the section if there is a task list; but once all was answered, only what a change made necessary. Undefined:
 * the task list, or check answers.
 */
export function nextQuestion(journey: Journey, name: string, wasComplete: boolean): Question | undefined {
  const { event, steps } = journey
  const index = steps.findIndex(({ question }) => question.name === name)
  const unanswered = firstUnanswered(journey)?.question
  if (wasComplete) return unanswered
  const following = steps.slice(index + 1).filter(({ source }) => source === 'draft' || source === 'nowhere')
  const [next] = event.tasks ? following.filter(({ question }) => isBeside(journey, name, question)) : following
  return next?.question ?? (event.tasks ? undefined : unanswered)
}

/** The question before this one, of those that were put to the citizen; of a task list, in the same section. */
export function previousQuestion(journey: Journey, name: string): Question | undefined {
  const { event, steps } = journey
  const before = steps.slice(
    0,
    steps.findIndex(({ question }) => question.name === name),
  )
  return before.findLast(
    ({ source, question }) => source === 'draft' && (!event.tasks || isBeside(journey, name, question)),
  )?.question
}

const isBeside = ({ event }: Journey, name: string, { section }: Question) =>
  event.questions.find((question) => question.name === name)?.section === section
