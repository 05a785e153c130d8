import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fanOut } from '../../../src/deliveries/fan-out.ts'
import { FEED_KEPT_FOR } from '../../../src/deliveries/feed/feed-start.ts'
import { encodeFeedCursor } from '../../../src/deliveries/feed/feed-cursor.ts'
import type { Worker } from '../../../src/deliveries/worker.ts'
import { DAY, HOUR, MINUTE } from '../../../src/shared/clock.ts'
import { inContext } from '../../../src/shared/database.ts'
import { testVault, type Citizen } from '../../support/access-log.ts'
import { anAgreement } from '../../support/agency.ts'
import type { TestDatabase } from '../../support/database.ts'
import { empty } from '../../support/empty.ts'
import { follower } from '../../support/follow-ups.ts'
import { aRecipient, EVENT, startReceiver, type Receiver } from '../../support/receiver.ts'
import { startTelling, twoBodies, type Telling } from '../../support/reading-again.ts'
import { aReport, MOVE, type ReportDetails } from '../../support/reports.ts'
import { receiverKeys, type Caller, type Transmitter } from '../../support/ssf.ts'

const vault = testVault()
let telling: Telling
let database: TestDatabase
let transmitter: Transmitter
let receiver: Receiver
let worker: Worker
let amira: Citizen
let grace: Citizen
let dvla: Caller
let hmrc: Caller
let ahead = 0
const clock = () => new Date(Date.now() + ahead)

beforeAll(async () => {
  telling = await startTelling(vault, clock)
  ;({ database, transmitter, worker, amira, grace } = telling)
  receiver = await startReceiver(receiverKeys(transmitter))
})
afterAll(async () => {
  await receiver.close()
  await telling.close()
})
beforeEach(async () => {
  ahead = 0
  ;({ dvla, hmrc } = await twoBodies(telling, vault, receiver.url))
})
afterEach(() => empty(database))

const reported = async (person = amira, details: Partial<ReportDetails> = {}) => {
  const id = await aReport(database, vault, person, details)
  await fanOut(database.worker, vault, clock())
  return id
}
const follow = (person = amira) => follower(database, vault, person, clock)
const fannedOut = () => fanOut(database.worker, vault, clock())
const jtiOf = async (report: string) =>
  (await database.owner('deliveries').where({ report_id: report }).orderBy('id').first<{ id: string }>('id'))?.id ?? ''

interface Page {
  events: { jti: string; set: string; cursor: string }[]
  next: string
  more: boolean
}
const ask = (query: Record<string, string> = {}, by = dvla, headers = {}) =>
  by.call('GET', `/api/events?${new URLSearchParams(query).toString()}`, undefined, headers)
const read = async (query: Record<string, string> = {}, by = dvla) => {
  const { status, body } = await ask(query, by)
  expect([status, body]).toMatchObject([200, {}])
  return body as Page
}
const jtis = ({ events }: Page) => events.map(({ jti }) => jti)
const records = () => database.owner<{ name: string; record_id: string }>('access_records').orderBy('registered_at')

