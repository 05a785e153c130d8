import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Notice } from '../../src/notices/notice.ts'
import { cancelNotices, queueNotice, quietenNotices } from '../../src/notices/queue-notice.ts'
import { HOUR, later } from '../../src/shared/clock.ts'
import { inContext, type Context, type Db } from '../../src/shared/database.ts'
import { aCitizen, as, testVault, type Citizen } from '../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { aReport } from '../support/reports.ts'

const vault = testVault()
let database: TestDatabase
let amira: Citizen
let grace: Citizen
beforeAll(async () => {
  database = await testDatabase()
  amira = await aCitizen(database, vault, 'amira')
  grace = await aCitizen(database, vault, 'grace')
})
beforeEach(async () => {
  await database.owner('notices').delete()
  await database.owner('notice_preferences').delete()
})
afterAll(() => database.close())

const toAmira = (remarkable: Partial<Notice> = {}): Notice => ({
  to: { account: amira.accountId },
  kind: 'report-sent',
  key: 'one',
  ...remarkable,
})

const rows = () => database.owner<Row>('notices').orderBy('channel').select()

interface Row {
  account_id: string
  kind: string
  channel: string
  state: string
}

test('a notice is queued with what it is about, and only with it', async () => {
  await as(database, amira, (tx) => queueNotice(tx, toAmira()))
  const [notice] = await rows()
  expect(notice).toMatchObject({ account_id: amira.accountId, kind: 'report-sent', channel: 'email', state: 'queued' })

  const failing = as(database, amira, async (tx) => {
    await queueNotice(tx, toAmira({ key: 'two' }))
    throw new Error('what it is about came to nothing')
  })
  await expect(failing).rejects.toThrow('came to nothing')
  expect(await rows()).toHaveLength(1)
})

test('queueing the same twice, at one moment too, is one notice', async () => {
  const queue = () => as(database, amira, (tx) => queueNotice(tx, toAmira()))
  await Promise.all([queue(), queue(), queue()])
  expect(await rows()).toHaveLength(1)
  await database.worker.transaction((tx) => queueNotice(tx, toAmira({ key: 'another' })))
  expect(await rows()).toHaveLength(2)
})

test('a text goes beside the e-mail to those who chose texts, for what waits for them, unless somebody is at risk', async () => {
  const channels = async (notice: Notice) => {
    await database.owner('notices').delete()
    await as(database, amira, (tx) => queueNotice(tx, notice))
    return (await rows()).map(({ channel }) => channel)
  }
  expect(await channels(toAmira({ kind: 'offer' }))).toEqual(['email'])
  await database
    .owner('notice_preferences')
    .insert({ account_id: amira.accountId, unwanted: [], texts: true, changed_at: new Date() })
  expect(await channels(toAmira({ kind: 'offer' }))).toEqual(['email', 'text'])
  expect(await channels(toAmira({ kind: 'report-sent' }))).toEqual(['email'])
  expect(await channels(toAmira({ kind: 'offer', quiet: true }))).toEqual(['email'])
})

test('what has become untrue is taken back, and may become true again', async () => {
  const waiting = toAmira({ kind: 'overdue', sendAt: later(new Date(), HOUR) })
  const about = { account: amira.accountId, kind: 'overdue', key: 'one' } as const
  const states = async () => (await rows()).map(({ state }) => state)
  await as(database, amira, (tx) => queueNotice(tx, waiting))
  await as(database, amira, (tx) => cancelNotices(tx, about))
  expect(await states()).toEqual(['cancelled'])
  await as(database, amira, (tx) => queueNotice(tx, waiting))
  expect(await states()).toEqual(['queued'])
  await database.owner('notices').update({ state: 'sent' })
  await as(database, amira, (tx) => cancelNotices(tx, about))
  await as(database, amira, (tx) => queueNotice(tx, waiting))
  expect(await states()).toEqual(['sent'])
})

test('what is no opaque id is refused as a key', async () => {
  const keys = ['', 'Amira Hassan', 'amira@example.org', 'x'.repeat(121)]
  for (const key of keys) {
    await expect(as(database, amira, (tx) => queueNotice(tx, toAmira({ key })))).rejects.toMatchObject({
      code: '23514',
    })
  }
})

const REFUSED = '42501'

/** The web role queues, in this context. */
const queueing = (context: Context, notice: Notice) =>
  inContext(database.web, context, (tx) => queueNotice(tx, { ...notice, key: uuidv7() })).then(
    () => 'queued',
    (error: { code?: string }) => error.code,
  )

