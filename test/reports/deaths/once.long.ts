import { afterEach, beforeEach, expect, test } from 'vitest'
import { DAY, HOUR } from '../../../src/shared/clock.ts'
import { dateFields, nameFields, toldName } from '../stories/street.ts'
import {
  answerDeath,
  changesOf,
  MARGARET,
  preview,
  reportDeath,
  send,
  startParish,
  withdraw,
  type Parish,
} from './parish.ts'

let parish: Parish
beforeEach(async () => {
  parish = await startParish()
})
afterEach(() => parish.close())

test('bodies are told at once, and what cannot be undone waits a day', async () => {
  const grace = await parish.house.signIn('grace')
  await answerDeath(grace, MARGARET)
  expect(await preview(grace)).toContain('We wait 24 hours before we tell it')
  await send(grace)
  const first = await parish.tell()
  expect(changesOf(first)).toEqual(['benefits told', 'licence told', 'tax told'])
  expect(first[0]?.event).toEqual({
    deceased_names: toldName('Margaret Anne', 'Fielding'),
    deceased_birth_date: '1951-09-30',
    death_date: '2026-11-03',
  })
  parish.house.clock.advance(23 * HOUR)
  expect(await parish.tell()).toEqual([])
  parish.house.clock.advance(2 * HOUR)
  expect(changesOf(await parish.tell())).toEqual(['passport told'])
})

test('taken back within the day, the body that cannot undo it is never told', async () => {
  const grace = await parish.house.signIn('grace')
  const reference = await reportDeath(grace, MARGARET)
  await parish.tell()
  await withdraw(grace, reference)
  expect(changesOf(await parish.tell())).toEqual(['benefits withdrawn', 'licence withdrawn', 'tax withdrawn'])
  parish.house.clock.advance(48 * HOUR)
  expect(await parish.tell()).toEqual([])
})

test('two report one death: bodies are told once, and both see how far they are', async () => {
  const grace = await parish.house.signIn('grace')
  const amira = await parish.house.signIn('amira')
  await reportDeath(grace, MARGARET)
  const [first] = await parish.tell()

  // Written otherwise, and still the same person; who lived in Leeds, as Amira has it.
  await answerDeath(amira, {
    ...MARGARET,
    names: nameFields('names', ' anne  MÁRGARET ', 'fiélding'),
    relationship: { relationship: 'child' },
  })
  const seen = await preview(amira)
  expect(seen).toContain('This death was already reported on')
  expect(seen).toContain('There is nobody left to tell.')
  expect(amira.page.body).not.toMatch(/Grace|Whitfield|friend/i)
  const second = await send(amira)
  expect(await parish.tell()).toEqual([])
  await amira.get(`/reports/${second}`)
  expect(amira.page.text).toMatch(/Told because of an earlier report.*Body benefits.*It has been told/)
  expect(amira.page.text).not.toContain('Not told')
  expect(first?.event).toHaveProperty('death_date')
  parish.house.clock.advance(25 * HOUR)
  expect(changesOf(await parish.tell())).toEqual(['passport told'])
})

test.each([
  ['another day of death', { 'death-date': dateFields('death-date', '2026-11-04') }],
  ['another day of birth', { 'birth-date': dateFields('birth-date', '1951-09-29') }],
  ['a first name less', { names: nameFields('names', 'Margaret', 'Fielding') }],
])('with %s it is a report of its own', async (_what, other) => {
  const grace = await parish.house.signIn('grace')
  const amira = await parish.house.signIn('amira')
  await reportDeath(grace, MARGARET)
  await parish.tell()
  await answerDeath(amira, { ...MARGARET, ...other })
  expect(await preview(amira)).not.toContain('already reported')
  await send(amira)
  expect(changesOf(await parish.tell())).toEqual(['benefits told', 'licence told', 'tax told'])
})

