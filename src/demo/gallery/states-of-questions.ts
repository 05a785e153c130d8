import { randomUUID } from 'node:crypto'
import { setImmediate as immediate } from 'node:timers/promises'
import type { ToKeep } from '../../catalogue/known.ts'
import type { LifeEvent } from '../../catalogue/life-event.ts'
import type { ListQuestion, Question } from '../../catalogue/question.ts'
import { withAnswer, emptyDraft } from '../../reports/drafts/draft.ts'
import { journeyThrough } from '../../reports/journey/journey.ts'
import type { Typed } from '../../reports/kinds/kind.ts'
import { parse } from '../../reports/kinds/kinds.ts'
import { remember } from '../../reports/kept-store.ts'
import { paths } from '../../reports/paths.ts'
import type { ReportParts } from '../../reports/journey/visit.ts'
import type { Db } from '../../shared/database.ts'
import { ukToday } from '../../shared/dates.ts'
import { recipientsOf } from '../../subscriptions/recipients-store.ts'
import { answerForms, itemForm } from './answer-forms.ts'
import { asStagePerson, nobody, stageDraft, stageFamily, stageIdentity, type Stage } from './stage.ts'
import type { State } from './state.ts'
import { answerOf, knownOf, waysThrough, type Surroundings, type Ways } from './ways.ts'

// The council of the person on the stage: Leeds.
const HOME = ['E08000035']

/** An event with the ways through it, and what they were found around. */
export interface Explored {
  event: LifeEvent
  ways: Ways
  around: Surroundings
  /** The same for who has told us of their family before: some questions arise only then. */
  again?: Explored
  /** What was told before. */
  kept?: ToKeep
}

/** @param db in which bodies and agreements are found: a number that no body can use is not asked for */
export async function explore(event: LifeEvent, parts: ReportParts, db: Db): Promise<Explored> {
  const { addresses, deathRegister, clock } = parts
  const identity = isProved(event) ? stageIdentity : nobody
  const today = ukToday(clock())
  const recipients = await recipientsOf(db, { eventType: event.type, areas: HOME, today })
  const wanted = recipients.flatMap(({ agreement }) => agreement.matching)
  const known = { ...knownOf(identity, today, wanted), proved: isProved(event) }
  const around: Surroundings = { language: 'en', known, addresses, deathRegister, now: clock() }
  const ways = await waysThrough(event, around)
  if (!isProved(event) || ways.unreached.length === 0) return { event, around, ways }
  const told = { ...around, known: { ...known, kept: stageFamily } }
  const again = { event, around: told, ways: await waysThrough(event, told), kept: stageFamily }
  return { event, around, ways, again }
}

/** Events that anybody who signed in may report are shown as such people see them. */
export const isProved = (event: LifeEvent) => event.reporters !== 'signed-in'

/** Every question of an event: as it is first met, sent with something wrong, and come back to with an answer. */
export async function statesOfQuestions(explored: Explored): Promise<State[]> {
  const { event, ways, again } = explored
  const states: State[] = []
  for (const question of event.questions) {
    const found = ways.before.has(question.name) ? explored : again
    if (found?.ways.before.has(question.name)) states.push(...(await statesOf(found, question)))
    await immediate()
  }
  return states
}

async function statesOf(explored: Explored, question: Question): Promise<State[]> {
  if (question.kind === 'list') return statesOfList(explored, question)
  const { event } = explored
  const path = paths.question(event.type, question.name)
  const wrong = await wrongForm(explored, question)
  const fresh = stateOf(explored, question, 'fresh', (stage) => before(stage, explored, question), { path })
  const sent = (form: Typed) =>
    stateOf(explored, question, 'with-errors', (stage) => before(stage, explored, question), { path, form })
  const filled = stateOf(explored, question, 'answered', (stage) => after(stage, explored, question), { path })
  return [fresh, ...(wrong ? [sent(wrong)] : []), filled]
}

/** The page of the first item, the list with an item in it, and the page that asks whether to remove it. */
function statesOfList(explored: Explored, question: ListQuestion): State[] {
  const { event, around } = explored
  const [list, item] = [paths.question(event.type, question.name), paths.item(event.type, question.name, 1)]
  const form = itemForm(question.parts, { ...around, given: {} })
  const blank = Object.fromEntries(Object.keys(form).map((input) => [input, '']))
  const fresh = (stage: Stage) => before(stage, explored, question)
  const full = (stage: Stage) => after(stage, explored, question)
  const needed = question.parts.some((part) => !part.optional)
  return [
    stateOf(explored, question, 'item', fresh, { path: item }),
    ...(needed ? [stateOf(explored, question, 'item-with-errors', fresh, { path: item, form: blank })] : []),
    stateOf(explored, question, 'item-answered', full, { path: item }),
    stateOf(explored, question, 'list', full, { path: list }),
    ...(question.most > 1 ? [stateOf(explored, question, 'list-with-errors', full, { path: list, form: {} })] : []),
    stateOf(explored, question, 'item-removal', full, { path: paths.itemRemoval(event.type, question.name, 1) }),
  ]
}

function stateOf(
  { event }: Explored,
  question: Question,
  what: string,
  prepare: (stage: Stage) => Promise<string>,
  { path, form }: { path: string; form?: Typed },
): State {
  return {
    name: `report/${event.type}/${question.name}/${what}`,
    person: isProved(event) ? 'proved' : 'signed-in',
    play: async (stage) => {
      const draft = await prepare(stage)
      return { path, ...(form && { form: { ...form, draft } }) }
    },
    ...(form && { status: 400 }),
  }
}

async function before(stage: Stage, { event, ways, kept }: Explored, { name }: Question): Promise<string> {
  await tellBefore(stage, kept)
  return (await stageDraft(stage, event, ways.before.get(name) ?? {})).id
}

/** As an earlier report did. */
async function tellBefore(stage: Stage, kept: ToKeep | undefined): Promise<void> {
  if (!kept) return
  await asStagePerson(stage, (owner) => remember(owner, { reportId: randomUUID(), numbers: {}, kept }))
}

async function after(stage: Stage, { event, ways, around, kept }: Explored, question: Question): Promise<string> {
  await tellBefore(stage, kept)
  const answers = ways.before.get(question.name) ?? {}
  const { given } = journeyThrough(event, answers, around.known)
  const asking = { ...around, given }
  const [form = {}] = await answerForms(question, asking)
  const answer = await answerOf(question, asking, form)
  return (await stageDraft(stage, event, withAnswer({ ...emptyDraft, answers }, question, answer).answers)).id
}

/** Nothing at all, or where that is an answer, something that is none. */
async function wrongForm({ event, ways, around }: Explored, question: Question): Promise<Typed | undefined> {
  const { given } = journeyThrough(event, ways.before.get(question.name) ?? {}, around.known)
  const nonsense = Object.fromEntries(
    ['', '-first', '-last', '-day'].map((part) => [`${question.name}${part}`, '?'.repeat(200)]),
  )
  for (const form of [{}, { [question.name]: '?'.repeat(2000) }, nonsense]) {
    const result = await parse(question, form, { ...around, given })
    if ('errors' in result && result.errors.length > 0) return form
  }
  return undefined
}