test('the web role writes to whom its context answers for, and to nobody else', async () => {
  const asGrace = { account: grace.accountId, subjects: grace.subjects }
  expect(await queueing({}, toAmira())).toBe(REFUSED)
  expect(await queueing(asGrace, toAmira())).toBe(REFUSED)
  expect(await queueing(asGrace, toAmira({ to: { account: grace.accountId } }))).toBe('queued')
  expect(await queueing(asGrace, toAmira({ to: { agency: 'dvla' }, kind: 'outcome-overdue' }))).toBe(REFUSED)
  expect(await queueing(asGrace, toAmira({ kind: 'reported-about-you' }))).toBe(REFUSED)
  expect(await queueing(asGrace, toAmira({ kind: 'report-corrected' }))).toBe(REFUSED)
  expect(await queueing(asGrace, toAmira({ kind: 'report-withdrawn' }))).toBe(REFUSED)
  const id = await aReport(database, vault, amira, { state: 'withdrawn' })
  await database
    .owner('reports')
    .where({ id })
    .update({ about_keys: [Buffer.alloc(32, 1)] })
  expect(await queueing(asGrace, toAmira({ kind: 'report-withdrawn' })), 'its subject took it back').toBe('queued')
  expect(await queueing(asGrace, toAmira({ to: { operator: true }, kind: 'offer' }))).toBe(REFUSED)
  expect(await queueing({}, toAmira({ to: { operator: true }, kind: 'case-opened' }))).toBe('queued')
  expect(await queueing(asGrace, toAmira({ to: { operator: true }, kind: 'case-opened' }))).toBe('queued')
})

test('a body writes to the citizens it was told about', async () => {
  const reportId = await aReport(database, vault, amira)
  await database.owner('deliveries').insert({
    ...{ id: uuidv7(), report_id: reportId, subscription_id: uuidv7(), access_record_id: uuidv7() },
    ...{ account_id: amira.accountId, subject_ref: amira.subject, agency_id: 'dvla', event_type: 'change-of-address' },
    ...{ agreement_id: 'dvla-address', agreement_version: 1, created_at: new Date(), next_attempt_at: new Date() },
  })
  const answered = toAmira({ kind: 'body-answered' })
  expect(await queueing({ agency: 'dvla' }, answered)).toBe('queued')
  expect(await queueing({ agency: 'hmrc' }, answered)).toBe(REFUSED)
  expect(await queueing({ agency: 'dvla' }, { ...answered, to: { account: grace.accountId } })).toBe(REFUSED)
  for (const agency of ['hmrc', 'dvla']) {
    const cancelling = inContext(database.web, { agency }, (tx) =>
      cancelNotices(tx, { account: amira.accountId, kind: 'body-answered', key: 'one' }),
    )
    await expect(cancelling, agency).rejects.toMatchObject({ code: REFUSED })
  }
})

test('what waits to be sent to somebody who is at risk by now says nothing, and no text rings', async () => {
  for (const { accountId: account_id } of [amira, grace])
    await database.owner('notice_preferences').insert({ account_id, unwanted: [], texts: true, changed_at: new Date() })
  await as(database, amira, (tx) => queueNotice(tx, toAmira({ kind: 'offer' })))
  await as(database, grace, (tx) => queueNotice(tx, toAmira({ kind: 'offer', to: { account: grace.accountId } })))
  await as(database, amira, (tx) => quietenNotices(tx))
  const waiting = (account_id: string) =>
    database
      .owner('notices')
      .where({ account_id })
      .orderBy('channel')
      .select<{ channel: string; state: string; quiet: boolean }[]>('channel', 'state', 'quiet')
  expect(await waiting(amira.accountId)).toEqual([
    { channel: 'email', state: 'queued', quiet: true },
    { channel: 'text', state: 'cancelled', quiet: true },
  ])
  expect((await waiting(grace.accountId)).map(({ state, quiet }) => [state, quiet])).toEqual([
    ['queued', false],
    ['queued', false],
  ])
})

test('a citizen sees their own notices, and nobody changes one but the worker', async () => {
  await as(database, amira, (tx) => queueNotice(tx, toAmira()))
  expect(await as(database, amira, (tx) => tx('notices').select())).toHaveLength(1)
  expect(await as(database, grace, (tx) => tx('notices').select())).toEqual([])
  expect(await database.web('notices').select()).toEqual([])
  const forbidden = [
    (tx: Db) => tx('notices').update({ state: 'sent' }),
    (tx: Db) => tx('notices').delete(),
    (tx: Db) => tx('notices').insert({ kind: 'offer', channel: 'text', key: 'x', quiet: false, due_at: new Date() }),
  ]
  for (const change of forbidden) {
    await expect(as(database, amira, async (tx) => change(tx))).rejects.toMatchObject({ code: REFUSED })
  }
})