describe('the feed', () => {
  test('tells what was delivered and what is due, oldest first, signed and minimised as on its stream', async () => {
    const first = await reported()
    await worker.runOnce()
    const second = await reported(grace)
    const page = await read()
    expect(jtis(page)).toEqual([await jtiOf(first), await jtiOf(second)])
    const claims = await transmitter.read(page.events[0]?.set ?? '', 'dvla')
    expect(claims).toMatchObject({ jti: await jtiOf(first), aud: 'dvla', sub_id: { format: 'opaque' } })
    expect(claims['events']).toEqual({ [EVENT]: { names: MOVE['names'], new_address: MOVE['new_address'] } })
    expect(claims).toMatchObject({
      txn: receiver.arrivals.at(-1)?.token.txn,
      sub_id: receiver.arrivals.at(-1)?.token.sub_id,
    })
  })

  test('is read on from a cursor, a page at a time, and says when there is more', async () => {
    const reports = [await reported(), await reported(grace), await reported()]
    const first = await read({ limit: '2' })
    expect([jtis(first).length, first.more]).toEqual([2, true])
    const second = await read({ limit: '2', after: first.next })
    expect([jtis(second), second.more]).toEqual([[await jtiOf(reports[2] ?? '')], false])
    expect(await read({ after: second.next })).toEqual({ events: [], next: second.next, more: false })
    expect(jtis(await read({ after: first.events[0]?.cursor ?? '' }))).toEqual([
      await jtiOf(reports[1] ?? ''),
      await jtiOf(reports[2] ?? ''),
    ])
  })

  test('gives a cursor before there is anything, and from there what has come since', async () => {
    const { next, events } = await read()
    expect(events).toEqual([])
    const report = await reported()
    expect(jtis(await read({ after: next }))).toEqual([await jtiOf(report)])
  })

  test('does not tell what its citizen holds back, or wants told later, until its day', async () => {
    const at = new Date(Date.now() + DAY).toISOString()
    const later = await reported(amira, { timing: { 'dvla-address': at } })
    await reported(grace, { timing: { 'dvla-address': 'held' } })
    const { next, events } = await read()
    expect(events).toEqual([])
    ahead += DAY + MINUTE
    expect(jtis(await read({ after: next }))).toEqual([await jtiOf(later)])
  })

  test('acknowledges nothing: what was due is sent all the same, under the same jti', async () => {
    const report = await reported()
    const seen = receiver.arrivals.length
    const [jti] = jtis(await read())
    expect(await database.owner('deliveries').first()).toMatchObject({ state: 'due', attempts: 0 })
    await worker.runOnce()
    expect(receiver.arrivals.slice(seen).map(({ token }) => token.jti)).toEqual([jti])
    expect(jti).toBe(await jtiOf(report))
  })

  test('but what was read there may be acknowledged over the stream, as if it had been polled for', async () => {
    await database.owner('subscriptions').update({ method: 'poll', endpoint_url: null })
    const report = await reported()
    const [stream] = await database.owner('subscriptions').pluck<string[]>('id')
    const acknowledge = (by: Caller) =>
      by.call('POST', `/ssf/poll/${stream}`, { maxEvents: 0, ack: [jti], returnImmediately: true })
    const jti = await jtiOf(report)
    await acknowledge(dvla)
    expect(await database.owner('deliveries').first()).toMatchObject({ state: 'due' })
    expect(jtis(await read())).toEqual([jti])
    expect((await acknowledge(hmrc)).status).toBe(404)
    expect((await acknowledge(dvla)).status).toBe(200)
    expect(await database.owner('deliveries').first()).toMatchObject({ state: 'acknowledged', attempts: 1 })
  })

  test('goes on while its stream is paused, or was made anew', async () => {
    const report = await reported()
    await database.owner('subscriptions').update({ status: 'paused' })
    expect(jtis(await read())).toEqual([await jtiOf(report)])
    await database.owner('subscriptions').delete()
    expect(jtis(await read())).toEqual([])
    expect((await dvla.call('POST', '/ssf/streams', {})).status).toBe(201)
    expect(jtis(await read())).toEqual([await jtiOf(report)])
  })
})

describe('every reading is a disclosure', () => {
  test('on record, as made, each time it is handed over', async () => {
    await reported()
    await worker.runOnce()
    await read()
    await read()
    const all = await records()
    expect(all.map(({ name }) => name)).toEqual([
      'disclose change-of-address',
      'disclose change-of-address again',
      'disclose change-of-address again',
    ])
    expect(await database.owner('disclosure_results').pluck('result')).toEqual(['made', 'made', 'made'])
  })

  test('and when it cannot be recorded, nothing is handed over', async () => {
    await reported()
    await database.owner.raw('revoke insert on access_records from tell_us_once_web')
    expect((await ask()).status).toBe(500)
    await database.owner.raw('grant insert on access_records to tell_us_once_web')
    expect(await database.owner('deliveries').first()).toMatchObject({ read_at: null })
    expect(jtis(await read())).toHaveLength(1)
  })

  test('what may not be told any more is not among it, and leaves no record', async () => {
    await reported()
    await database.owner('agreements').update({ state: 'ended' })
    expect((await read()).events).toEqual([])
    expect(await records()).toEqual([])
  })

  test('nor what is erased, while the others are', async () => {
    const [erased, other] = [await reported(), await reported(grace)]
    const { data_key_id: id } = await database.owner('reports').where({ id: erased }).first<{ data_key_id: string }>()
    await database.owner('data_keys').where({ id }).delete()
    expect(jtis(await read())).toEqual([await jtiOf(other)])
  })

  test('nor what does not open, while the others are', async () => {
    const [broken, other] = [await reported(), await reported(grace)]
    await database
      .owner('reports')
      .where({ id: broken })
      .update({ facts: Buffer.alloc(40) })
    expect(jtis(await read())).toEqual([await jtiOf(other)])
  })

  test('at less than it was, when the agreement is narrower now', async () => {
    await reported()
    const events = [{ type: 'change-of-address', fields: ['names'] }]
    await anAgreement(database, { id: 'dvla-address', agencyId: 'dvla', version: 2, matching: [], events })
    const [event] = (await read()).events
    const claims = await transmitter.read(event?.set ?? '', 'dvla')
    expect(claims['events']).toEqual({ [EVENT]: { names: MOVE['names'] } })
  })
})

