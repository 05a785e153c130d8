import { afterAll, beforeAll, expect, test } from 'vitest'
import { lifeEvents } from '../../src/catalogue/catalogue.ts'
import type { Facts } from '../../src/catalogue/life-event.ts'
import { matchingNumbers } from '../../src/demo/agencies/facts.ts'
import { aCitizen, type Citizen } from '../support/access-log.ts'
import { follower } from '../support/follow-ups.ts'
import { aReport, CARDIFF, LEEDS } from '../support/reports.ts'
import { faultsByGrant } from '../oversight/developers/grant-schemas.ts'
import { startTown, type Town } from '../support/town.ts'
import { reports } from './every-event.ts'

const CAMBRIDGE = ['E07000008', 'E10000003']
const EDINBURGH = 'S12000036'
const EVERYWHERE = [LEEDS, CARDIFF, ...CAMBRIDGE, EDINBURGH]
const SOON = { timeout: 20_000 }

let town: Town
let amira: Citizen
beforeAll(async () => {
  town = await startTown()
  amira = await aCitizen(town.house.database, town.house.config.vault, 'amira-elsewhere')
})
afterAll(() => town.close())

test.each(lifeEvents.map(({ type }) => type))(
  'a report of a %s with all that can be said reaches every body that has agreed, with what was agreed and no more',
  async (type) => {
    const facts = reports[type] ?? {}
    const id = await send(type, facts)

    const expected = systemsToTell(type).map(({ agency, fields }) => {
      return `${agency}: ${fields.filter((field) => Object.hasOwn(facts, field)).join()}`
    })
    const told = () =>
      toldAbout(type).map(({ agency, token }) => `${agency}: ${Object.keys(token.event).toSorted().join()}`)
    await expect.poll(() => told().toSorted(), SOON).toEqual(expected.toSorted())
    expect(await faultsByGrant(town.house.baseUrl, toldAbout(type))).toEqual([])
    await expect.poll(() => statusesOf(id).then((all) => all.length), SOON).toBe(expected.length)
    await expect.poll(async () => (await statusesOf(id)).filter((one) => one === 'received'), SOON).toEqual([])
  },
)

test.each(lifeEvents)('the report of a $type here says all that can be said', (event) => {
  const facts = event.parseFacts(reports[event.type] ?? {})
  expect(Object.keys(facts).toSorted()).toEqual(Object.keys(event.fields).toSorted())
})

test('what people are asked for is told to somebody', () => {
  const forNobody = lifeEvents.flatMap(({ type, fields }) => {
    const told = agreedOn(type).flatMap((agreed) => agreed.fields)
    return Object.keys(fields).filter((field) => !told.includes(field))
  })
  // These are known without a question, or decide what else is asked, or record what others allowed. Numbers are asked
  // for only where somebody goes by them.
  const known = ['birth_date', 'contact', ...matchingNumbers]
  const own = ['drives', 'name_changes', 'partner_consented_at', 'permission_given_at']
  // Schemes that no sample body runs: the page before sending says that those not listed are told by the citizen.
  const schemes = ['teachers', 'local_government', 'other'].map((scheme) => `deceased_pensions_${scheme}`)
  const expected = [...known, ...own, ...schemes]
  expect([...new Set(forNobody)].filter((field) => !expected.includes(field))).toEqual([])
})

test('an offer that is accepted is carried out by the body that made it, and nobody else hears of it', async () => {
  const { decide } = amiraAfterwards()
  const id = await send('birth', reports['birth'] ?? {})
  const [offering] = await answersTo(id, 'hmrc')

  expect(await decide(id, offering?.delivery_id ?? '', 'accept')).toBe(true)

  await expect.poll(() => changesOf(id), SOON).toEqual(['hmrc: offer_accepted'])
  await expect
    .poll(async () => (await answersTo(id, 'hmrc')).map(({ status }) => status), SOON)
    .toEqual(['done', 'done'])
})

