import { answerTo } from '../../catalogue/answers.ts'
import type { LifeEvent } from '../../catalogue/life-event.ts'
import { isSafe } from '../../catalogue/safety.ts'
import type { ListQuestion, Question } from '../../catalogue/question.ts'
import { withAnswer, type DraftContent } from '../drafts/draft.ts'
import { changeDraft, noteSafety } from '../drafts/draft-store.ts'
import type { Owner } from '../owner.ts'
import { isComplete, type Journey } from './journey.ts'
import { nextQuestion } from './next-question.ts'
import type { Item } from '../kinds/list.ts'
import { openJourney } from './open-journey.ts'
import { paths } from '../paths.ts'

/** Where an answer goes: to the draft whose page was seen; a first answer begins one. */
export interface Answering {
  event: LifeEvent
  draftId: string | undefined
}

/** @returns the path to go on to. */
export function saveAnswer(owner: Owner, at: Answering, question: Question, answer: unknown): Promise<string> {
  return save(owner, at, {
    change: (content) => withAnswer(content, question, answer),
    next: (journey, wasComplete) => placeAfter(journey, question, wasComplete),
  })
}

/** Item `number` of the list, from 1; one after the last is added. */
export function saveItem(owner: Owner, at: Answering, question: ListQuestion, number: number, item: Item) {
  return save(owner, at, {
    change: (content) => withItems(content, question, (items) => put(items, number, item, question.most)),
    next: (journey, wasComplete) =>
      wasComplete && isComplete(journey)
        ? paths.checkAnswers(at.event.type)
        : paths.question(at.event.type, question.name),
  })
}

export function removeItem(owner: Owner, at: Answering, question: ListQuestion, number: number) {
  return save(owner, at, {
    change: (content) =>
      withItems(content, question, (items) => ({
        items: items.filter((_, index) => index !== number - 1),
        complete: false,
      })),
    next: () => paths.question(at.event.type, question.name),
  })
}

interface Items {
  items: Item[]
  complete: boolean
}

/** One that is changed leaves the list as finished as it was; after one that is added there may be more. */
function put(items: Item[], number: number, item: Item, most: number): Partial<Items> {
  if (number <= items.length) return { items: items.with(number - 1, item) }
  return { items: [...items, item].slice(0, most), complete: false }
}

function withItems(content: DraftContent, question: ListQuestion, change: (items: Item[]) => Partial<Items>) {
  const before = answerTo('list', content.answers, question.name) ?? { items: [], complete: false }
  const after = { ...before, ...change(before.items) }
  return withAnswer(content, question, after.items.length > 0 ? after : undefined)
}

interface Saving {
  change: (content: DraftContent) => DraftContent
  next: (journey: Journey, wasComplete: boolean) => string
}

async function save(owner: Owner, { event, draftId }: Answering, { change, next }: Saving): Promise<string> {
  const draft = await changeDraft(owner, { eventType: event.type, id: draftId }, change)
  if (draft === 'gone') return paths.draftGone
  if (draft === 'too-many') return paths.tooManyDrafts
  const { journey } = await openJourney(owner, event, draft)
  await noteSafety(owner, draft, event.safety(journey.given) || (isSafe(journey.given) ? false : null))
  if (isComplete(journey) && !draft.wasComplete) {
    await changeDraft(owner, draft, (content) => ({ ...content, wasComplete: true }))
  }
  return next(journey, draft.wasComplete)
}

function placeAfter(journey: Journey, question: Question, wasComplete: boolean): string {
  const { type, tasks } = journey.event
  const list = question.kind === 'list' ? answerTo('list', journey.given, question.name) : undefined
  if (list && !list.complete) return paths.item(type, question.name, list.items.length + 1)
  const next = nextQuestion(journey, question.name, wasComplete)
  if (next) return paths.question(type, next.name)
  return tasks && !(wasComplete && isComplete(journey)) ? paths.tasks(type) : paths.checkAnswers(type)
}
