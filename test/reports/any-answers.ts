import { randomUUID } from 'node:crypto'
import * as cheerio from 'cheerio'
import fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'
import type { Answers } from '../../src/catalogue/answers.ts'
import type { LifeEvent } from '../../src/catalogue/life-event.ts'
import type { Question } from '../../src/catalogue/question.ts'
import { itemFields, inputsOf } from '../../src/reports/kinds/kinds.ts'
import type { PersonNames } from '../../src/catalogue/person-name.ts'
import { remember } from '../../src/reports/kept-store.ts'
import { paths } from '../../src/reports/paths.ts'
import { asOwnerOf, draftOf, draftWith, type Traveller, waysOf } from '../support/traveller.ts'
import type { House } from '../support/house.ts'

/** If this element stands on a page, something that was sent came back unescaped. */
const PROBE = `"'><sent-as-markup x='"`

/** What people, programs and enemies may put in a box. */
const text = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    PROBE,
    '{{ 7 * 7 }}',
    '__proto__',
    'constructor',
    'yes',
    'no',
    'none',
    '-1',
    '1e309',
    '29',
    '02',
  ),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 50 }).map((some) => `${some}${PROBE}`),
  fc.constantFrom('\u0000\u0007\u001b[31m', '\u202eright to left\u202c', '👩‍👩‍👧🏴󠁧󠁢󠁷󠁬󠁳󠁿', '\u0300'.repeat(500)),
  fc.nat({ max: 12_000 }).map((length) => '9'.repeat(length)),
)

/** As bytes of a form: some that are no UTF-8 (half a surrogate, an end in the middle), and half escapes. */
const written = fc.oneof(
  { weight: 6, arbitrary: text.map((some) => encodeURIComponent(some.toWellFormed())) },
  { weight: 1, arbitrary: fc.constantFrom('%ED%A0%80', '%F0%9F%98', '%', '%zz', '%00%ff', '+%2B+') },
)

/** The names that the form has, and some that no form has. */
const names = (inputs: readonly string[]) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...inputs) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '__proto__',
        'constructor',
        'toString',
        `${inputs[0] ?? ''}[]`,
        'draft',
        'answers',
        '[a][b]',
      ),
    },
  )

/** Any form, partial, repeated and strange ones among them. */
export const anyForm = (inputs: readonly string[]) =>
  fc
    .array(fc.tuple(names(inputs), written), { maxLength: 12 })
    .map((pairs) => pairs.map((pair) => pair.join('=')).join('&'))

/** Throws so many forms at each question of an event that this person can come to. */
export async function throwAt(house: House, who: Traveller, event: LifeEvent, numRuns: number): Promise<void> {
  const { ways } = await waysOf(house, who, event)
  for (const question of event.questions) {
    const answers = ways.before.get(question.name)
    if (answers) await throwAtQuestion(house, who, { event, question, answers, numRuns })
  }
}

/** The same at the questions that only arise from what this person told us before, whose words are markup. */
export async function throwAtWhatArisesFromKept(
  house: House,
  who: Traveller,
  events: readonly LifeEvent[],
  numRuns: number,
): Promise<string[]> {
  const reached = async (event: LifeEvent) => (await waysOf(house, who, event)).ways.before
  const before = new Map<LifeEvent, ReadonlyMap<string, Answers>>()
  for (const event of events) before.set(event, await reached(event))
  const names: PersonNames = [{ nameParts: [{ type: 'GivenName', value: PROBE }] }]
  const kept = { children: [{ names, birth_date: '2019-06-01' }], partner: { names } }
  await asOwnerOf(house, who, (owner) => remember(owner, { reportId: randomUUID(), numbers: {}, kept }))
  const thrownAt: string[] = []
  for (const event of events) {
    for (const [name, answers] of await reached(event)) {
      const question = event.questions.find((each) => each.name === name)
      if (before.get(event)?.has(name) || !question) continue
      thrownAt.push(`${event.type}/${name}`)
      await throwAtQuestion(house, who, { event, question, answers, numRuns })
    }
  }
  return thrownAt
}

