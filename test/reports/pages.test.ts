import { afterAll, beforeAll, expect, test } from 'vitest'
import { storeIdentity } from '../../src/identity/account-store.ts'
import { addYears, ukToday } from '../../src/shared/dates.ts'
import { startHouse, type House } from '../support/house.ts'
import { applyBodies } from './bodies.ts'
import {
  alone,
  at,
  BASE,
  begin,
  beginAfresh,
  fromVerified,
  noNumbers,
  plainMove,
  toOtleyRoad,
  walk,
  when,
} from './walk.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
  await applyBodies(house)
})
afterAll(() => house.close())

test('without a sign-in no page of a journey opens', async () => {
  for (const path of [
    '/report',
    BASE,
    `${BASE}/when`,
    `${BASE}/who-will-be-told`,
    '/reports/7K3M-9QXD-24TV/confirmation',
  ]) {
    const response = await fetch(`${house.baseUrl}${path}`, { redirect: 'manual' })
    expect([response.status, response.headers.get('location')], path).toEqual([303, '/sign-in'])
  }
})

test('questions come in order: a later one leads to the first that is unanswered, by GET and by POST', async () => {
  const amira = await house.signIn('amira')
  await amira.get(`${BASE}/safety`)
  expect(at(amira)).toBe('when')
  await amira.post(`${BASE}/safety`, { safety: 'yes' })
  expect(at(amira)).toBe('when')
  await amira.get(`${BASE}/check-answers`)
  expect(at(amira)).toBe('when')
  await amira.get(`${BASE}/who-will-be-told`)
  expect(at(amira)).toBe('when')
  await amira.submit(when()[1])
  await amira.get(`${BASE}/new-address-abroad`)
  expect(at(amira), 'not asked of anybody yet').toBe('safety')
  await amira.get(`${BASE}/children/1`)
  expect(at(amira)).toBe('safety')
})

test.each(['/report/birthday', `${BASE}/shoe-size`, `${BASE}/constructor`, `${BASE}/when/1`, `${BASE}/when/1/removal`])(
  'there is no page %s',
  async (path) => {
    const amira = await house.signIn('amira')
    await amira.get(path)
    expect(amira.page.status).toBe(404)
  },
)

test('what was typed stays beside the error, and the error stands at the field and in the summary', async () => {
  const grace = await house.signIn('grace')
  await begin(grace)
  await grace.submit({ 'when-day': '31', 'when-month': 'february', 'when-year': '' })
  expect(grace.page.status).toBe(400)
  expect(grace.page.errors).toEqual(['The date of your move must include a year'])
  const { $ } = grace.page
  expect($('.govuk-error-summary a').attr('href')).toBe('#when-year')
  expect($('.govuk-error-message').text()).toContain('must include a year')
  expect($('#when-day').val()).toBe('31')
  expect($('#when-month').val()).toBe('february')
  expect($('#when-year').hasClass('govuk-input--error')).toBe(true)
  expect($('#when-day').hasClass('govuk-input--error')).toBe(false)
})

test('back leads through the questions that were asked, to the list of events', async () => {
  const grace = await house.signIn('grace')
  await grace.get(BASE)
  await walk(grace, [when(), ...toOtleyRoad.slice(0, 2)])
  const visited: string[] = []
  while (grace.page.url.pathname !== '/report') {
    visited.push(at(grace))
    await grace.follow('Back')
  }
  expect(visited).toEqual(['new-address', 'new-postcode', 'new-kind', 'safety', 'when'])
  await grace.submit()
  expect(at(grace), 'the draft on the list').toBe('new-address')
})

