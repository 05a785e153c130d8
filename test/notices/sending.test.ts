import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { savePreferences } from '../../src/notices/preference-store.ts'
import { queueNotice } from '../../src/notices/queue-notice.ts'
import { DAY, HOUR, MINUTE, later } from '../../src/shared/clock.ts'
import { as, type Citizen } from '../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { dumpOf, rowsThatShow } from '../support/dump.ts'
import { openPostOffice, type PostOffice, type Row } from './set-up.ts'

let database: TestDatabase
let office: PostOffice
let amira: Citizen
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  office = await openPostOffice(database)
  amira = await office.citizen('amira')
})
afterEach(() => office.close())

const states = async () => (await office.rows()).map(({ state }) => state)

const theOne = async (): Promise<Row> => {
  const rows = await office.rows()
  expect(rows).toHaveLength(1)
  return rows[0] as Row
}

test('what was queued is sent once, to the address of the account, with our words and our id', async () => {
  await office.queue(amira)
  await office.worker.runOnce()
  await office.worker.runOnce()
  const notice = await theOne()
  expect(office.notify.taken).toEqual([
    expect.objectContaining({
      type: 'email',
      to: 'amira@example.org',
      subject: 'We have what you sent us',
      reference: notice.id,
    }),
  ])
  expect(notice).toMatchObject({
    ...{ state: 'sent', attempts: 1, language: 'en', failure: null },
    notify_id: office.notify.taken[0]?.id,
  })
})

test('a notice waits until its time', async () => {
  await office.queue(amira, { sendAt: later(office.clock.now, HOUR) })
  await office.worker.runOnce()
  expect(office.notify.taken).toEqual([])
  office.clock.advance(HOUR)
  await office.worker.runOnce()
  expect(office.notify.taken).toHaveLength(1)
})

test('it is written in the language in which they last used the service', async () => {
  await office.queue(amira)
  await database.owner('accounts').where({ id: amira.accountId }).update({ language: 'cy' })
  await office.worker.runOnce()
  const [email] = office.notify.taken
  expect(email?.subject).toBe('Mae’r hyn a anfonoch wedi ein cyrraedd')
  expect(email?.body).not.toMatch(/\b(the|your|sign in)\b/i)
  expect(await theOne()).toMatchObject({ language: 'cy' })
})

const choose = (unwanted: string[], texts: boolean) =>
  as(database, amira, (tx) =>
    savePreferences(tx, amira.accountId, { unwanted, texts, digest: 'weekly' }, office.clock.now),
  )

test('what they switched off is not sent, though it was queued before; what the law needs is', async () => {
  await choose([], true)
  await office.queue(amira, { kind: 'offer' })
  await office.queue(amira, { kind: 'reported-about-you' })
  await choose(['offer', 'reported-about-you'], false)
  await office.worker.runOnce()
  const bySubject = office.notify.taken.map(({ type, subject }) => `${type}: ${subject}`)
  expect(bySubject).toEqual(['email: Somebody has told us something about you'])
  expect((await states()).sort()).toEqual(['not-wanted', 'not-wanted', 'not-wanted', 'sent'])
})

test('a text goes beside the email to those who chose texts, but not at night', async () => {
  await choose([], true)
  await office.queue(amira, { kind: 'offer' })
  office.clock.now = new Date('2026-11-23T23:30:00Z')
  await office.worker.runOnce()
  expect(office.notify.taken.map(({ type }) => type)).toEqual(['email'])
  office.clock.now = new Date('2026-11-24T08:00:00Z')
  await office.worker.runOnce()
  expect(office.notify.taken.map(({ type, to }) => [type, to])).toEqual([
    ['email', 'amira@example.org'],
    ['sms', '07700 900102'],
  ])
})

test('whoever wants texts and no emails gets texts and no emails', async () => {
  await choose(['offer'], true)
  await office.queue(amira, { kind: 'offer' })
  await office.worker.runOnce()
  expect(office.notify.taken.map(({ type }) => type)).toEqual(['sms'])
})

test('an account without an address is told nothing, and that is on record', async () => {
  const kofi = await office.citizen('kofi', {})
  const erased = await office.citizen('somebody who has been erased since')
  await office.queue(kofi)
  await office.queue(erased)
  await database.owner('data_keys').where({ subject_ref: erased.subject }).delete()
  await office.worker.runOnce()
  expect(office.notify.requests).toEqual([])
  expect(await states()).toEqual(['no-address', 'no-address'])
})

test('the operator is told in English, a body in both languages, one of which it reads', async () => {
  const { worker } = database
  await worker.transaction(async (tx) => {
    await queueNotice(tx, { to: { operator: true }, kind: 'case-opened', key: 'case-1' })
    await queueNotice(tx, { to: { agency: 'dvla' }, kind: 'outcome-overdue', key: 'delivery-1' })
    await queueNotice(tx, { to: { agency: 'unheard-of' }, kind: 'outcome-overdue', key: 'delivery-1' })
  })
  await office.worker.runOnce()
  const sent = office.notify.taken.map(({ to, subject }) => [to, subject]).sort()
  expect(sent).toEqual([
    ['desk@dvla.example', 'Answers are overdue / Mae atebion yn hwyr'],
    ['operator@tell-us-once.example', 'A new case is open'],
  ])
  expect((await states()).sort()).toEqual(['no-address', 'sent', 'sent'])
})