describe('what was read is known', () => {
  test('so a withdrawal follows, and is in the feed at once; the original is not any more', async () => {
    const report = await reported()
    const first = await read()
    expect(await follow().withdraw(report)).toBe(true)
    await fannedOut()
    const next = await read({ after: first.next })
    const [event] = next.events
    expect((await transmitter.read(event?.set ?? '', 'dvla'))['events']).toEqual({
      [EVENT]: { change: 'withdrawn', original_jti: jtis(first)[0] },
    })
    expect(jtis(await read())).toEqual(jtis(next))
  })

  test('and a correction names it, with what holds now', async () => {
    const report = await reported()
    const first = await read()
    await follow().correct(report, { ...MOVE, new_address: { postalCode: 'CF10 3AT' } })
    await fannedOut()
    const [event] = (await read({ after: first.next })).events
    expect((await transmitter.read(event?.set ?? '', 'dvla'))['events']).toMatchObject({
      [EVENT]: { change: 'corrected', original_jti: jtis(first)[0], new_address: { postalCode: 'CF10 3AT' } },
    })
  })

  test('each body’s corrections and withdrawals name its own jti, its own person and its own transaction', async () => {
    await aRecipient(database, vault, 'hmrc', receiver.url)
    const theirs = await transmitter.body('hmrc', ['events.read'])
    const report = await reported()
    const first = [await read(), await read({}, theirs)].map((page) => jtis(page)[0])
    await follow().correct(report, { ...MOVE, move_date: '2026-11-21' })
    await fannedOut()
    await follow().withdraw(report)
    await fannedOut()
    const last = [await read(), await read({}, theirs)].map(({ events }) => events.at(-1)?.set ?? '')
    const [one, other] = [await transmitter.read(last[0] ?? '', 'dvla'), await transmitter.read(last[1] ?? '', 'hmrc')]
    const withdrawn = (jti?: string) => ({ [EVENT]: { change: 'withdrawn', original_jti: jti } })
    expect([one['events'], other['events']]).toEqual(first.map(withdrawn))
    for (const claim of ['jti', 'sub_id', 'txn', 'events']) expect(one[claim]).not.toEqual(other[claim])
  })

  test('what was withdrawn before anybody read it is never in the feed', async () => {
    const report = await reported()
    await follow().withdraw(report)
    await fannedOut()
    expect((await read()).events).toEqual([])
  })
})

