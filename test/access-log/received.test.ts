import { v4 as uuidv4, v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storeIdentity, subjectsOf } from '../../src/identity/account-store.ts'
import type { Identity } from '../../src/identity/claims.ts'
import { inContext } from '../../src/shared/database.ts'
import { readIdentifier, type NationalType } from '../../src/vault/national-identifier.ts'
import { subjectRef } from '../../src/vault/pseudonyms.ts'
import { aCitizen, knownTo } from '../support/access-log.ts'
import { accessToken, anAgency } from '../support/agency.ts'
import { aUse, anActivity, BASE_URL, INTAKE_NOW, startIntake, type Intake } from '../support/intake.ts'

let intake: Intake
let checks: string
beforeAll(async () => {
  intake = await startIntake()
  checks = await anActivity(intake.database, { id: 'checks' })
})
afterAll(() => intake.close())

type Row = Record<string, unknown>

const stored = async (id: string, table = 'access_records') =>
  intake.database.worker<Row>(table).where({ record_id: id }).first()

describe('somebody is named by a number', () => {
  test('before they ever sign in, and sees the record when One Login has verified the number', async () => {
    const { database, vault, report } = intake
    const passport = { type: 'passport', id: '533 401 372' }
    const record = aUse(checks, { subject: passport, case_ref: 'case 17' })
    expect(await report(record)).toMatchObject({ status: 201, results: [{ result: 'recorded' }] })
    const citizen = await aCitizen(database, vault, uuidv4())
    const seen = async () => {
      const subjects = (await subjectsOf(database.web, vault, citizen.accountId)) ?? []
      const context = { account: citizen.accountId, subjects }
      return inContext(database.web, context, (tx) => tx('access_records').pluck<string[]>('record_id'))
    }
    expect(await seen()).toEqual([])
    const identity: Identity = {
      ...{ names: [], birthDate: '1990-01-01', addresses: [], drivingPermits: [] },
      passports: [{ documentNumber: '533401372', icaoIssuerCode: 'GBR' }],
    }
    await storeIdentity(database.web, vault, citizen.accountId, { identity, at: INTAKE_NOW })
    expect(await seen()).toEqual([record.record_id])
    const another = await aCitizen(database, vault, uuidv4())
    await storeIdentity(database.web, vault, another.accountId, { identity, at: INTAKE_NOW })
    expect(await seen()).toEqual([record.record_id])
    expect(await subjectsOf(database.web, vault, another.accountId)).toHaveLength(1)
  })

  test('in any spelling, and the number stands nowhere, nor in a line of the log', async () => {
    const { database, report, logs } = intake
    const numbers = ['QQ123456C', 'qq 12 34 56 c', 'QQ-12-34-56-C']
    for (const id of numbers) await report(aUse(checks, { subject: { type: 'nino', id } }))
    await report(aUse(checks, { subject: { type: 'nino', id: 'QQ12345C' } }))
    const ref = subjectRef(intake.vault, 'nino', 'QQ123456C')
    const records = await database.worker<Row>('access_records').where({ subject_ref: ref })
    expect(records.map(({ subject_id_type }) => subject_id_type)).toEqual(['nino', 'nino', 'nino'])
    const everything = JSON.stringify([records, await database.worker('subjects').where({ ref }), logs])
    expect(everything).not.toMatch(/QQ123456C|12 34 56|12345C/i)
  })

  test('and nothing tells the body whether we know the person', async () => {
    const { database, vault, report } = intake
    const known = await report(aUse(checks))
    await database
      .worker('data_keys')
      .where({ subject_ref: subjectRef(vault, 'nino', 'QQ123456C') })
      .delete()
    const [erased, unheardOf] = [
      await report(aUse(checks)),
      await report(aUse(checks, { subject: { type: 'nino', id: 'AB123456C' } })),
    ]
    const withoutIds = (answer: typeof known) => ({ ...answer, results: answer.results.map(({ result }) => result) })
    expect([erased, unheardOf].map(withoutIds)).toEqual([withoutIds(known), withoutIds(known)])
  })

  test('a thousand at once are each a subject of their own', async () => {
    const passport = (index: number) => ({ type: 'passport', id: String(100_000_000 + index) })
    const records = Array.from({ length: 1000 }, (_, index) => aUse(checks, { subject: passport(index) }))
    const { results } = await intake.report(records)
    expect(results.filter(({ result }) => result === 'recorded')).toHaveLength(1000)
    const { rows } = await intake.database.worker.raw<{ rows: Row[] }>(
      `select count(distinct r.subject_ref) as people, count(distinct k.id) as keys from access_records r
       join subjects s on s.ref = r.subject_ref join data_keys k on k.id = s.data_key_id where s.id_type = 'passport'
       and r.record_id = any(?)`,
      [records.map(({ record_id }) => record_id)],
    )
    expect(rows).toEqual([{ people: 1000, keys: 1000 }])
  })
})

