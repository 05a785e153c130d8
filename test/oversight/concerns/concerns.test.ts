import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mindFindings } from '../../../src/agreements/concerns/mind-findings.ts'
import { weighConcerns } from '../../../src/agreements/concerns/weigh-concerns.ts'
import { lifeEvents } from '../../../src/catalogue/catalogue.ts'
import { DAY } from '../../../src/shared/clock.ts'
import { addDays, ukToday } from '../../../src/shared/dates.ts'
import { inContext } from '../../../src/shared/database.ts'
import { applyAgenciesFile } from '../../../src/subscriptions/apply-agencies-file.ts'
import { agencyEntry, agreementEntry, fileOf } from '../../support/agencies-file.ts'
import { anAgency, anAgreement } from '../../support/agency.ts'
import type { Client } from '../../support/client.ts'
import { startHouse, type House } from '../../support/house.ts'

let house: House
let dvla: Client
let regulator: Client
let advocate: Client
let operator: Client
let id = ''
let made = 0
beforeAll(async () => {
  house = await startHouse()
  await anAgency(house.database, { id: 'information-commission', kind: 'regulator' })
  await anAgency(house.database, { id: 'childrens-commissioner', kind: 'advocate' })
  dvla = await house.staff('dvla-officer')
  regulator = await house.staff('regulator-officer')
  advocate = await house.staff('advocate-officer')
  operator = await house.staff('operator-one')
})
afterAll(() => house.close())
beforeEach(async () => {
  made += 1
  id = `dvla-${made}`
  await anAgreement(house.database, { id, agencyId: 'dvla' })
})

const weigh = () => weighConcerns(house.database.worker, house.clock())
const decisions = async () =>
  (
    await house.database
      .owner('agreement_decisions')
      .where({ agreement_id: id })
      .orderBy('id')
      .select<{ act: string; role: string; category: string }[]>('act', 'role', 'category')
  ).map(({ act, role, category }) => `${role} ${act} ${category}`)
const noticesOf = (kind: string) =>
  house.database.owner('notices').where({ kind }).orderBy('agency_id').pluck<string[]>('agency_id')
const stateOf = async () => (await house.database.owner('agreements').where({ id }).pluck<string[]>('state'))[0]

async function raise(browser: Client, fields: Record<string, string>) {
  await browser.get(`/agreements/${id}/concerns`)
  await browser.follow('Raise a concern')
  return browser.submit(fields)
}

async function raiseAsAdvocate() {
  await advocate.get(`/agreements/${id}/concerns`)
  await advocate.follow('Raise a concern for your organisation')
  await advocate.submit({ category: 'harm', words: 'Children are told about their parents’ move by letter.' })
  await weigh()
}

/** Of a body, a regulator or an advocate, in the mediation that came last. */
async function goToMediation(browser: Client, path = '/agency/concerns') {
  await browser.get(path)
  const last = browser.page.$('main ul.govuk-list a').first().attr('href') ?? ''
  return browser.get(last)
}

function dayParts(day: string) {
  const [year = '', month = '', date = ''] = day.split('-')
  return { 'improve-by-day': date, 'improve-by-month': month, 'improve-by-year': year }
}

async function find(improveBy = addDays(ukToday(house.clock()), 20)) {
  await goToMediation(regulator)
  return regulator.submit({ outcome: 'finding', words: 'Write to the parent alone.', ...dayParts(improveBy) })
}