test('an answer settles what a body needed, a correction goes to all, and a withdrawal is undone by all', async () => {
  const { answer, correct, withdraw } = amiraAfterwards()
  const facts = {
    ...reports['change-of-name'],
    names: reports['birth']?.['names'],
    old_names: reports['birth']?.['names'],
  }
  const id = await send('change-of-name', facts)
  const everybody = agreedOn('change-of-name').length
  await expect.poll(async () => (await statusesOf(id)).filter((one) => one !== 'received').length, SOON).toBe(everybody)
  const [asking] = (await answersTo(id, 'dvla')).filter(({ status }) => status === 'needs_information')

  expect(await answer(id, asking?.delivery_id ?? '', 'I posted both today')).toBe(true)
  await expect.poll(() => changesOf(id), SOON).toEqual(['dvla: answered'])
  expect(await correct(id, { ...facts, change_date: '2026-11-02' })).toBe(true)
  await expect
    .poll(async () => (await changesOf(id)).filter((one) => one.endsWith('corrected')).length, SOON)
    .toBe(everybody)
  expect(await withdraw(id)).toBe(true)
  await expect
    .poll(async () => (await changesOf(id)).filter((one) => one.endsWith('withdrawn')).length, SOON)
    .toBe(everybody)
  await expect.poll(async () => (await statusesOf(id)).filter((one) => one === 'received'), SOON).toEqual([])
  expect(await faultsByGrant(town.house.baseUrl, toldAbout('change-of-name'))).toEqual([])
})

const amiraAfterwards = () => follower(town.house.database, town.house.config.vault, amira)

/** Sent when the one before has been taken out of the list of what was received. */
async function send(eventType: string, facts: Facts): Promise<string> {
  town.agencies.received.length = 0
  const { database, config } = town.house
  return aReport(database, config.vault, amira, { eventType, facts, areas: EVERYWHERE })
}

const toldAbout = (type: string) =>
  town.agencies.received.filter(
    ({ duplicate, token }) => !duplicate && token.eventType.endsWith(`/schemas/events/${type}/v1`),
  )

/** Without those whose people read what they are told: that is for somebody to open. */
const systemsToTell = (type: string) => agreedOn(type).filter(({ reads }) => !reads)

const agreedOn = (type: string) =>
  town.agencies.file.agencies.flatMap(({ id: agency, agreements, streams }) =>
    agreements.flatMap(({ events, matching }) =>
      events
        .filter((event) => event.type === type)
        .map(({ fields }) => ({
          agency,
          fields: [...new Set([...fields, ...matching])].toSorted(),
          reads: streams.some(({ method }) => method === 'inbox'),
        })),
    ),
  )

/** The latest answer to each delivery of a report. */
async function statusesOf(reportId: string): Promise<string[]> {
  const { rows } = await town.house.database.worker.raw<{ rows: { status: string }[] }>(
    `select distinct on (d.id) o.status from deliveries d join outcomes o on o.delivery_id = d.id
     where d.report_id = ? order by d.id, o.id desc`,
    [reportId],
  )
  return rows.map(({ status }) => status)
}

async function answersTo(reportId: string, agency: string) {
  const read = async () => {
    const { rows } = await town.house.database.worker.raw<{ rows: { delivery_id: string; status: string }[] }>(
      `select distinct on (d.id) o.delivery_id, o.status from deliveries d join outcomes o on o.delivery_id = d.id
       where d.report_id = ? and d.agency_id = ? order by d.id, o.id desc`,
      [reportId, agency],
    )
    return rows
  }
  await expect
    .poll(async () => (await read()).filter(({ status }) => status !== 'received').length, SOON)
    .toBeGreaterThan(0)
  return read()
}

async function changesOf(reportId: string): Promise<string[]> {
  const ids = await town.house.database.worker('deliveries').where({ report_id: reportId }).pluck<string[]>('id')
  return town.agencies.received
    .filter(({ duplicate, token }) => !duplicate && ids.includes(token.jti) && token.event['change'] !== undefined)
    .map(({ agency, token }) => `${agency}: ${String(token.event['change'])}`)
}