test('a body that only the second one’s report goes to is told because of that', async () => {
  const grace = await parish.house.signIn('grace')
  const amira = await parish.house.signIn('amira')
  await reportDeath(grace, {
    ...MARGARET,
    'deceased-postcode': { 'deceased-postcode': 'LS8 5DR' },
    'deceased-address': { 'deceased-address': '72000000012' },
  })
  expect(changesOf(await parish.tell())).toEqual(['benefits told', 'tax told'])
  await reportDeath(amira, MARGARET)
  const [licence, ...others] = await parish.tell()
  expect(others).toEqual([])
  expect(licence?.body).toBe('licence')
})

test('of two at the same moment one is first, and the other sees it before anything is sent', async () => {
  const grace = await parish.house.signIn('grace')
  const amira = await parish.house.signIn('amira')
  for (const each of [grace, amira]) {
    await answerDeath(each, MARGARET)
    expect(await preview(each)).not.toContain('already reported')
  }
  await Promise.all([grace.submit(), amira.submit()])
  const late = [grace, amira].filter(({ page }) => page.url.pathname.endsWith('who-will-be-told'))
  expect(late).toHaveLength(1)
  expect(late[0]?.page.text).toContain('This death was already reported on')
  await send(late[0]!)
  expect(changesOf(await parish.tell())).toEqual(['benefits told', 'licence told', 'tax told'])
})

test('the first one taken back by who made it, the other stands in its place, and bodies hear both in their order', async () => {
  const grace = await parish.house.signIn('grace')
  const amira = await parish.house.signIn('amira')
  const reference = await reportDeath(grace, MARGARET)
  const first = await parish.tell()
  await reportDeath(amira, MARGARET)
  await parish.tell()
  await withdraw(grace, reference)
  const both = await parish.tell()
  const withdrawn = both.filter(({ event }) => event['change'] === 'withdrawn')
  const again = both.filter(({ event }) => event['change'] !== 'withdrawn')
  expect(changesOf(withdrawn)).toEqual(['benefits withdrawn', 'licence withdrawn', 'tax withdrawn'])
  expect(changesOf(again)).toEqual(['benefits told', 'licence told', 'tax told'])
  for (const { body } of again) {
    const heard = both.filter((each) => each.body === body).map(({ event }) => event['change'])
    expect(heard, body).toEqual(['withdrawn', undefined])
  }
  const txns = new Set([...first, ...again].map(({ token }) => token.txn))
  expect(txns.size).toBe(6)
  // It is the same person to each body.
  expect(new Set([...first, ...again].map(({ token }) => token.sub_id.id)).size).toBe(3)
  parish.house.clock.advance(25 * HOUR)
  expect(changesOf(await parish.tell())).toEqual(['passport told'])
})

test('a body that is down hears of the stand-in only after it has heard that the first was taken back', async () => {
  const grace = await parish.house.signIn('grace')
  const amira = await parish.house.signIn('amira')
  const reference = await reportDeath(grace, MARGARET)
  await parish.tell()
  await reportDeath(amira, MARGARET)
  await parish.tell()
  await parish.house.database.owner('subscriptions').where({ agency_id: 'tax' }).update({ status: 'paused' })
  await withdraw(grace, reference)
  expect(changesOf(await parish.tell())).toEqual([
    'benefits told',
    'benefits withdrawn',
    'licence told',
    'licence withdrawn',
  ])
  parish.house.clock.advance(12 * HOUR)
  expect(await parish.tell()).toEqual([])
  await parish.house.database.owner('subscriptions').where({ agency_id: 'tax' }).update({ status: 'enabled' })
  expect((await parish.tell()).map(({ body, event }) => [body, event['change']])).toEqual([
    ['tax', 'withdrawn'],
    ['tax', undefined],
  ])
  parish.house.clock.advance(DAY)
  expect(changesOf(await parish.tell()), 'what cannot be undone has cooled off').toEqual(['passport told'])
})
