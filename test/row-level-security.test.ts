import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inContext, type Context } from '../src/shared/database.ts'
import { anAgency, anAgreement } from './support/agency.ts'
import { aCitizen, aDisclosure, disclose, testVault, type Citizen } from './support/access-log.ts'
import { testDatabase, type TestDatabase } from './support/database.ts'
import { aReport } from './support/reports.ts'

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

/** The web role puts a copy of a row there, changed, as it stands in this context. */
async function add(table: string, context: Context, changes: Record<string, unknown>): Promise<string> {
  const row = await database.owner(table).first<Record<string, unknown>>()
  const copy = Object.fromEntries(Object.entries({ ...row, ...changes }).map(([name, value]) => [name, asJson(value)]))
  return inContext(database.web, context, (tx) => tx(table).insert(copy)).then(
    () => 'added',
    (error: Error & { code?: string }) => error.code ?? error.message,
  )
}

const asJson = (value: unknown) =>
  Object.prototype.toString.call(value) === '[object Object]' ? JSON.stringify(value) : value

const REFUSED = '42501'

test('an access record is added by the body that answers for it, for a subject of the call', async () => {
  await disclose(database, aDisclosure({ subjectRef: amira.subject }))
  const context = { agency: 'dvla', subjects: [amira.subject] }
  const record = (changes: object) => add('access_records', context, { record_id: uuidv7(), ...changes })
  expect(await record({ controller_id: 'dvla' })).toBe('added')
  expect(await record({ controller_id: 'tell-us-once' })).toBe(REFUSED)
  expect(await record({ controller_id: 'hmrc' })).toBe(REFUSED)
  expect(await record({ controller_id: 'dvla', subject_ref: grace.subject })).toBe(REFUSED)
})

test('an outcome is added by the body that was told, for the citizen it was told about', async () => {
  const delivery = {
    ...{ id: uuidv7(), report_id: uuidv7(), subscription_id: uuidv7(), access_record_id: uuidv7() },
    ...{ account_id: amira.accountId, subject_ref: amira.subject, agency_id: 'dvla', event_type: 'change-of-address' },
    ...{ agreement_id: 'dvla-address', agreement_version: 1, created_at: new Date(), next_attempt_at: new Date() },
  }
  await database.owner('deliveries').insert(delivery)
  const outcome = { delivery_id: delivery.id, status: 'done', received_at: new Date() }
  const answer = (agency: string, account: string) =>
    inContext(database.web, { agency }, (tx) =>
      tx('outcomes').insert({ ...outcome, agency_id: agency, account_id: account }),
    ).then(
      () => 'added',
      (error: { code?: string }) => error.code,
    )
  expect(await answer('dvla', amira.accountId)).toBe('added')
  expect(await answer('dvla', grace.accountId)).toBe(REFUSED)
  expect(await answer('hmrc', amira.accountId)).toBe(REFUSED)
})

test('a report is added for an account and a subject of the person who is asking', async () => {
  await aReport(database, vault, amira)
  const context = { account: amira.accountId, subjects: amira.subjects }
  const report = (changes: object) =>
    add('reports', context, { id: uuidv7(), draft_id: uuidv7(), reference: uuidv7(), ...changes })
  expect(await report({})).toBe('added')
  expect(await report({ account_id: grace.accountId })).toBe(REFUSED)
  expect(await report({ subject_ref: grace.subject })).toBe(REFUSED)
  expect(await report({ about_ref: grace.subject })).toBe(REFUSED)
  expect(await report({ about_ref: grace.subject, joins_report_id: uuidv7(), matter_ref: grace.subject })).toBe(REFUSED)
})

test('a subject is added for nobody’s account but that of the person who is asking', async () => {
  const ref = Buffer.alloc(32, 7)
  const context = { account: amira.accountId, subjects: [ref] }
  expect(await add('subjects', context, { ref, account_id: grace.accountId })).toBe(REFUSED)
  expect(await add('subjects', context, { ref: Buffer.alloc(32, 8), account_id: amira.accountId })).toBe(REFUSED)
  expect(await add('subjects', context, { ref, account_id: amira.accountId })).toBe('added')
})

