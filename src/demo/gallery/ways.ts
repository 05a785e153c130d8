import { setImmediate as immediate } from 'node:timers/promises'
import type { Answers } from '../../catalogue/answers.ts'
import { answerTo } from '../../catalogue/answers.ts'
import type { Known } from '../../catalogue/known.ts'
import type { LifeEvent } from '../../catalogue/life-event.ts'
import type { Question } from '../../catalogue/question.ts'
import { emptyDraft, withAnswer, type DraftContent } from '../../reports/drafts/draft.ts'
import { firstUnanswered, journeyThrough } from '../../reports/journey/journey.ts'
import type { Asking } from '../../reports/kinds/kind.ts'
import { parse } from '../../reports/kinds/kinds.ts'
import { parseItem } from '../../reports/kinds/list.ts'
import { answerForms, itemForm } from './answer-forms.ts'

/** What an event's questions can be asked around: everything but what was answered before. */
export type Surroundings = Omit<Asking, 'given'>

/** Which of its forms each question is answered with; the first unless said. */
export type Choices = ReadonlyMap<string, number>

export interface Ways {
  /** For each question that can be reached: the answers with which it is the next one. */
  before: ReadonlyMap<string, Answers>
  /** The choices that lead there. */
  choices: ReadonlyMap<string, Choices>
  /** The answers of a whole journey, each question answered the plainest way. */
  whole: Answers
  /** Questions that nothing leads to. */
  unreached: readonly string[]
}

// Each is a journey from beginning to end; the longest event needs about a hundred.
const MOST_WAYS = 400

/**
 * Ways to every question of an event: the plainest first, then the same with one question answered another way, and so
 * on from every new place, until all have been reached or there is nothing left to try.
 */
export async function waysThrough(event: LifeEvent, around: Surroundings): Promise<Ways> {
  const before = new Map<string, Answers>()
  const choices = new Map<string, Choices>()
  const tried = new Set<string>()
  const queue: Choices[] = [new Map()]
  let whole: Answers | undefined
  const note = (question: Question, answers: Answers, way: Choices, forms: number) => {
    if (!before.has(question.name)) {
      before.set(question.name, answers)
      choices.set(question.name, way)
    }
    for (let other = 0; other < forms; other += 1) {
      const key = `${question.name}/${other}`
      if (tried.has(key)) continue
      tried.add(key)
      if (other > 0) queue.push(new Map([...way, [question.name, other]]))
    }
  }
  for (let ways = 0; ways < MOST_WAYS && before.size < event.questions.length; ways += 1) {
    const way = queue.shift()
    if (!way) break
    const answers = await walk(event, around, way, note)
    whole ??= answers
  }
  const unreached = event.questions.map(({ name }) => name).filter((name) => !before.has(name))
  return { before, choices, whole: whole ?? {}, unreached }
}

type Note = (question: Question, answers: Answers, way: Choices, forms: number) => void

/** One journey. @returns its answers, as far as it got. */
async function walk(event: LifeEvent, around: Surroundings, way: Choices, note: Note): Promise<Answers> {
  let content: DraftContent = emptyDraft
  const passed = new Set<string>()
  for (;;) {
    const journey = journeyThrough(event, content.answers, around.known)
    const question = firstUnanswered(journey)?.question
    if (!question || passed.has(question.name)) return content.answers
    passed.add(question.name)
    // Whoever else asks something of this process meanwhile is answered.
    await immediate()
    const asking = { ...around, given: journey.given }
    const forms = await answerForms(question, asking)
    note(question, content.answers, way, forms.length)
    const answer = await answerOf(question, asking, forms[way.get(question.name) ?? 0] ?? forms[0] ?? {})
    content = withAnswer(content, question, answer)
  }
}

/** A list gets one item, since without any it cannot be ended. */
export async function answerOf(question: Question, asking: Asking, form: Asking['given']): Promise<unknown> {
  if (question.kind === 'list' && !answerTo('list', asking.given, question.name)) {
    const item = parseItem(question, itemForm(question.parts, asking), asking)
    return 'errors' in item ? undefined : { items: [item.answer ?? {}], complete: true }
  }
  const parsed = await parse(question, form as never, asking)
  return 'errors' in parsed ? undefined : parsed.answer
}

/** Those who have told us nothing yet, of whom every number could be used. */
export const knownOf = (identity: Known['identity'], today: string, wanted: readonly string[]): Known => ({
  ...{ identity, today, wanted },
  proved: true,
  kept: {},
  numbers: {},
})
