import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findEntries, findEntry } from '../../src/access-log/access-entry-store.ts'
import { recordDisclosures, settleDisclosures } from '../../src/access-log/record.ts'
import { aCitizen, aDisclosure, as, disclose, testVault, type Citizen } from '../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'

const vault = testVault()
let database: TestDatabase
let amira: Citizen
let grace: Citizen
beforeAll(async () => {
  database = await testDatabase()
  amira = await aCitizen(database, vault, 'amira')
  grace = await aCitizen(database, vault, 'grace')
})
afterAll(() => database.close())

const entriesOf = (citizen: Citizen) =>
  as(database, citizen, (tx) => findEntries(tx, citizen.subjects, { filter: {}, limit: 100 }))

const count = async (table: string) => {
  const [row] = await database.owner(table).count<{ count: number }[]>('* as count')
  return row?.count
}

describe('a disclosure', () => {
  test('is in the list of its citizen before it is made, and in nobody else’s', async () => {
    const disclosure = aDisclosure({ subjectRef: amira.subject, unit: 'Sending', system: 'worker' })
    await disclose(database, disclosure)
    const [entry] = await entriesOf(amira)
    expect(entry).toMatchObject({
      recordId: disclosure.recordId,
      ours: true,
      bodyId: 'dvla',
      counterpartyId: 'dvla',
      unit: 'Sending',
      accessType: 'disclose',
      agreementId: 'dvla-driving-licence',
      reportId: disclosure.reportId,
      registeredAt: disclosure.registeredAt,
      occurredStart: disclosure.registeredAt,
      disclosure: undefined,
      dataCategories: ['name', 'address'],
      actor: { kind: 'automated' },
    })
    expect(await entriesOf(grace)).toEqual([])
    expect(await as(database, grace, (tx) => findEntry(tx, grace.subjects, disclosure.recordId))).toBeUndefined()
    // Even asked for by the right subject, the wrong context shows nothing.
    expect(await as(database, grace, (tx) => findEntry(tx, amira.subjects, disclosure.recordId))).toBeUndefined()
  })

  test('recorded again, by a second attempt or twice in one batch, stays one record', async () => {
    const disclosure = aDisclosure({ subjectRef: grace.subject })
    await disclose(database, disclosure, disclosure)
    await disclose(database, { ...disclosure, registeredAt: new Date('2026-11-21T10:00:00Z') })
    const entries = await entriesOf(grace)
    expect(entries.map(({ recordId, registeredAt }) => ({ recordId, registeredAt }))).toEqual([
      { recordId: disclosure.recordId, registeredAt: disclosure.registeredAt },
    ])
  })

  test('recorded by two workers at once is one record, and neither fails', async () => {
    const batch = Array.from({ length: 50 }, () => aDisclosure({ subjectRef: amira.subject }))
    const before = Number(await count('access_records'))
    await Promise.all([disclose(database, ...batch), disclose(database, ...batch.toReversed())])
    expect(await count('access_records')).toBe(before + 50)
    expect(await count('access_record_ledger')).toBe(before + 50)
  })

  test('is undone with the transaction it was recorded in', async () => {
    const disclosure = aDisclosure({ subjectRef: amira.subject })
    const failing = database.worker.transaction(async (tx) => {
      await recordDisclosures(tx, [disclosure])
      throw new Error('the lease was lost')
    })
    await expect(failing).rejects.toThrow('the lease was lost')
    expect(await as(database, amira, (tx) => findEntry(tx, amira.subjects, disclosure.recordId))).toBeUndefined()
    await disclose(database, disclosure)
    expect(await as(database, amira, (tx) => findEntry(tx, amira.subjects, disclosure.recordId))).toBeDefined()
  })

  test('is one statement for a whole batch of 2,000', async () => {
    const batch = Array.from({ length: 2000 }, () => aDisclosure({ subjectRef: grace.subject }))
    await disclose(database, ...batch)
    // Which transaction wrote a row, and which of its statements.
    const { rows } = await database.owner.raw<{ rows: { records: number }[] }>(
      `select count(*) as records from access_records where record_id = any(?::uuid[]) group by xmin::text, cmin::text`,
      [batch.map(({ recordId }) => recordId)],
    )
    expect(rows).toEqual([{ records: 2000 }])
  })

  test('that is acknowledged is told, and what comes later changes nothing', async () => {
    const told = aDisclosure({ subjectRef: amira.subject })
    const givenUp = aDisclosure({ subjectRef: amira.subject })
    const at = new Date('2026-11-20T10:00:01Z')
    await disclose(database, told, givenUp)
    const result = (recordId: string, result: 'made' | 'not-made') => ({
      ...{ recordId, result, at },
      subjectRef: amira.subject,
    })
    await database.worker.transaction(async (tx) => {
      await settleDisclosures(tx, [result(told.recordId, 'made'), result(givenUp.recordId, 'not-made')])
      await settleDisclosures(tx, [result(told.recordId, 'not-made')])
      await settleDisclosures(tx, [])
    })
    const find = (id: string) => as(database, amira, (tx) => findEntry(tx, amira.subjects, id))
    expect(await find(told.recordId)).toMatchObject({ disclosure: { result: 'made', at } })
    expect(await find(givenUp.recordId)).toMatchObject({ disclosure: { result: 'not-made', at } })
  })
})

describe('the log only grows', () => {
  test.each(['access_records', 'access_record_ledger', 'disclosure_results'])('in %s', async (table) => {
    await disclose(database, aDisclosure({ subjectRef: amira.subject }))
    for (const change of [`update ${table} set record_id = record_id`, `delete from ${table}`, `truncate ${table}`]) {
      await expect(database.owner.raw(change)).rejects.toThrow(/append-only/)
    }
  })

  test('and the web role cannot write for somebody who is not in its context', async () => {
    const forged = as(database, grace, (tx) => recordDisclosures(tx, [aDisclosure({ subjectRef: amira.subject })]))
    await expect(forged).rejects.toThrow(/row-level security/)
  })
})