describe('a concern of the public', () => {
  test('is counted with those of others, and enough of them reach a mediation and its outcome', async () => {
    const words = 'My neighbour Rhys Pritchard was told where I live'
    for (const category of ['too-much', 'too-much', 'harm']) await raise(house.browser(), { category, words })
    const persistent = await house.signIn('amira')
    for (const category of ['harm', 'law']) expect((await raise(persistent, { category })).heading).toContain('We have')
    await weigh()
    const page = await house.browser().get(`/agreements/${id}/concerns`)
    expect(page.text).toContain('It shares more than it needs to 2')
    expect(page.text, 'four people are not enough').toContain('There has been no mediation.')
    expect(await decisions()).toEqual(['public concern harm', 'public concern law', 'public concern too-much'])

    await raise(await house.signIn('grace'), { category: 'purpose', words: '' })
    await weigh()
    await weigh()
    expect((await decisions()).slice(3)).toEqual(['public concern purpose', 'service mediation public'])
    expect(await noticesOf('mediation-opened')).toEqual(['dvla', 'information-commission'])
    expect(await noticesOf('mediation-to-speak')).toEqual([null])

    await goToMediation(dvla)
    expect(dvla.page.text).not.toContain('Pritchard')
    expect((await dvla.submit({ words: '' })).errors).toEqual(['Enter your words in English'])
    await dvla.submit({ words: 'The law makes us send the letter.' })
    await goToMediation(operator, '/operator/concerns')
    expect(operator.page.text).toContain('Pritchard')
    await operator.submit({ words: 'People did not know of the letter.', 'words-cy': 'Ni wyddai pobl am y llythyr.' })
    await goToMediation(regulator)
    expect((await regulator.submit({})).errors).toEqual(['Choose what you decide', 'Enter your words in English'])
    await regulator.submit({ outcome: 'agreed', words: 'DVLA says so on its page.' })

    const told = (await house.browser().get(`/agreements/${id}/concerns`)).text
    expect(told).toContain('It opened because 5 people raised a concern.')
    expect(told).toMatch(/The dvla office said on .* The law makes us.* The people who raised concerns said on/)
    expect(told).toMatch(/said on .* what both sides agreed: DVLA says so on its page\./)
    expect(told).not.toContain('Pritchard')
    expect((await decisions()).slice(5)).toEqual([
      ...['body mediation statement', 'operator mediation statement', 'regulator mediation agreed'],
    ])
    const later = new Date(house.clock().getTime() + 366 * DAY)
    await weighConcerns(house.database.worker, later)
    const kept = house.database.owner('agreement_concerns').whereNotNull('words')
    expect(await kept, 'words are kept for a year').toEqual([])
  })

  test('says what it is about, on an agreement that is in use', async () => {
    expect((await raise(house.browser(), { words: 'Hm' })).errors).toEqual(['Choose what your concern is'])
    await house.database.owner('agreements').where({ id }).update({ state: 'ended' })
    const page = await house.browser().get(`/agreements/${id}/concerns`)
    expect(page.text).toContain('This agreement has ended')
    expect((await house.browser().get(`/agreements/${id}/concerns/new`)).status).toBe(404)
    expect((await house.browser().get('/agreements/nothing/concerns')).status).toBe(404)
  })

  test('does not come from one place as often as opens a mediation in a day', async () => {
    await house.database.owner('agreements').where({ id }).update({ state: 'live' })
    const answers: number[] = []
    for (let turn = 0; turn < 5; turn += 1) {
      answers.push((await raise(house.browser(), { category: 'harm', words: '' })).status)
    }
    expect(answers.at(-1)).toBe(429)
    await weigh()
    expect((await decisions()).filter((line) => line.includes('mediation'))).toEqual([])
  })
})

