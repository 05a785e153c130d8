import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Fields } from '../../support/client.ts'
import { HOUR } from '../../../src/shared/clock.ts'
import { sendNotices } from '../../support/notices.ts'
import { dateFields } from '../stories/street.ts'
import { changesOf, MARGARET, reportDeath, startParish, withdraw, type Parish } from './parish.ts'

let parish: Parish
beforeEach(async () => {
  parish = await startParish()
})
afterEach(() => parish.close())

const PAGE = '/reported-as-dead/report'

const OTHER_PLACE = {
  'deceased-postcode': { 'deceased-postcode': 'LS8 5DR' },
  'deceased-address': { 'deceased-address': '72000000012' },
}
const BUTTON = 'I am alive. Withdraw this everywhere'

const cases = () => parish.house.database.owner('cases').select('kind', 'state')

test('Margaret is alive: she sees where it came from, and takes it back everywhere', async () => {
  const grace = await parish.house.signIn('grace')
  const amira = await parish.house.signIn('amira')
  await reportDeath(grace, MARGARET)
  await parish.tell()
  await reportDeath(amira, { ...MARGARET, relationship: { relationship: 'child' } })
  await parish.tell()

  const margaret = parish.house.browser()
  await margaret.get('/reported-as-dead')
  await margaret.follow('Look for reports about me')
  await margaret.submit({ persona: 'margaret' })
  expect(margaret.page.url.pathname).toBe(PAGE)
  expect(margaret.page.heading).toBe('Someone reported that you have died')
  expect(margaret.page.text).toMatch(/Someone who said they are a friend or neighbour.*They proved who they are/)
  expect(margaret.page.text).toContain('Someone who said they are your son or daughter')
  expect(margaret.page.text).toMatch(/Body benefits[^.]*It was told on/)
  expect(margaret.page.text).toMatch(/Body passport[^.]*It has not been told yet/)
  expect(margaret.page.body).not.toMatch(/Grace|Whitfield|Amira|Hassan/)
  expect(margaret.page.$('main form button').text()).toContain(BUTTON)

  await margaret.submit()
  expect(margaret.page.heading).toBe('We are telling everyone that you are alive')
  expect(margaret.page.text).toMatch(
    /Body benefits[^.]*It was told on[^.]*\. We are telling it now that this was wrong/,
  )
  expect(margaret.page.text).toMatch(/Body passport[^.]*It was not told, and will not be/)
  expect(changesOf(await parish.tell())).toEqual(['benefits withdrawn', 'licence withdrawn', 'tax withdrawn'])
  await margaret.get(PAGE)
  expect(margaret.page.text).toMatch(/Body tax[^.]*It knows since/)

  // Twice is once; and neither report comes back.
  await margaret.post(PAGE)
  expect(await cases()).toEqual([
    { kind: 'reported-about', state: 'open' },
    { kind: 'reported-about', state: 'open' },
  ])
  parish.house.clock.advance(48 * HOUR)
  expect(await parish.tell()).toEqual([])
})

test('her access log then shows what was said about her, and the reporter’s does not', async () => {
  const grace = await parish.house.signIn('grace')
  await reportDeath(grace, MARGARET)
  await parish.tell()
  const margaret = await parish.house.signIn('margaret')
  await margaret.get('/access')
  expect(margaret.page.text).not.toContain('Body benefits')
  await margaret.get(PAGE)
  await margaret.get('/access')
  expect(margaret.page.text).toContain('Body benefits')
  await grace.get('/access')
  expect(grace.page.text).not.toContain('Body benefits')
})

test('everybody who should hears of it by email, and nobody’s name is in it', async () => {
  const grace = await parish.house.signIn('grace')
  await reportDeath(grace, MARGARET)
  const margaret = await parish.house.signIn('margaret')
  await margaret.get(PAGE)
  await margaret.submit()
  const sent = await sendNotices(parish.house)
  expect(sent.map(({ to, subject }) => `${to.slice(0, 1)}: ${subject}`)).toEqual(
    expect.arrayContaining([
      'o: A new case is open',
      'm: Somebody has told us something about you',
      'g: Something was taken back',
    ]),
  )
  expect(sent.map(({ subject, body }) => subject + body).join()).not.toMatch(/Fielding|Whitfield|died|death/)
})

