import { afterAll, beforeAll, expect, test } from 'vitest'
import { startHouse, type House } from '../support/house.ts'
import type { Client, Fields } from '../support/client.ts'
import { seeded } from '../support/seeded.ts'
import { applyBodies } from './bodies.ts'
import { at, BASE, begin, notAtRisk, plainMove, toOtleyRoad, type Answered, walk, when } from './walk.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
  await applyBodies(house)
})
afterAll(() => house.close())

const MARKUP = '"><script>alert(1)</script><img src=x onerror=alert(2)>'

const nasty: (string | string[])[] = [
  '',
  ' \t\u00a0',
  MARKUP,
  '{{ 7 * 7 }}{% raw %}',
  '\u0000\u0007\u001b[31m\u202e',
  '__proto__',
  "'; drop table reports; --",
  '9'.repeat(5_000),
  'Ω≈ç√∫˜µ 𝒳 👩‍👩‍👧',
  ['yes', 'no', 'uk', 'LS6 3AA'],
  '-1',
  '1e309',
  '../../etc/passwd',
]

/** Inputs of the page's form, as a browser would send them, each with something nasty. */
function fill(client: Client, pick: (below: number) => number): Fields {
  const { $ } = client.page
  const names = $('main form [name]')
    .toArray()
    .map((element) => element.attribs['name'] ?? '')
    .filter((name) => name !== '_csrf')
  return Object.fromEntries([...new Set(names)].map((name) => [name, nasty[pick(nasty.length)] ?? '']))
}

test('whatever is sent to whichever question: never a failure, never markup let through, never a lost draft', async () => {
  const amira = await house.signIn('amira')
  const pick = seeded(7)
  await begin(amira)
  const steps: Answered[] = [...plainMove.slice(0, -1), ['numbers', { numbers: ['national-insurance-number'] }]]
  for (const [question, fields] of steps) {
    for (let round = 0; round < 4; round++) {
      await amira.get(`${BASE}/${question}`)
      expect(at(amira), 'earlier answers are still there').toBe(question)
      await amira.submit(fill(amira, pick))
      expect(amira.page.status).toBeLessThan(500)
      expect(amira.page.$('main script, main img').length).toBe(0)
      expect(amira.page.text).not.toContain('49')
    }
    await amira.get(`${BASE}/${question}`)
    await amira.submit(fields)
  }
  expect(at(amira)).toBe('national-insurance-number')
  await amira.submit({ 'national-insurance-number': MARKUP })
  expect(amira.page.$('#national-insurance-number').val(), 'typed values are kept, escaped').toBe(MARKUP)
})

test.each<[string, Fields]>([
  ['what is not on the form', { wasComplete: 'true' }],
  ['what is on another page', { safety: 'no' }],
  ['brackets', { 'when-day[a]': '5' }],
  ['the name of what every object has', { constructor: 'z' }],
  ['a box twice', { 'when-day': ['5', '6'] }],
])('%s is refused, on the page, with all that was typed', async (_what, fields) => {
  const grace = await house.signIn('grace')
  const [, typed] = when()
  await grace.get(`${BASE}/when`)
  await grace.post(`${BASE}/when`, { ...typed, ...fields })
  expect(grace.page.status).toBe(400)
  expect(grace.page.errors).toEqual(['We could not read all of what you sent. Check this page, then send it again.'])
  expect(grace.page.$('#when-year').val()).toBe(typed['when-year'])
  await grace.submit()
  expect(at(grace)).toBe('safety')
})

test('boxes to tick may be ticked more than once, and nothing else', async () => {
  const margaret = await house.signIn('margaret')
  await begin(margaret)
  await walk(margaret, plainMove.slice(0, -1))
  await margaret.submit({ numbers: ['nhs-number', 'national-insurance-number'], safety: 'no' })
  expect(margaret.page.status).toBe(400)
  await margaret.submit({ numbers: ['nhs-number', 'national-insurance-number'] })
  expect(margaret.page.status).toBe(200)
})

test('markup in a name is text wherever it is shown', async () => {
  const kofi = await house.signIn('kofi')
  await begin(kofi)
  await walk(kofi, [
    when(),
    ...toOtleyRoad,
    ['held-old-address', { 'held-old-address': 'yes' }],
    ['moving-with', { 'moving-with': 'children' }],
  ])
  await kofi.submit({ 'names-first': MARKUP, 'names-last': '{{ title }}' })
  expect(kofi.page.text).toContain(`${MARKUP} {{ title }}`)
  await walk(kofi, [
    ['children', { children: 'no' }],
    ['numbers', { numbers: 'none' }],
  ])
  expect(kofi.page.text).toContain(MARKUP)
  await kofi.follow('Continue')
  expect(kofi.page.text).toContain(MARKUP)
  expect(kofi.page.$('main script, main img').length).toBe(0)
})

test('a form without its token, from another site, or far too large is refused, and the draft is kept', async () => {
  const llyr = await house.signIn('llyr')
  await begin(llyr)
  await walk(llyr, [when(), notAtRisk])
  await llyr.post(`${BASE}/new-kind`, { 'new-kind': 'uk', _csrf: 'made up' })
  expect(llyr.page.status).toBe(403)
  await llyr.get(`${BASE}/new-kind`)
  await llyr.post(`${BASE}/new-kind`, { 'new-kind': 'uk' }, { 'sec-fetch-site': 'cross-site' })
  expect(llyr.page.status).toBe(403)
  await llyr.get(`${BASE}/new-kind`)
  await llyr.post(`${BASE}/new-kind`, { 'new-kind': 'u'.repeat(70_000) })
  expect(llyr.page.status).toBe(413)
  await llyr.get(BASE)
  expect(at(llyr)).toBe('new-kind')
})
