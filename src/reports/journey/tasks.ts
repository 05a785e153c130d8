import { isComplete, reachableStep, type Journey, type Step } from './journey.ts'

/** A section of a long event, and how far it is. */
export interface Task {
  section: string
  state: 'done' | 'begun' | 'fresh' | 'closed'
  /** The question to begin or go on with; undefined while it is closed, and when nothing in it can be changed. */
  question: string | undefined
}

/** The sections in which something is asked, in order. */
export function tasksOf(journey: Journey): Task[] {
  const sections = [...new Set(journey.event.questions.map(({ section }) => section))]
  return sections.flatMap((section) => {
    const steps = journey.steps.filter(({ question }) => question.section === section)
    return steps.length > 0 ? [taskOf(journey, section, steps)] : []
  })
}

/** Whether all that is asked can be checked and sent. */
export const checkingState = (journey: Journey): Task['state'] => (isComplete(journey) ? 'fresh' : 'closed')

function taskOf(journey: Journey, section: string, steps: readonly Step[]): Task {
  const next = steps.find(({ answered }) => !answered) ?? steps.find(({ source }) => source !== 'verified')
  const open = next && reachableStep(journey, next.question.name)
  return { section, state: stateOf(steps, open !== undefined), question: open?.question.name }
}

function stateOf(steps: readonly Step[], open: boolean): Task['state'] {
  if (steps.every(({ answered }) => answered)) return 'done'
  if (!open) return 'closed'
  return steps.some(({ source }) => source === 'draft') ? 'begun' : 'fresh'
}