describe('whoever has an account here and is reported dead', () => {
  const warned = async () =>
    (await sendNotices(parish.house))
      .filter(({ subject }) => /Somebody has told us something about you|Mae rhywun/.test(subject))
      .map(({ to, body }) => [to.slice(0, 1), body] as const)

  test('hears of it by email, which says nothing of what it is', async () => {
    await parish.house.signIn('margaret')
    const grace = await parish.house.signIn('grace')
    await reportDeath(grace, MARGARET)
    const [first, ...others] = await warned()
    expect(others).toEqual([])
    expect(first?.[0]).toBe('m')
    expect(first?.[1]).toContain('/this-is-wrong')
    expect(first?.[1]).not.toMatch(/Margaret|Fielding|Grace|Whitfield|dead|died|death/i)
  })

  test.each<[string, Record<string, Fields>]>([
    ['when it is somebody else of that name and birth date', OTHER_PLACE],
    ['when somebody is at risk', { safety: { safety: 'yes' } }],
  ])('does not %s', async (_when, answers) => {
    await parish.house.signIn('margaret')
    const grace = await parish.house.signIn('grace')
    await reportDeath(grace, { ...MARGARET, ...answers })
    expect(await warned()).toEqual([])
  })

  test('hears of it when a correction makes it about them, and whoever reports their own does not', async () => {
    const margaret = await parish.house.signIn('margaret')
    const grace = await parish.house.signIn('grace')
    const reference = await reportDeath(grace, { ...MARGARET, 'birth-date': dateFields('birth-date', '1950-09-30') })
    expect(await warned()).toEqual([])
    await grace.get(`/reports/${reference}/correction`)
    await grace.submit()
    await grace.get('/report/death/birth-date')
    await grace.submit(MARGARET['birth-date'])
    await grace.get('/report/death/who-will-be-told')
    await grace.submit()
    expect((await warned()).map(([to]) => to)).toEqual(['m'])
    await reportDeath(margaret, { ...MARGARET, 'death-date': dateFields('death-date', '2026-11-04') })
    expect(await warned()).toHaveLength(1)
  })
})

test.each([
  [
    'another postcode, and no document',
    {
      'deceased-postcode': { 'deceased-postcode': 'LS8 5DR' },
      'deceased-address': { 'deceased-address': '72000000012' },
    },
    false,
  ],
  [
    'another postcode, and her passport number',
    {
      'deceased-postcode': { 'deceased-postcode': 'LS8 5DR' },
      'deceased-address': { 'deceased-address': '72000000012' },
      passport: { passport: 'yes' },
      'passport-number': { 'passport-number': '707 797 979' },
      keepsake: { keepsake: 'no' },
    },
    true,
  ],
  ['another birth date', { 'birth-date': dateFields('birth-date', '1951-09-29') }, false],
])('a report with her name, and %s', async (_what, other, found) => {
  const grace = await parish.house.signIn('grace')
  await reportDeath(grace, { ...MARGARET, ...other })
  const margaret = await parish.house.signIn('margaret')
  await margaret.get(PAGE)
  expect(margaret.page.heading).toBe(
    found ? 'Someone reported that you have died' : 'We found no report that you have died',
  )
  await margaret.post(PAGE)
  expect(await cases()).toHaveLength(found ? 1 : 0)
  expect(await parish.house.database.owner('reports').where({ state: 'withdrawn' })).toHaveLength(found ? 1 : 0)
})

test('nobody else sees or withdraws it: not who is somebody else, not who has not proved who they are', async () => {
  const grace = await parish.house.signIn('grace')
  await reportDeath(grace, MARGARET)
  const llyr = await parish.house.signIn('llyr')
  await llyr.get(PAGE)
  expect(llyr.page.heading).toMatch(/no report|unrhyw adroddiad/)
  await llyr.post(PAGE)
  const tomasz = await parish.house.signIn('tomasz')
  await tomasz.get(PAGE)
  expect(tomasz.page.url.pathname).not.toBe(PAGE)
  expect(await parish.house.database.owner('reports').where({ state: 'withdrawn' })).toEqual([])
})

test('looking is limited', async () => {
  const llyr = await parish.house.signIn('llyr')
  for (let looks = 0; looks < 20; looks += 1) await llyr.get(PAGE)
  expect((await llyr.get(PAGE)).status).toBe(429)
})

test('what was wrong opens a case when its own reporter says so, and only then', async () => {
  const grace = await parish.house.signIn('grace')
  const first = await reportDeath(grace, MARGARET)
  await grace.get('/this-is-wrong')
  await grace.follow(/^Take back: /)
  expect(grace.page.url.pathname).toBe(`/reports/${first}/withdrawal`)
  await grace.submit({ reason: 'wrong' })
  expect(await cases()).toEqual([{ kind: 'wrong-report', state: 'open' }])
  const second = await reportDeath(grace, MARGARET)
  await withdraw(grace, second, 'tell-myself')
  expect(await cases()).toHaveLength(1)
  await grace.get('/this-is-wrong')
  expect(grace.page.text).toContain('You have no report that can be taken back')
})

test('a report that is corrected to be about her is found by her', async () => {
  const grace = await parish.house.signIn('grace')
  const reference = await reportDeath(grace, {
    ...MARGARET,
    'birth-date': dateFields('birth-date', '1950-09-30'),
  })
  await parish.tell()
  const margaret = await parish.house.signIn('margaret')
  expect((await margaret.get(PAGE)).heading).toBe('We found no report that you have died')
  await grace.get(`/reports/${reference}/correction`)
  await grace.submit()
  await grace.get('/report/death/birth-date')
  await grace.submit(MARGARET['birth-date'])
  await grace.get('/report/death/who-will-be-told')
  await grace.submit()
  expect(grace.page.url.pathname).toBe(`/reports/${reference}`)
  expect(changesOf(await parish.tell())).toEqual(['benefits corrected', 'licence corrected', 'tax corrected'])
  expect((await margaret.get(PAGE)).heading).toBe('Someone reported that you have died')
  await margaret.submit()
  expect(changesOf(await parish.tell())).toEqual(['benefits withdrawn', 'licence withdrawn', 'tax withdrawn'])
})