test('a change returns to check answers; what it makes necessary is asked first; the rest is not', async () => {
  const margaret = await house.signIn('margaret')
  await begin(margaret)
  await walk(margaret, plainMove)
  expect(at(margaret)).toBe('check-answers')

  await margaret.get(`${BASE}/when`)
  await margaret.follow('Back')
  expect(at(margaret), 'back from a change that was not made').toBe('check-answers')

  await margaret.get(`${BASE}/moving-with`)
  await margaret.submit({ 'moving-with': 'adults' })
  expect(at(margaret)).toBe('check-answers')

  await margaret.get(`${BASE}/new-kind`)
  await margaret.submit({ 'new-kind': 'abroad' })
  expect(at(margaret)).toBe('new-address-abroad')
  await margaret.get(`${BASE}/check-answers`)
  expect(at(margaret), 'no way around it').toBe('new-address-abroad')
  await margaret.submit({
    'new-address-abroad-line1': '5 rue des Lilas',
    'new-address-abroad-town': 'Lyon',
    'new-address-abroad-country': 'FR',
  })
  expect(at(margaret)).toBe('check-answers')
  expect(margaret.page.text).toMatch(/New address\s*5 rue des Lilas\s*Lyon\s*France/)
  expect(margaret.page.text).not.toContain('Otley Road')

  await margaret.get(`${BASE}/new-kind`)
  await margaret.submit({ 'new-kind': 'uk' })
  expect(at(margaret), 'what was answered before is remembered').toBe('check-answers')
  expect(margaret.page.text).toContain('Otley Road')

  await margaret.get(`${BASE}/new-postcode`)
  await margaret.submit()
  expect(at(margaret), 'the same postcode offers its addresses again').toBe('new-address')
  await margaret.submit({ 'new-address': '72000000306' })
  expect(at(margaret)).toBe('check-answers')
  expect(margaret.page.text).toContain('6 Otley Road')
})

test('an address that is not found is typed; a council that cannot be worked out is asked for', async () => {
  const margaret = await house.signIn('margaret')
  await beginAfresh(margaret)
  await walk(margaret, [when(), ['new-kind', { 'new-kind': 'uk' }], ['new-postcode', { 'new-postcode': 'ZE1 0AA' }]])
  expect(at(margaret)).toBe('new-address-by-hand')
  expect(margaret.page.text).toContain('We found no addresses for ZE1 0AA')
  expect(margaret.page.$('#new-address-by-hand-postcode').val()).toBe('ZE1 0AA')
  await margaret.submit({ 'new-address-by-hand-line1': '1 Harbour Street', 'new-address-by-hand-town': 'Lerwick' })
  expect(at(margaret)).toBe('new-council')
  await margaret.submit({})
  expect(margaret.page.errors).toEqual(['Select a council, or select ‘I do not know which council’'])
  await margaret.submit({ 'new-council': 'E07000008' })
  await walk(margaret, [...fromVerified, ...alone, ...noNumbers])
  expect(margaret.page.text).toContain('Cambridge City CouncilCambridgeshire County Council')
})

test('somebody who would rather type the address can, without a look-up', async () => {
  const margaret = await house.signIn('margaret')
  await beginAfresh(margaret)
  await walk(margaret, [
    when(),
    ['new-kind', { 'new-kind': 'uk' }],
    ['new-postcode', { 'new-postcode-by-hand': 'yes' }],
  ])
  expect(at(margaret)).toBe('new-address-by-hand')
})

test('children are added, changed and taken out, each on a page of its own', async () => {
  const margaret = await house.signIn('margaret')
  await beginAfresh(margaret)
  await walk(margaret, [when(), ...toOtleyRoad, ...fromVerified, ['moving-with', { 'moving-with': ['children'] }]])
  expect([at(margaret), margaret.page.heading]).toEqual(['children/1', 'Details of child 1'])
  await margaret.submit({ 'names-first': '', 'names-last': 'x'.repeat(101), 'birth-date-day': '1' })
  expect(margaret.page.errors).toEqual([
    'Enter the child’s first names',
    'Each part of the child’s name must be 100 characters or fewer',
    'The child’s date of birth must include a month and year',
  ])
  await margaret.submit({ 'names-first': 'Ada', 'names-last': 'Fielding', 'birth-date-day': '' })
  await walk(margaret, [
    ['children', { children: 'yes' }],
    ['children/2', { 'names-first': 'Ben', 'names-last': 'Fielding' }],
  ])
  await margaret.follow('Change Ada Fielding')
  expect(margaret.page.$('#names-first').val()).toBe('Ada')
  await margaret.submit({ 'names-first': 'Adah' })
  expect(margaret.page.text).toMatch(/Adah Fielding.*Ben Fielding/)
  await margaret.follow('Remove Ben Fielding')
  expect(margaret.page.heading).toBe('Do you want to remove Ben Fielding?')
  await margaret.submit()
  expect(margaret.page.text).not.toContain('Ben')
  await margaret.get(`${BASE}/numbers`)
  expect(at(margaret), 'the list is not finished').toBe('children')
  await margaret.submit({})
  expect(margaret.page.errors).toEqual(['Select yes if you need to add another child'])
  await margaret.get(`${BASE}/children/7`)
  expect(at(margaret), 'there is no seventh').toBe('children')
  await margaret.get(`${BASE}/children/1/removal`)
  await margaret.submit()
  expect(at(margaret), 'with nobody left, the first is asked for').toBe('children/1')
})