test('what somebody chose about emails is theirs to read and to change, and a notice is queued by no insert of the web', async () => {
  const context = { account: amira.accountId, subjects: amira.subjects }
  await database.owner('notice_preferences').insert({
    ...{ account_id: amira.accountId, unwanted: [], texts: true, changed_at: new Date() },
  })
  expect(await add('notice_preferences', context, { account_id: grace.accountId })).toBe(REFUSED)
  const theirs = inContext(database.web, { account: grace.accountId }, async (tx) => [
    await tx('notice_preferences').select(),
    await tx('notice_preferences').update({ texts: false }),
  ])
  expect(await theirs).toEqual([[], 0])

  await database.owner('notices').insert({
    ...{ account_id: amira.accountId, kind: 'offer', channel: 'email', key: 'one', quiet: false, due_at: new Date() },
  })
  expect(await add('notices', context, { id: uuidv7(), key: 'two' })).toBe(REFUSED)
  expect(await inContext(database.web, { account: grace.accountId }, (tx) => tx('notices').select())).toEqual([])
  expect(await inContext(database.web, context, (tx) => tx('notices').select())).toHaveLength(1)
})

test('a report about somebody is found by who knows what One Login proves of them, and a case is opened only of one’s own', async () => {
  const [keys, proofs] = [[Buffer.alloc(32, 1)], [Buffer.alloc(32, 2)]]
  const id = await aReport(database, vault, amira)
  const about = { about_keys: keys, about_proofs: proofs, provenance: { relationship: 'friend' } }
  await database.owner('reports').where({ id }).update(about)
  const found = (context: Context, ...by: Buffer[][]) =>
    inContext(database.web, context, async (tx) => {
      const all = await tx.raw<{ rows: object[] }>('select id from reports_about(?::bytea[], ?::bytea[])', by as never)
      return all.rows
    })
  const asGrace = { account: grace.accountId, subjects: grace.subjects }
  expect(await found(asGrace, keys, proofs)).toEqual([{ id }])
  expect(await found(asGrace, keys, keys)).toEqual([])
  expect(await found(asGrace, proofs, proofs)).toEqual([])
  expect(await found(asGrace, [], [])).toEqual([])
  expect(await found({}, keys, proofs)).toEqual([])
  expect(await inContext(database.web, asGrace, (tx) => tx('reports').where({ id }))).toEqual([])

  const row = { report_id: id, kind: 'wrong-report', opened_at: new Date() }
  const open = (context: Context, account: string, kind = 'wrong-report') =>
    inContext(database.web, context, (tx) =>
      tx('cases').insert({ ...row, id: uuidv7(), account_id: account, kind }),
    ).then(
      () => 'opened',
      (error: { code?: string }) => error.code,
    )
  expect(await open(asGrace, grace.accountId)).toBe(REFUSED)
  expect(await open(asGrace, amira.accountId)).toBe(REFUSED)
  const asAmira = { account: amira.accountId, subjects: amira.subjects }
  expect(await open(asAmira, amira.accountId, 'reported-about')).toBe(REFUSED)
  expect(await open(asAmira, amira.accountId)).toBe('opened')
  expect(await inContext(database.web, asAmira, (tx) => tx('cases').select('id')), 'only operators read them').toEqual(
    [],
  )
})

test('what became of an earlier report is shown to who made the one that joins it, and of no other', async () => {
  const progress = (citizen: Citizen, id: string) =>
    inContext(database.web, { account: citizen.accountId, subjects: citizen.subjects }, async (tx) => {
      const all = await tx.raw<{ rows: object[] }>('select agreement_id, state from progress_of_joined(?)', [id])
      return all.rows
    })
  const agreement = 'joined-address'
  await anAgreement(database, { id: agreement, agencyId: (await anAgency(database, { id: 'joined' })).id })
  const [first, second, third] = await Promise.all([
    aReport(database, vault, amira, { told: { [agreement]: 1, other: 1 }, withheld: { other: 'chosen' } }),
    aReport(database, vault, grace, { told: { [agreement]: 1, other: 1 } }),
    aReport(database, vault, grace, { told: { [agreement]: 1 } }),
  ])
  const [one, another] = [Buffer.alloc(32, 3), Buffer.alloc(32, 4)]
  await database.owner('reports').where({ id: first }).update({ matter_ref: one })
  await database.owner('reports').where({ id: second }).update({ matter_ref: one, joins_report_id: first })
  // As if somebody had made up that it joins.
  await database.owner('reports').where({ id: third }).update({ matter_ref: another, joins_report_id: first })
  expect(await progress(grace, second)).toEqual([{ agreement_id: agreement, state: 'due' }])
  expect(await progress(grace, third)).toEqual([])
  expect(await progress(amira, second)).toEqual([])
  expect(await progress(grace, first)).toEqual([])
})

