import { answerTo } from '../catalogue/answers.ts'
import type { LifeEvent } from '../catalogue/life-event.ts'
import type { ListQuestion, Question } from '../catalogue/question.ts'
import { withAnswer, type DraftContent } from './draft.ts'
import { changeDraft } from './draft-store.ts'
import type { Owner } from './owner.ts'
import { isComplete, nextQuestion, type Journey } from './journey.ts'
import type { Item } from './kinds/list.ts'
import { openJourney } from './open-journey.ts'
import { paths } from './paths.ts'

/** @returns the path to go on to. */
export function saveAnswer(owner: Owner, event: LifeEvent, question: Question, answer: unknown): Promise<string> {
  return save(owner, event, question, (content) => withAnswer(content, question, answer))
}

/** Item `number` of the list, from 1; one after the last is added. */
export function saveItem(owner: Owner, event: LifeEvent, question: ListQuestion, number: number, item: Item) {
  return changeItems(owner, event, question, (items) =>
    number > items.length ? [...items, item].slice(0, question.most) : items.with(number - 1, item),
  )
}

export function removeItem(owner: Owner, event: LifeEvent, question: ListQuestion, number: number) {
  return changeItems(owner, event, question, (items) => items.filter((_, index) => index !== number - 1))
}

async function changeItems(
  owner: Owner,
  event: LifeEvent,
  question: ListQuestion,
  change: (items: Item[]) => Item[],
): Promise<string> {
  await save(owner, event, question, (content) => {
    const items = change(answerTo('list', content.answers, question.name)?.items ?? [])
    return withAnswer(content, question, items.length > 0 ? { items, complete: false } : undefined)
  })
  return paths.question(event.type, question.name)
}

async function save(
  owner: Owner,
  event: LifeEvent,
  question: Question,
  change: (content: DraftContent) => DraftContent,
): Promise<string> {
  const draft = await changeDraft(owner, event.type, change)
  const { journey } = await openJourney(owner, event, draft)
  if (isComplete(journey) && !draft.wasComplete) {
    await changeDraft(owner, event.type, (content) => ({ ...content, wasComplete: true }))
  }
  return placeAfter(journey, question, draft.wasComplete)
}

function placeAfter(journey: Journey, question: Question, wasComplete: boolean): string {
  const { type } = journey.event
  const list = question.kind === 'list' ? answerTo('list', journey.given, question.name) : undefined
  if (list && !list.complete) return paths.item(type, question.name, list.items.length + 1)
  const next = nextQuestion(journey, question.name, wasComplete)
  return next ? paths.question(type, next.name) : paths.checkAnswers(type)
}