describe('no commit is passed over', () => {
  const insert = (tx: typeof database.owner, id: string) =>
    tx.raw(
      `insert into deliveries (id, report_id, account_id, subject_ref, subscription_id, agency_id, agreement_id,
         agreement_version, event_type, access_record_id, created_at, not_before, next_attempt_at)
       select ?, report_id, account_id, subject_ref, gen_random_uuid(), agency_id, agreement_id, agreement_version,
         event_type, gen_random_uuid(), created_at, not_before, next_attempt_at from deliveries limit 1`,
      [id],
    )

  test('though it began first and came last', async () => {
    await reported()
    const { next } = await read()
    const [early, late] = [randomUUID(), randomUUID()]
    const slow = await database.owner.transaction()
    await insert(slow, early)
    await insert(database.owner, late)
    const first = await read({ after: next })
    expect(jtis(first)).toEqual([late])
    await slow.commit()
    expect(jtis(await read({ after: first.next }))).toEqual([early])
  })

  test('with eight writers that commit when they like, and two who read all the while', async () => {
    await reported()
    const { next } = await read()
    const made: string[] = []
    let writing = true
    const write = async (seed: number) => {
      for (let number = 0; number < 6; number += 1) {
        const id = randomUUID()
        await database.worker.transaction(async (tx) => {
          await insert(tx, id)
          await tx.raw('select pg_sleep(?)', [((seed * 7 + number * 3) % 10) / 400])
        })
        made.push(id)
      }
    }
    const readAll = async () => {
      const seen: string[] = []
      let after = next
      for (;;) {
        const last = !writing
        const page = await read({ after, limit: '5' })
        seen.push(...jtis(page))
        after = page.next
        if (last && page.events.length === 0) return seen
      }
    }
    const readers = [readAll(), readAll()]
    await Promise.all(Array.from({ length: 8 }, (_, seed) => write(seed))).finally(() => (writing = false))
    for (const seen of await Promise.all(readers)) {
      expect(seen).toHaveLength(48)
      expect(new Set(seen)).toEqual(new Set(made))
    }
  })
})

describe('a cursor', () => {
  const refused = async (after: string, by = dvla) => {
    const { status, body, headers } = await ask({ after }, by)
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(body).toMatchObject({ status: 410, title: 'Gone' })
    return status
  }

  test('of another body, made up, cut short or from after the end is gone, and never a page from somewhere else', async () => {
    await reported()
    const { next } = await read()
    expect(await refused(next, hmrc)).toBe(410)
    for (const text of ['x', '0', next.slice(1), `${next}A`, `A${next.slice(1)}`.replace(/^AA/, 'BA')]) {
      expect(await refused(text)).toBe(410)
    }
    expect(await refused(encodeFeedCursor(vault, 'dvla', 7))).toBe(410)
    // Of a place that both have, and of a right place with a mark that is not ours.
    expect(await refused(encodeFeedCursor(vault, 'dvla', 0), hmrc)).toBe(410)
    expect(await refused(`${next.slice(0, -1)}${next.endsWith('A') ? 'B' : 'A'}`)).toBe(410)
  })

  test('is gone when what comes after it is no longer kept; from the start one reads on with what is', async () => {
    await reported()
    const before = await read({ limit: '1' })
    const begun = encodeFeedCursor(vault, 'dvla', 0)
    ahead += FEED_KEPT_FOR + HOUR
    const report = await reported(grace)
    expect(await refused(begun)).toBe(410)
    expect(jtis(await read({ after: before.next }))).toEqual([await jtiOf(report)])
    expect(jtis(await read())).toEqual([await jtiOf(report)])
  })

  test('says the body nothing, and is the same each time', async () => {
    await reported()
    const [one, other] = [await read(), await read()]
    expect(one.next).toBe(other.next)
    expect(one.next).toMatch(/^[A-Za-z0-9_-]{32}$/)
  })
})

describe('a page that the body holds (RFC 9110, section 13.1.2)', () => {
  test('is not handed over again, and so not on record again', async () => {
    await reported()
    const { headers } = await ask()
    const tag = headers.get('etag') ?? ''
    expect(tag).toMatch(/^W\/"/)
    const again = await ask({}, dvla, { 'if-none-match': `"other", ${tag}` })
    expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, '', tag])
    expect(await records()).toHaveLength(1)
  })

  test('is another when something has come, was changed since, or may be told less', async () => {
    const report = await reported()
    const tags = new Set<string | null>()
    const note = async () => tags.add((await ask()).headers.get('etag'))
    await note()
    await note()
    expect(tags.size).toBe(1)
    await reported(grace)
    await note()
    await follow().correct(report, { ...MOVE, move_date: '2026-11-21' })
    await fannedOut()
    await note()
    await database.owner('agreements').update({ state: 'ended' })
    await note()
    expect(tags.size).toBe(4)
  })
})