test.each([
  ['is wrong', 'email_address Not a valid email address', 'ValidationError', 'bad-address'],
  [
    'is not of our team, as its key demands',
    'Can’t send to this recipient using a team-only API key',
    'BadRequestError',
    'not-allowed',
  ],
  [
    'is a stranger’s, and our service on trial',
    'Can’t send to this recipient when service is in trial mode',
    'BadRequestError',
    'not-allowed',
  ],
])('an address that %s is not tried again', async (_what, message, error, failure) => {
  office.notify.fault = { status: 400, error, message }
  await office.queue(amira)
  await office.worker.runOnce()
  office.clock.advance(DAY)
  await office.worker.runOnce()
  expect(await theOne()).toMatchObject({ state: 'failed', failure, attempts: 1 })
  expect(office.notify.requests).toHaveLength(1)
})

test.each([
  ['has had enough for now', { status: 429, error: 'RateLimitError', message: 'Exceeded rate limit' }, 'rate-limit'],
  ['is broken', { status: 500, error: 'Exception', message: 'Internal server error' }, 'failing'],
  ['is behind a proxy that is broken', 'html', 'failing'],
  ['hangs up', 'cut', 'unreachable'],
  ['says nothing', 'hang', 'timeout'],
] as const)('when GOV.UK Notify %s, it is tried again a minute later', async (_what, fault, failure) => {
  office.notify.fault = fault
  await office.queue(amira)
  await office.worker.runOnce()
  const { now } = office.clock
  expect(await theOne()).toMatchObject({ state: 'queued', failure, due_at: later(now, MINUTE) })
  office.notify.fault = undefined
  office.clock.advance(MINUTE)
  await office.worker.runOnce()
  expect(await theOne()).toMatchObject({ state: 'sent', attempts: 2, failure: null })
  expect(office.notify.taken).toHaveLength(1)
})

test('an answer that was lost does not make two emails of one', async () => {
  office.notify.fault = 'cut'
  office.notify.faultAfterTaking = true
  await office.queue(amira)
  await office.worker.runOnce()
  expect(await theOne()).toMatchObject({ state: 'queued' })
  office.notify.fault = undefined
  office.clock.advance(MINUTE)
  await office.worker.runOnce()
  expect(await theOne()).toMatchObject({ state: 'sent', notify_id: office.notify.taken[0]?.id })
  expect(office.notify.taken).toHaveLength(1)
})

test('while nobody can say whether it was taken, it is not sent again', async () => {
  office.notify.fault = 'cut'
  office.notify.faultAfterTaking = true
  await office.queue(amira)
  await office.worker.runOnce()
  office.notify.faultAfterTaking = false
  office.clock.advance(MINUTE)
  await office.worker.runOnce()
  expect(office.notify.requests).toEqual(['POST /v2/notifications/email', 'GET /v2/notifications'])
  expect(await theOne()).toMatchObject({ state: 'queued', attempts: 2 })
})

test('wrong settings raise an alarm, and what is queued waits for people to mend them', async () => {
  office.notify.templates = { email: randomUUID(), text: randomUUID() }
  await office.queue(amira)
  await office.worker.runOnce()
  expect(await theOne()).toMatchObject({ state: 'queued', failure: 'template', due_at: later(office.clock.now, HOUR) })
  const alarms = office.logs.filter((line) => line.includes('"alert":"notify"'))
  expect(alarms).toHaveLength(1)
})

test('a key that Notify does not know raises the same alarm', async () => {
  office.notify.fault = { status: 403, error: 'AuthError', message: 'Invalid token: API key not found' }
  await office.queue(amira)
  await office.worker.runOnce()
  expect(await theOne()).toMatchObject({ state: 'queued', failure: 'key' })
  expect(office.logs.join('')).toContain('"alert":"notify"')
})

test('after three failures Notify is left alone for half a minute, whatever is queued', async () => {
  office.notify.fault = { status: 503, error: 'Exception', message: 'down' }
  for (const name of ['one', 'two', 'three']) await office.queue(amira, { key: name })
  await office.worker.runOnce()
  const asked = office.notify.requests.length
  await office.queue(amira, { key: 'four' })
  await office.worker.runOnce()
  expect(office.notify.requests).toHaveLength(asked)
  office.notify.fault = undefined
  office.clock.advance(MINUTE)
  await office.worker.runOnce()
  expect(await states()).toEqual(['sent', 'sent', 'sent', 'sent'])
})

test('after three days of failures it is given up, and says why', async () => {
  office.notify.fault = { status: 503, error: 'Exception', message: 'down' }
  await office.queue(amira)
  for (let hours = 0; hours < 4 * 24; hours += 1) {
    await office.worker.runOnce()
    office.clock.advance(HOUR)
  }
  expect(await theOne()).toMatchObject({ state: 'failed', failure: 'failing', attempts: 17 })
})

test('neither the database nor the logs say who was written to', async () => {
  await choose([], true)
  await office.queue(amira, { kind: 'offer' })
  await office.worker.runOnce()
  office.notify.fault = { status: 400, error: 'ValidationError', message: 'email_address amira@example.org is odd' }
  await office.queue(amira, { key: 'two' })
  await office.worker.runOnce()
  expect((await states()).sort()).toEqual(['failed', 'sent', 'sent'])
  const dump = await dumpOf(database.owner)
  for (const secret of ['amira@example.org', 'amira', '900102', '0900102']) {
    expect(rowsThatShow(dump, secret)).toEqual([])
    expect(office.logs.join('')).not.toContain(secret)
  }
  expect(office.logs.length).toBeGreaterThan(2)
})