test('a stream, what it says of itself and whom it is about are their body’s to write, and a stream of the file is not removed', async () => {
  const id = uuidv7()
  const stream = { id, agency_id: 'dvla', method: 'poll', changed_at: new Date() }
  await database.owner('agencies').insert(['dvla', 'hmrc'].map(anOffice)).onConflict('id').ignore()
  const as = <Result>(agency: string, work: (tx: Knex.Transaction) => Promise<Result>) =>
    inContext(database.web, { agency }, work).catch((error: { code?: string }) => error.code)
  expect(await as('hmrc', (tx) => tx('subscriptions').insert(stream))).toBe(REFUSED)
  expect(await as('dvla', (tx) => tx('subscriptions').insert({ ...stream, position: 0 }))).toBe(REFUSED)
  await as('dvla', (tx) => tx('subscriptions').insert(stream))
  expect(await as('hmrc', (tx) => tx('subscriptions').where({ id }).update({ status: 'disabled' }))).toBe(0)
  expect(await as('dvla', (tx) => tx('subscriptions').where({ id }).update({ agency_id: 'hmrc' }))).toBe(REFUSED)

  const event = { subscription_id: id, kind: 'verification', content: {}, created_at: new Date() }
  const said = (agency_id: string) => ({ ...event, id: uuidv7(), agency_id, next_attempt_at: new Date() })
  expect(await as('hmrc', (tx) => tx('stream_events').insert(said('dvla')))).toBe(REFUSED)
  expect(await as('hmrc', (tx) => tx('stream_events').insert(said('hmrc')))).toBe(REFUSED)
  await as('dvla', (tx) => tx('stream_events').insert(said('dvla')))
  const about = (agency_id: string) => ({
    ...{ subscription_id: id, agency_id, subject_hash: Buffer.alloc(32, 1), format: 'opaque', wanted: true },
    changed_at: new Date(),
  })
  expect(await as('hmrc', (tx) => tx('stream_subjects').insert(about('hmrc')))).toBe(REFUSED)
  await as('dvla', (tx) => tx('stream_subjects').insert(about('dvla')))
  for (const table of ['stream_events', 'stream_subjects']) {
    expect(await as('hmrc', (tx) => tx(table).select())).toEqual([])
    expect(await as('dvla', (tx) => tx(table).select())).toHaveLength(1)
  }

  expect(await as('hmrc', (tx) => tx('subscriptions').where({ id }).delete())).toBe(0)
  await database.owner('subscriptions').where({ id }).update({ position: 0 })
  expect(await as('dvla', (tx) => tx('subscriptions').where({ id }).delete())).toBe(0)
  await database.owner('subscriptions').where({ id }).update({ position: null })
  expect(await as('dvla', (tx) => tx('subscriptions').where({ id }).delete())).toBe(1)
})

test('what is handed over is put on record for the delivery that the call names, and for no other', async () => {
  const [delivery, other] = [uuidv7(), uuidv7()]
  const records = { [delivery]: uuidv7(), [other]: uuidv7() }
  for (const id of [delivery, other]) {
    await database.owner('deliveries').insert({
      ...{ id, report_id: uuidv7(), subscription_id: uuidv7(), access_record_id: records[id], agency_id: 'dvla' },
      ...{ account_id: amira.accountId, subject_ref: amira.subject, event_type: 'change-of-address' },
      ...{ agreement_id: 'dvla-address', agreement_version: 1, created_at: new Date(), next_attempt_at: new Date() },
    })
  }
  const recording = (agency: string, changes: object) =>
    add(
      'access_records',
      { agency, deliveries: [delivery] },
      {
        ...{ record_id: records[delivery], controller_id: 'tell-us-once', counterparty_id: agency, ...changes },
        ...{ access_type: 'disclose', registered_at: new Date() },
      },
    )
  expect(await recording('dvla', { record_id: records[other] })).toBe(REFUSED)
  expect(await recording('dvla', { counterparty_id: 'hmrc' })).toBe(REFUSED)
  expect(await recording('dvla', { subject_ref: grace.subject })).toBe(REFUSED)
  expect(await recording('hmrc', {})).toBe(REFUSED)
  expect(await recording('dvla', {})).toBe('added')

  const result = (agency: string, record_id: string | undefined) =>
    inContext(database.web, { agency, deliveries: [delivery] }, (tx) =>
      tx('disclosure_results').insert({ subject_ref: amira.subject, record_id, result: 'made', at: new Date() }),
    ).then(
      () => 'added',
      (error: { code?: string }) => error.code,
    )
  expect(await result('hmrc', records[delivery])).toBe(REFUSED)
  expect(await result('dvla', records[other])).toBe(REFUSED)
  expect(await result('dvla', records[delivery])).toBe('added')
  const theirs = inContext(database.web, { agency: 'hmrc' }, (tx) => tx('deliveries').update({ state: 'acknowledged' }))
  expect(await theirs).toBe(0)
})

const anOffice = (id: string) => ({
  ...{ id, name: { en: id, cy: id }, cluster: 'human-services', kind: 'department', contact: {}, scopes: [] },
  changed_at: new Date(),
})
