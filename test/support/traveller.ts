import type { Answers } from '../../src/catalogue/answers.ts'
import type { LifeEvent } from '../../src/catalogue/life-event.ts'
import { answerForms, itemForm } from '../../src/demo/gallery/answer-forms.ts'
import { waysThrough, type Surroundings, type Ways } from '../../src/demo/gallery/ways.ts'
import { findDraft, removeDraft, startDraft, listDrafts } from '../../src/reports/drafts/draft-store.ts'
import type { Draft } from '../../src/reports/drafts/draft.ts'
import { firstUnanswered, journeyThrough, type Journey } from '../../src/reports/journey/journey.ts'
import type { Typed } from '../../src/reports/kinds/kind.ts'
import { openJourney } from '../../src/reports/journey/open-journey.ts'
import { ownerIn, type Owner } from '../../src/reports/owner.ts'
import { paths } from '../../src/reports/paths.ts'
import type { Citizen } from './access-log.ts'
import { as } from './access-log.ts'
import type { Client, Fields } from './client.ts'
import type { House } from './house.ts'

/** Somebody signed in, whose journeys are looked at from behind the door as well. */
export interface Traveller extends Citizen {
  browser: Client
}

/** In a transaction of their own, as the rooms read and write for them. */
export const asOwnerOf = <Result>(house: House, who: Citizen, work: (owner: Owner) => Promise<Result>) =>
  as<Result>(house.database, who, (tx) => {
    const person = { accountId: who.accountId, subjects: who.subjects, proved: true }
    return work(ownerIn(tx, { vault: house.config.vault, person, now: house.clock() }))
  })

/** Ways to every question of an event that this person can come to, made from the questions' own declarations. */
export async function waysOf(
  house: House,
  who: Citizen,
  event: LifeEvent,
): Promise<{ ways: Ways; around: Surroundings }> {
  const { addresses, deathRegister } = house.parts
  const { journey } = await asOwnerOf(house, who, (owner) => openJourney(owner, event, undefined))
  const around: Surroundings = { language: 'en', known: journey.known, addresses, deathRegister, now: house.clock() }
  return { ways: await waysThrough(event, around), around }
}

/** A draft with these answers, the only one that the person has. */
export const draftWith = (house: House, who: Citizen, event: LifeEvent, answers: Answers): Promise<Draft> =>
  asOwnerOf(house, who, async (owner) => {
    for (const { id } of await listDrafts(owner)) await removeDraft(owner, id)
    const draft = await startDraft(owner, { eventType: event.type, content: { answers, wasComplete: false } })
    if (typeof draft === 'string') throw new Error(`No draft: ${draft}`)
    return draft
  })

export const draftOf = (house: House, who: Citizen, event: LifeEvent) =>
  asOwnerOf(house, who, (owner) => findDraft(owner, { eventType: event.type }))

/** Through the front door, from the first question to check answers, each answered with the plainest form it takes. */
export async function answerEverything(house: House, who: Traveller, event: LifeEvent): Promise<void> {
  const { browser } = who
  for (let asked = 0; asked < MOST_QUESTIONS; asked += 1) {
    const question = await nextQuestion(house, who, event)
    if (question === undefined) break
    await browser.get(paths.question(event.type, question))
    await browser.submit(toFields(await formFor(house, who, event, browser.page.url.pathname)))
    if (browser.page.errors.length > 0) throw new Error(`${question}: ${browser.page.errors.join(', ')}`)
  }
  await browser.get(paths.checkAnswers(event.type))
}

/** The name of the first question that is not answered; undefined when all are. */
export async function nextQuestion(house: House, who: Citizen, event: LifeEvent): Promise<string | undefined> {
  return firstUnanswered(await journeyOf(house, who, event))?.question.name
}

/** The plainest form that the question takes whose page has this path, or the page of an item of a list. */
export async function formFor(house: House, who: Citizen, event: LifeEvent, path: string): Promise<Typed> {
  const [, , , name = '', item] = path.split('/')
  const journey = await journeyOf(house, who, event)
  const question = event.questions.find((each) => each.name === name)
  if (!question) throw new Error(`${path} is no question's`)
  const { addresses, deathRegister } = house.parts
  const around = { language: 'en', known: journey.known, addresses, deathRegister, now: house.clock() } as const
  const asking = { ...around, given: journey.given }
  if (question.kind === 'list' && item !== undefined) return itemForm(question.parts, asking)
  return (await answerForms(question, asking))[0] ?? {}
}

const MOST_QUESTIONS = 80

async function journeyOf(house: House, who: Citizen, event: LifeEvent): Promise<Journey> {
  return asOwnerOf(house, who, async (owner) => {
    const draft = await findDraft(owner, { eventType: event.type })
    const { journey } = await openJourney(owner, event, draft)
    return journeyThrough(event, draft?.answers ?? {}, journey.known)
  })
}

const toFields = (form: Typed): Fields =>
  Object.fromEntries(
    Object.entries(form).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
  )