describe('the feed is refused', () => {
  test.each([
    ['a limit that is no number', { limit: 'x' }],
    ['a limit of none', { limit: '0' }],
    ['a limit of too many', { limit: '101' }],
    ['what it does not know', { before: 'x' }],
  ])('with 400 for %s', async (_what, query) => {
    expect((await ask(query)).status).toBe(400)
  })

  test('without a token, with a wrong one, or without the scope', async () => {
    for (const path of ['/api/events', `/api/events/${randomUUID()}/state`]) {
      expect((await transmitter.call('GET', path)).status).toBe(401)
      expect((await transmitter.call('GET', path, { token: `${dvla.token}x` })).status).toBe(401)
      const other = await transmitter.body('dvla', ['ssf.manage'])
      expect((await other.call('GET', path)).status).toBe(403)
    }
  })
})

describe('what holds of an event', () => {
  const stateOf = (jti: string, by = dvla) => by.call('GET', `/api/events/${jti}/state`)

  test('is what was reported', async () => {
    const report = await reported()
    await worker.runOnce()
    const jti = await jtiOf(report)
    const { status, body } = await stateOf(jti.toUpperCase())
    const facts = { names: MOVE['names'], new_address: MOVE['new_address'] }
    expect([status, body]).toMatchObject([200, { jti, current_jti: jti, state: 'reported', facts }])
    expect(await transmitter.read((body as { set: string }).set, 'dvla')).toMatchObject({
      jti,
      events: { [EVENT]: facts },
    })
  })

  test('or as it was corrected, though that has not been sent, asked by any of its jtis', async () => {
    const report = await reported()
    await worker.runOnce()
    const jti = await jtiOf(report)
    await follow().correct(report, { ...MOVE, new_address: { postalCode: 'CF10 3AT' } })
    await fannedOut()
    const corrected = { state: 'corrected', jti, facts: { new_address: { postalCode: 'CF10 3AT' } } }
    const { body } = await stateOf(jti)
    expect(body).toMatchObject(corrected)
    expect((await stateOf((body as { current_jti: string }).current_jti)).body).toMatchObject(corrected)
  })

  test('or that it was withdrawn, without a fact', async () => {
    const report = await reported()
    await worker.runOnce()
    await follow().withdraw(report)
    await fannedOut()
    const { body } = await stateOf(await jtiOf(report))
    expect(body).toMatchObject({ state: 'withdrawn', jti: await jtiOf(report) })
    expect(body).not.toHaveProperty('facts')
  })

  test('or no longer to be told: ended, or erased', async () => {
    const report = await reported()
    await worker.runOnce()
    await database.owner('agreements').update({ state: 'ended' })
    expect((await stateOf(await jtiOf(report))).status).toBe(410)
    expect(await records()).toHaveLength(1)
  })

  test('is for nobody but the body that was told, and nobody learns of what was not', async () => {
    const report = await reported()
    const jti = await jtiOf(report)
    const answers = [await stateOf(jti), await stateOf(jti, hmrc), await stateOf(randomUUID()), await stateOf('x')]
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(answers[0]?.status).toBe(404)
    await worker.runOnce()
    expect((await stateOf(jti, hmrc)).status).toBe(404)
  })
})

test('another body reads nothing of it, and its own places say nothing of how much others have', async () => {
  await reported()
  await reported(grace)
  await read()
  expect((await read({}, hmrc)).next).toBe(encodeFeedCursor(vault, 'hmrc', 0))
  expect((await read({}, hmrc)).events).toEqual([])
})

test('beyond the transaction that notes a reading, a body’s call opens nothing', async () => {
  await reported()
  await read()
  const counts = (agency: string, note: boolean) =>
    inContext(database.web, { agency }, async (tx) => {
      const [delivery] = await database.owner('deliveries').select<{ id: string }[]>('id')
      if (note) {
        await tx('delivery_readings').insert({
          ...{ record_id: randomUUID(), delivery_id: delivery?.id, agency_id: agency, way: 'feed', at: new Date() },
        })
      }
      return Promise.all(['reports', 'data_keys'].map(async (table) => (await tx(table).select()).length))
    })
  expect(await counts('dvla', false)).toEqual([0, 0])
  expect(await counts('dvla', true)).toEqual([1, 1])
  await expect(counts('hmrc', true)).rejects.toThrow('row-level security')
  expect(await counts('hmrc', false)).toEqual([0, 0])
})