describe('a finding', () => {
  test('of an advocate’s single concern asks for improvement before an end, and only then ends the agreement', async () => {
    await raiseAsAdvocate()
    expect(await decisions()).toEqual(['advocate concern harm', 'service mediation advocate'])
    const tooSoon = addDays(ukToday(house.clock()), 3)
    expect((await find(tooSoon)).errors).toEqual([expect.stringContaining('at least 14 days')])
    await find()
    expect(regulator.page.text).toContain('There is nothing for you to do here now.')
    const path = regulator.page.url.pathname
    const early = await regulator.post(path, { act: 'settlement', settlement: 'ended', words: 'Enough.' })
    expect(early.status).toBe(409)
    const [finding] = await house.database.owner('agreement_findings').where({ agreement_id: id }).pluck<string[]>('id')
    const settle = (agency: string, result: string) =>
      inContext(house.database.web, { agency }, async (tx) => {
        const { rows } = await tx.raw<{ rows: { done: boolean }[] }>('select settle_finding(?, ?, ?, ?) as done', [
          ...[finding ?? '', result, '{"en":"x"}', house.clock().toISOString()],
        ])
        return rows[0]?.done
      })
    expect(await settle('information-commission', 'ended'), 'the database lets nobody end it before its day').toBe(
      false,
    )
    expect(await settle('information-commission', 'improved'), 'nor accept what nobody said').toBe(false)
    for (const agency of ['dvla', 'childrens-commissioner']) {
      await expect(settle(agency, 'ended')).rejects.toThrow('only a regulator')
    }
    expect(await stateOf()).toBe('live')

    await mindFindings(house.database.worker, new Date(house.clock().getTime() + 15 * DAY))
    expect(await noticesOf('improvement-due')).toEqual(['dvla'])
    const yesterday = addDays(ukToday(house.clock()), -1)
    await house.database.owner('agreement_findings').where({ id: finding }).update({ improve_by: yesterday })
    await mindFindings(house.database.worker, house.clock())
    expect(await noticesOf('improvement-overdue')).toEqual(['information-commission'])
    await goToMediation(regulator)
    expect((await regulator.submit({ words: 'x' })).errors).toEqual(['Choose what you decide'])
    await regulator.submit({ settlement: 'ended', words: 'Nothing was done in time.' })
    expect(await stateOf()).toBe('ended')
    expect((await decisions()).slice(2)).toEqual(['regulator finding improve', 'regulator ended finding'])
    const told = (await house.browser().get(`/agreements/${id}/concerns`)).text
    expect(told).toMatch(/Agreement ended.*The dvla office has until.*ended the agreement on/)
    expect((await house.browser().get(`/agreements/${id}`)).text).toContain('Nothing was done in time.')

    const file = fileOf(agencyEntry({ id: 'dvla', agreements: [agreementEntry({ id })] }))
    const rules = { lifeEvents, allowLoopback: false, now: house.clock() }
    const { warnings } = await applyAgenciesFile(house.database.worker, house.config.vault, file, rules)
    expect(warnings.map(({ kind }) => kind)).toContain('agreement-barred')
    expect(await stateOf(), 'no file takes it up again').toBe('ended')
  })

  test('is over when the regulator takes what the body says that it improved', async () => {
    await raiseAsAdvocate()
    await find()
    await goToMediation(dvla)
    await dvla.submit({ words: 'The letter goes to the parent.' })
    expect(await noticesOf('improvement-answered')).toEqual(['information-commission'])
    await goToMediation(regulator)
    expect(regulator.page.text, 'its day is not over').not.toContain('The agreement ends now')
    await regulator.submit({ settlement: 'improved', words: 'That is what we asked for.' })
    expect(await stateOf()).toBe('live')
    expect((await decisions()).slice(2)).toEqual([
      ...['regulator finding improve', 'body improved said', 'regulator improved accepted'],
    ])
  })
})

test('nobody has a part in a mediation that is not theirs', async () => {
  await raiseAsAdvocate()
  await goToMediation(dvla)
  const path = dvla.page.url.pathname
  const hmrc = await house.staff('hmrc-admin')
  expect((await hmrc.get(path)).status).toBe(404)
  await hmrc.get('/agency/concerns')
  expect((await hmrc.post(path, { act: 'statement', words: 'x' })).status).toBe(404)
  expect((await hmrc.get(`/agency/concerns/new/${id}`)).status).toBe(404)
  await dvla.get(path)
  expect((await dvla.post(path, { act: 'outcome', outcome: 'no-change', words: 'x' })).status).toBe(409)
  const mediation = path.split('/').at(-1) ?? ''
  const row = { id: crypto.randomUUID(), mediation_id: mediation, words: '{"en":"x"}', at: new Date() }
  const inserts: [string, object][] = [
    ['hmrc', { ...row, side: 'body', agency_id: 'hmrc' }],
    ['hmrc', { ...row, side: 'concerned', agency_id: 'hmrc' }],
    ['hmrc', { ...row, side: 'body', agency_id: 'dvla' }],
    ['dvla', { ...row, side: 'concerned', agency_id: null }],
  ]
  for (const [agency, statement] of inserts) {
    const added = inContext(house.database.web, { agency }, (tx) => tx('mediation_statements').insert(statement))
    await expect(added).rejects.toThrow('row-level security')
  }
  const asRegulator = { agreement_id: id, act: 'finding', role: 'regulator', agency_id: 'dvla', at: new Date() }
  const pretended = inContext(house.database.web, { agency: 'dvla' }, (tx) =>
    tx('agreement_decisions').insert(asRegulator),
  )
  await expect(pretended).rejects.toThrow('row-level security')
  const ended = inContext(house.database.web, { agency: 'information-commission' }, (tx) =>
    tx('agreements').where({ id }).update({ state: 'ended' }),
  )
  await expect(ended, 'but by a finding').rejects.toThrow('permission denied')
  const read = await inContext(house.database.web, { agency: 'dvla' }, (tx) => tx('agreement_concerns').select())
  expect(read, 'what people wrote is for the mediator').toEqual([])
})