test.each<[type: NationalType, written: string, id: string | undefined]>([
  ['nino', 'ab 12 34 56 c', 'AB123456C'],
  ['nino', 'GB123456C', undefined],
  ['nhs-number', '943 476 5919', '9434765919'],
  ['nhs-number', '9434765918', undefined],
  ['passport', '533401372', 'GBR:533401372'],
  ['passport', 'IRL:PT1234567', 'IRL:PT1234567'],
  ['passport', 'unknown', undefined],
  ['driving-licence', 'WHITF761235GE9AB', 'WHITF761235GE9'],
  ['driving-licence', 'WHITF761235GE9', 'WHITF761235GE9'],
  ['driving-licence', 'WHITF791235GE9', undefined],
])('a %s written %j is %j', (type, written, id) => {
  expect(readIdentifier(type, written)?.id).toBe(id)
})

describe('a record that its activity does not cover is kept, and says in what', () => {
  const day = (occurred_start: string) => ({ occurred_start })
  test.each<[flags: string[] | undefined, id: string, change: Row]>([
    [undefined, 'checks', {}],
    [['other-categories'], 'checks', { data_categories: ['name', 'health'] }],
    [['not-yet-begun'], 'checks', day('2026-10-31T12:00:00Z')],
    [undefined, 'checks', day('2026-11-01T08:00:00Z')],
    [['ended'], 'old', day('2026-11-22T11:00:00Z')],
    [undefined, 'old', day('2026-11-10T08:00:00Z')],
    [['other-categories', 'ended'], 'old', { ...day('2026-11-22T11:00:00Z'), data_categories: ['health'] }],
    [['clock-ahead'], 'checks', day('2026-11-22T12:05:00Z')],
    [undefined, 'checks', day('2026-11-22T12:00:30Z')],
  ])('%j', async (flags, id, change) => {
    const { database, report } = intake
    if (!(await database.worker('activities').where({ id: 'old' }).first<Row | undefined>())) {
      await anActivity(database, { id: 'old' })
      await database
        .worker('activities')
        .where({ id: 'old' })
        .update({ state: 'ended', changed_at: '2026-11-20T12:00:00Z' })
    }
    const record = aUse(checks.replace('checks', id), change)
    const { results } = await report(record)
    expect(results).toEqual([{ record_id: record.record_id, result: 'recorded', ...(flags && { flags }) }])
    expect((await stored(record.record_id))?.['drift']).toEqual((flags ?? []).filter((flag) => flag !== 'clock-ahead'))
  })

  test('while a time far in the future is no skew, and refused', async () => {
    const { status, errors } = await intake.report(aUse(checks, { occurred_start: '2026-11-22T12:11:00Z' }))
    expect([status, errors]).toEqual([400, [{ field: 'occurred_start', message: 'is in the future' }]])
  })
})

const SEALED = {
  confidentiality: 'sealed' as const,
  opensAfterDays: 90,
  reviewAfterDays: 30,
  sealAuthority: { en: 'A judge' },
}

describe('what an activity keeps closed', () => {
  test('goes where no citizen’s path leads, with the day on which it opens; the answer is as for any other', async () => {
    const { database, vault, report } = intake
    const uri = await anActivity(database, { id: 'fraud', ...SEALED })
    const amira = await aCitizen(database, vault, uuidv4())
    const id = await knownTo(database, vault, 'dvla', amira.subject)
    const [closed, open] = [
      aUse(uri, { subject: { id_type: 'pairwise', id } }),
      aUse(checks, { subject: { id_type: 'pairwise', id } }),
    ]
    const { results } = await report([closed, open])
    expect(results.map(({ result, flags }) => [result, flags])).toEqual(Array(2).fill(['recorded', undefined]))
    expect(await report(closed)).toMatchObject({ results: [{ result: 'duplicate' }] })
    const mine = await inContext(database.web, { account: amira.accountId, subjects: amira.subjects }, (tx) =>
      tx('access_records').pluck<string[]>('record_id'),
    )
    expect(mine).toEqual([open.record_id])
    expect(await stored(closed.record_id)).toBeUndefined()
    expect(await stored(closed.record_id, 'sealed_access_records')).toMatchObject({
      ...{ visibility: 'sealed', release_not_before: new Date('2027-02-20T12:00:00Z'), review_at: '2026-12-22' },
    })
    expect(await stored(closed.record_id, 'unplaced_access_records')).toMatchObject({ chain: 'sealed' })
    const read = inContext(database.web, { subjects: amira.subjects }, (tx) => tx('sealed_access_records').select())
    await expect(read).rejects.toMatchObject({ code: '42501' })
  })
})