test('a list ends: no eleventh child', async () => {
  const margaret = await house.signIn('margaret')
  await beginAfresh(margaret)
  await walk(margaret, [when(), ...toOtleyRoad, ...fromVerified, ['moving-with', { 'moving-with': ['children'] }]])
  for (let number = 1; number <= 10; number++) {
    await walk(margaret, [[`children/${number}`, { 'names-first': `Child ${number}`, 'names-last': 'Fielding' }]])
    if (number < 10) await margaret.submit({ children: 'yes' })
  }
  expect(margaret.page.text).toContain('You cannot add more than 10 children.')
  expect(margaret.page.$('input[type=radio]').length, 'nothing is offered that is then refused').toBe(0)
  await margaret.post(`${BASE}/children/11`, { 'names-first': 'Eve', 'names-last': 'Fielding' })
  expect(at(margaret)).toBe('children')
  expect(margaret.page.text).not.toContain('Eve')
})

test('the safety question has a way out of the page; who says yes has it on every page after', async () => {
  const llyr = await house.signIn('llyr')
  await begin(llyr)
  const exits = () => llyr.page.$('.govuk-exit-this-page').length
  await walk(llyr, [when()])
  expect([at(llyr), exits()]).toEqual(['safety', 1])
  await llyr.submit({ safety: 'yes' })
  expect([at(llyr), exits()]).toEqual(['new-kind', 1])
  await walk(llyr, [...toOtleyRoad, ...fromVerified])
  expect([at(llyr), exits()], 'nobody would be told who moves with them').toEqual(['numbers', 1])
  await llyr.submit({ numbers: 'none' })
  expect(exits()).toBe(1)
  await llyr.follow('Continue')
  expect(exits()).toBe(1)
  expect(llyr.page.text).toContain('You said that someone could put you at risk')
  await llyr.get(`${BASE}/safety`)
  await llyr.submit({ safety: 'no' })
  expect([at(llyr), exits()]).toEqual(['moving-with', 0])
})

test('a draft outlives sign-out, says until when it is kept, and can be deleted', async () => {
  const kofi = await house.signIn('kofi')
  await begin(kofi)
  await walk(kofi, [when(), ...toOtleyRoad])
  await kofi.get('/sign-out')
  await kofi.get('/report')
  expect(kofi.page.url.pathname).not.toBe('/report')

  const again = await house.signIn('kofi')
  await again.get('/report')
  expect(again.page.text).toContain('You have 28 days left to finish.')
  await again.submit()
  expect(at(again)).toBe('held-old-address')

  const amira = await house.signIn('amira')
  await amira.get(BASE)
  expect(amira.page.text, 'another citizen sees nothing of it').not.toContain('Otley')

  await again.get('/report')
  await again.follow('Delete: Change of address')
  expect(again.page.heading).toBe('Do you want to delete this report?')
  await again.submit()
  expect(again.page.text).not.toContain('days left to finish')
  await again.get(BASE)
  expect(at(again)).toBe('when')
})

test('who is under 16 is told so in plain words, on every page of the event', async () => {
  const kofi = await house.signIn('kofi')
  const identity = {
    names: [{ nameParts: [{ type: 'GivenName' as const, value: 'Kofi' }] }],
    birthDate: addYears(ukToday(new Date()), -15),
    addresses: [],
    drivingPermits: [],
    passports: [],
  }
  // Whichever account is Kofi’s: this is the last test, and everybody is 15 from here on.
  for (const account of await house.database.worker<{ id: string }>('accounts').select('id')) {
    await storeIdentity(house.database.web, house.config.vault, account.id, { identity, at: new Date() })
  }
  for (const path of [BASE, `${BASE}/when`, `${BASE}/check-answers`, `${BASE}/who-will-be-told`]) {
    await kofi.get(path)
    expect(kofi.page.heading, path).toBe('You must be 16 or over to report a move')
  }
})