/** Every free text of a whole journey is markup: on each page that shows answers it must come back as text. */
export async function writeMarkupIn(house: House, who: Traveller, event: LifeEvent): Promise<void> {
  const { ways } = await waysOf(house, who, event)
  const answers = Object.entries(ways.whole).map(([name, answer]) => {
    return [
      name,
      asMarkup(
        event.questions.find((question) => question.name === name),
        answer,
      ),
    ] as const
  })
  await draftWith(house, who, event, Object.fromEntries(answers))
  const lists = event.questions.filter(({ kind, name }) => kind === 'list' && ways.whole[name] !== undefined)
  const pages = [
    paths.checkAnswers(event.type),
    paths.whoWillBeTold(event.type),
    paths.events,
    ...lists.flatMap(({ name }) => [paths.question(event.type, name), paths.itemRemoval(event.type, name, 1)]),
  ]
  for (const path of pages) {
    const { $, status } = await who.browser.get(path)
    expect(status, path).toBe(200)
    expect($('sent-as-markup').length, `${path} lets markup through`).toBe(0)
  }
  const shown = (await who.browser.get(paths.checkAnswers(event.type))).text.includes('<sent-as-markup')
  expect(shown, 'what was written is there, as text').toBe(
    answers.some(([name, answer]) => answer !== ways.whole[name]),
  )
}

/** An answer of the same shape, with markup for every word of it that the question leaves free. */
function asMarkup(question: Question | undefined, answer: unknown): unknown {
  if (question?.kind === 'names')
    return [
      {
        nameParts: [
          { type: 'GivenName', value: PROBE },
          { type: 'FamilyName', value: PROBE },
        ],
      },
    ]
  if (question?.kind === 'text' && answer !== null) return question.format(PROBE) ?? answer
  if (question?.kind !== 'list') return answer
  const { items } = answer as { items: Record<string, unknown>[] }
  const written = items.map((item) =>
    Object.fromEntries(
      Object.entries(item).map(([name, part]) => [
        name,
        asMarkup(
          question.parts.find((each) => each.name === name),
          part,
        ),
      ]),
    ),
  )
  return isDeepStrictEqual(written, items) ? answer : { items: written, complete: true }
}

interface Target {
  event: LifeEvent
  question: Question
  answers: Answers
  numRuns: number
}

async function throwAtQuestion(
  house: House,
  who: Traveller,
  { event, question, answers, numRuns }: Target,
): Promise<void> {
  const inputs = question.kind === 'list' ? itemFields(question) : inputsOf(question)
  const path =
    question.kind === 'list' ? paths.item(event.type, question.name, 1) : paths.question(event.type, question.name)
  const property = fc.asyncProperty(anyForm(inputs), async (form) => {
    const { id } = await draftWith(house, who, event, answers)
    await house.database.owner('rate_limits').delete()
    const page = await who.browser.get(path)
    const token = page.$('main input[name="_csrf"]').first().attr('value') ?? ''
    const sent = await post(house, who, path, `_csrf=${encodeURIComponent(token)}&draft=${id}&${form}`)
    const where = `${event.type}/${question.name}`
    expect(sent.status, where).toBeLessThan(500)
    expect(sent.$('sent-as-markup').length, `${where} let markup through`).toBe(0)
    const draft = await draftOf(house, who, event)
    const lost = Object.keys(answers).filter((name) => !isDeepStrictEqual(draft?.answers[name], answers[name]))
    expect(lost, `${where} lost answers`).toEqual([])
    const after = await who.browser.get(path)
    expect([200, 303], where).toContain(after.status)
    expect(after.$('sent-as-markup').length, `${where} kept markup`).toBe(0)
  })
  await fc.assert(property, { numRuns, seed: 20261122, endOnFailure: true })
}

/** Byte for byte, as no browser would. */
async function post(house: House, { browser }: Traveller, path: string, body: string) {
  const cookie = `session=${browser.cookie('session')}`
  const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
  const response = await fetch(house.baseUrl + path, { method: 'POST', redirect: 'manual', headers, body })
  return { status: response.status, $: cheerio.load(await response.text()) }
}