describe('a correction', () => {
  test('is another record that names the first; both stay', async () => {
    const [first, unheardOf] = [aUse(checks), uuidv7()]
    await intake.report(first)
    const second = aUse(checks, { supersedes: first.record_id, access_type: 'alter' })
    const third = aUse(checks, { supersedes: second.record_id, void: true })
    expect(await intake.report(second)).toMatchObject({ status: 201 })
    expect(await intake.report([third])).toMatchObject({ results: [{ result: 'recorded' }] })
    expect(await stored(second.record_id)).toMatchObject({ supersedes: first.record_id, void: false })
    expect(await stored(third.record_id)).toMatchObject({ supersedes: second.record_id, void: true })
    expect(await stored(first.record_id)).toMatchObject({ access_type: 'consult' })
    expect(await intake.report(aUse(checks, { supersedes: unheardOf }))).toMatchObject({ status: 400 })
  })

  test('is about the same person, or about many people as the first was; another is refused by itself', async () => {
    const { report } = intake
    const sealed = await anActivity(intake.database, { id: 'crime', ...SEALED })
    const [first, hidden] = [aUse(checks), aUse(sealed)]
    const many = aUse(checks, { subject: undefined, batch: { count: 7 } })
    await report([first, many, hidden])
    const other = { subject: { type: 'nino', id: 'QQ654321A' } }
    const [ofOther, ofMany, ofOne] = [
      aUse(checks, { ...other, supersedes: first.record_id }),
      aUse(checks, { subject: undefined, batch: { count: 8 }, supersedes: first.record_id }),
      aUse(checks, { supersedes: many.record_id }),
    ]
    const [fits, manyFit, hiddenFits] = [
      aUse(checks, { supersedes: first.record_id }),
      aUse(checks, { subject: undefined, batch: { count: 8 }, supersedes: many.record_id }),
      aUse(sealed, { supersedes: hidden.record_id }),
    ]
    const { results } = await report([ofOther, fits, ofMany, ofOne, manyFit, hiddenFits])
    expect(results.map(({ result, errors = [] }) => [result, ...errors.map(({ field }) => field)])).toEqual([
      ['refused', 'supersedes'],
      ['recorded'],
      ['refused', 'supersedes'],
      ['refused', 'supersedes'],
      ['recorded'],
      ['recorded'],
    ])
    expect(results[0]?.errors?.[0]?.message).toContain('about the same person')
    expect(results[2]?.errors?.[0]?.message).toContain('about many people at once')
  })

  test('puts right no record of another body, whose id it would have to guess', async () => {
    const { database, report } = intake
    const theirs = await anActivity(database, { id: 'theirs', agencyId: 'hmrc' })
    const other = await anAgency(database, { id: 'hmrc' })
    const token = await accessToken(intake.origin, BASE_URL, other, 'access-records.write')
    const record = aUse(theirs, { controller: { id: 'hmrc' } })
    expect(await report(record, { authorization: `Bearer ${token}` })).toMatchObject({ status: 201 })
    const { errors } = await report(aUse(checks, { supersedes: record.record_id }))
    expect(errors).toEqual([
      { field: 'supersedes', message: 'must be a record that you reported before, in an earlier call' },
    ])
  })
})

describe('a use about many people at once', () => {
  test('is one record without a person, which anyone may read', async () => {
    const { database, report } = intake
    const use = aUse(checks, { subject: undefined, batch: { count: 48_000_000 } })
    expect(await report(use)).toMatchObject({ status: 201 })
    expect(await report(use)).toMatchObject({ status: 200, results: [{ result: 'duplicate' }] })
    expect(await report({ ...use, batch: { count: 3 } })).toMatchObject({ status: 409 })
    expect(await database.web<Row>('bulk_uses').where({ record_id: use.record_id }).first()).toMatchObject({
      ...{ people: 48_000_000, activity_id: checks, controller_id: 'dvla' },
    })
    expect(await stored(use.record_id)).toBeUndefined()
  })
})

describe('lines of NDJSON', () => {
  const ndjson = { 'content-type': 'application/x-ndjson' }
  test('get a result each, and a broken one stops none of the others', async () => {
    const [one, two] = [aUse(checks), aUse(checks)]
    const text = [JSON.stringify(one), '{"record_id": ', '', JSON.stringify(two), '"text"'].join('\r\n')
    const { status, results } = await intake.report(text, ndjson)
    expect(status).toBe(200)
    expect(results.map(({ result, record_id, errors }) => [result, record_id, errors?.[0]?.message])).toEqual([
      ['recorded', one.record_id, undefined],
      ['refused', null, 'is not JSON'],
      ['recorded', two.record_id, undefined],
      ['refused', null, 'must be an object'],
    ])
  })

  test('are at most 5,000, and nothing is an answer too', async () => {
    expect(await intake.report('{}\n'.repeat(5001), ndjson)).toMatchObject({ status: 413 })
    expect(await intake.report('', ndjson)).toMatchObject({ status: 200, results: [] })
  })
})
