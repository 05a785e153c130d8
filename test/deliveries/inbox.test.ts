import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { sealedPlace, type SealedReferences } from '../../src/access-log/access-record.ts'
import { actOnDeadLetters } from '../../src/deliveries/dead-letters.ts'
import { claimDue } from '../../src/deliveries/delivery-store.ts'
import { fanOut } from '../../src/deliveries/fan-out.ts'
import { giveUpUntaken } from '../../src/deliveries/give-up.ts'
import { openInInbox, type Opened } from '../../src/deliveries/open-in-inbox.ts'
import { remindOfInbox } from '../../src/deliveries/remind-of-inbox.ts'
import { DAY, HOUR } from '../../src/shared/clock.ts'
import { inContext } from '../../src/shared/database.ts'
import { createLogger } from '../../src/shared/log.ts'
import { pairwise } from '../../src/vault/pseudonyms.ts'
import { open } from '../../src/vault/sealing.ts'
import { dataKeyOfSubject } from '../../src/vault/subject-store.ts'
import { aCitizen, as, testVault, type Citizen } from '../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { empty } from '../support/empty.ts'
import { follower } from '../support/follow-ups.ts'
import { anAnswer } from '../support/progress.ts'
import { aRecipient, BASE_URL } from '../support/receiver.ts'
import { aReport, MOVE } from '../support/reports.ts'

const vault = testVault()
const officer = { id: uuidv7(), agencyId: 'council', role: 'officer' }
let database: TestDatabase
let amira: Citizen
let ahead = 0
const clock = () => new Date(Date.now() + ahead)

beforeAll(async () => {
  database = await testDatabase()
  amira = await aCitizen(database, vault, 'amira')
})
afterAll(() => database.close())
beforeEach(async () => {
  ahead = 0
  await anInbox('council')
})
afterEach(async () => {
  await database.owner('notices').delete()
  await empty(database)
})

const anInbox = (id: string) =>
  aRecipient(database, vault, id, '', { subscription: { method: 'inbox', endpointUrl: null } })
const all = (table: string) => database.owner<Record<string, unknown>>(table).select()
const ids = (agency = 'council') =>
  database.owner('deliveries').where({ agency_id: agency }).orderBy(['created_at', 'id']).pluck<string[]>('id')
const logger = createLogger({ level: 'silent', write: () => undefined })
const giveUp = () => giveUpUntaken({ db: database.worker, logger }, clock())
const spread = () => fanOut(database.worker, vault, clock())
const reported = async (facts = MOVE) => {
  const reportId = await aReport(database, vault, amira, { facts })
  await spread()
  return reportId
}
const openAll = (wanted: string[], who = officer) =>
  openInInbox({ db: database.web, vault, baseUrl: BASE_URL, clock }, who, wanted)
const openOne = async (id = '', who = officer): Promise<Opened | undefined> => (await openAll([id], who)).get(id)

describe('opening is telling', () => {
  test('what the agreement names and nothing else, and it is on record with the officer’s role', async () => {
    await reported()
    const claim = { lease: uuidv7(), now: clock(), leasedUntil: clock(), limit: 9, perLane: 9, inHand: {} }
    expect(await claimDue(database.worker, claim)).toEqual([])
    const [id = ''] = await ids()
    const opened = await openOne(id)
    expect(opened?.facts).toEqual({ names: MOVE['names'], new_address: MOVE['new_address'] })
    expect(opened?.first).toBe(true)
    expect(await all('access_records')).toMatchObject([
      {
        ...{ controller_id: 'tell-us-once', access_type: 'disclose', counterparty_id: 'council' },
        ...{ actor_kind: 'officer', actor_role: 'officer', data_categories: ['name', 'address'] },
      },
    ])
    expect(await all('disclosure_results')).toMatchObject([{ result: 'made' }])
    expect(await all('deliveries')).toMatchObject([{ state: 'acknowledged', attempts: 1 }])
    expect(await all('delivery_attempts')).toMatchObject([{ result: 'opened', http_status: null }])
  })

  test('who it was is sealed under the citizen’s key, as a pseudonym of that body', async () => {
    await reported()
    await openOne((await ids())[0])
    const [record] = await all('access_records')
    const key = await as(database, amira, (tx) => dataKeyOfSubject(tx, vault, amira.subject))
    const place = sealedPlace(String(record?.['record_id']))
    const sealed = key && open<SealedReferences>(key.key, record?.['sealed'] as Buffer, place)
    expect(sealed).toEqual({ actor_ref: pairwise(vault, 'council', 'officer', officer.id) })
  })

  test('every opening after the first is on record too, as the body’s own look', async () => {
    await reported()
    const [id] = await ids()
    await openOne(id)
    const again = await openOne(id, { ...officer, id: uuidv7(), role: 'admin' })
    expect([again?.first, again?.facts]).toEqual([false, { names: MOVE['names'], new_address: MOVE['new_address'] }])
    const looks = await database.owner('access_records').where({ access_type: 'consult' })
    expect(looks).toMatchObject([
      {
        controller_id: 'council',
        body_id: 'council',
        counterparty_id: null,
        actor_kind: 'officer',
        actor_role: 'admin',
      },
    ])
    expect(await all('access_records')).toHaveLength(2)
    expect(await all('delivery_attempts')).toHaveLength(1)
  })

  test('of two who open at the same moment each is on record, and one of them was told first', async () => {
    await reported()
    const [id = ''] = await ids()
    const both = await Promise.all([openOne(id), openOne(id)])
    expect(both.map((one) => one?.first).toSorted()).toEqual([false, true])
    expect(await database.owner('access_records').orderBy('access_type').pluck('access_type')).toEqual([
      'consult',
      'disclose',
    ])
  })

  test.each(['access_records', 'access_record_ledger'])('without a row in %s nothing is opened', async (table) => {
    await reported()
    const [id] = await ids()
    await database.owner.raw(`revoke insert on ${table} from tell_us_once_web`)
    await expect(openOne(id)).rejects.toThrow('permission denied')
    await database.owner.raw(`grant insert on ${table} to tell_us_once_web`)
    expect(await all('deliveries')).toMatchObject([{ state: 'due', lease: null }])
    await openOne(id)
    await database.owner.raw(`revoke insert on ${table} from tell_us_once_web`)
    await expect(openOne(id)).rejects.toThrow('permission denied')
    await database.owner.raw(`grant insert on ${table} to tell_us_once_web`)
  })
})

describe('what may not be told', () => {
  test('any more is not opened, ends for all to see, and leaves nothing in the log', async () => {
    await reported()
    await database.owner('agreements').update({ state: 'ended' })
    expect(await openOne((await ids())[0])).toBeUndefined()
    expect(await all('deliveries')).toMatchObject([{ state: 'not-allowed' }])
    expect(await all('access_records')).toEqual([])
  })

  test('any more is not opened again either', async () => {
    await reported()
    const [id] = await ids()
    await openOne(id)
    await database.owner('agreements').update({ state: 'ended' })
    expect(await openOne(id)).toBeUndefined()
    expect(await all('access_records')).toHaveLength(1)
  })

  test.each([
    ['while the stream is paused', () => database.owner('subscriptions').update({ status: 'paused' })],
    ['while the body is suspended', () => database.owner('agencies').update({ status: 'suspended' })],
  ])('%s waits', async (_when, hold) => {
    await reported()
    await hold()
    expect(await openOne((await ids())[0])).toBeUndefined()
    expect(await all('deliveries')).toMatchObject([{ state: 'due' }])
    expect(await all('access_records')).toEqual([])
  })

  test('another body can neither open it nor see it', async () => {
    await anInbox('other')
    await reported()
    const [id = ''] = await ids()
    expect(await openOne(id, { ...officer, agencyId: 'other' })).toBeUndefined()
    await openOne(id)
    expect(await openOne(id, { ...officer, agencyId: 'other' })).toBeUndefined()
    const seen = await inContext(database.web, { agency: 'other', deliveries: [id] }, (tx) => tx('reports').select())
    expect(seen).toEqual([])
    expect(await database.owner('access_records').pluck('body_id')).toEqual(['council'])
  })

  test('before it is claimed to be opened its report is closed to the body', async () => {
    await reported()
    const context = { agency: 'council', deliveries: await ids() }
    const seen = () => inContext(database.web, context, (tx) => tx('reports').select('id'))
    expect(await seen()).toEqual([])
    await openAll(await ids())
    expect(await seen()).toHaveLength(1)
  })

  test('a body that is pushed to has no inbox', async () => {
    await reported()
    await database.owner('subscriptions').update({ method: 'push', endpoint_url: 'https://council.example' })
    expect(await openOne((await ids())[0])).toBeUndefined()
  })
})

describe('what follows', () => {
  test('comes in its order, and says what it changes', async () => {
    const reportId = await reported()
    const [first = ''] = await ids()
    await openOne(first)
    await anAnswer(database, vault, { jti: first, at: clock(), agencyId: 'council', status: 'needs_information' })
    const follow = follower(database, vault, amira, clock)
    ahead += HOUR
    await follow.correct(reportId, { ...MOVE, new_address: { postalCode: 'LS1 1AA' } })
    await spread()
    ahead += HOUR
    await follow.answer(reportId, first, 'The flat on the left')
    await spread()
    const [, correction = '', answer = ''] = await ids()
    expect(await openOne(answer)).toBeUndefined()
    expect(await openOne(correction)).toMatchObject({
      facts: { new_address: { postalCode: 'LS1 1AA' } },
      change: { change: 'corrected', original_jti: first },
    })
    expect((await openOne(answer))?.change).toEqual({
      ...{ change: 'answered', original_jti: first, answer: 'The flat on the left' },
    })
    await follow.withdraw(reportId)
    await spread()
    const withdrawal = (await ids()).at(-1)
    expect(await openOne(withdrawal)).toMatchObject({
      facts: {},
      change: { change: 'withdrawn', original_jti: first },
    })
    const opened = await database.owner('access_records').orderBy('registered_at').pluck('name')
    expect(opened.map((name: string) => name.split(' ')[2])).toEqual([undefined, 'corrected', 'answered', 'withdrawn'])
  })

  test('what is corrected before anybody opened it comes as it is by now; what is taken back comes never', async () => {
    const reportId = await reported()
    const follow = follower(database, vault, amira, clock)
    await follow.correct(reportId, { ...MOVE, new_address: { postalCode: 'LS1 1AA' } })
    await spread()
    const opened = await openOne((await ids())[0])
    expect([opened?.facts['new_address'], opened?.change]).toEqual([{ postalCode: 'LS1 1AA' }, undefined])
    const second = await reported()
    await follow.withdraw(second)
    await spread()
    expect((await openAll(await ids())).size).toBe(1)
  })
})

describe('what nobody opens', () => {
  test('is brought to mind once a day, and given up after a week', async () => {
    await reported()
    for (const _again of [1, 2]) await remindOfInbox(database.worker, clock())
    expect(await all('notices')).toMatchObject([{ kind: 'inbox-waits', agency_id: 'council' }])
    await giveUp()
    expect(await all('deliveries')).toMatchObject([{ state: 'due' }])
    ahead += 7 * DAY + HOUR
    await giveUp()
    expect(await all('deliveries')).toMatchObject([{ state: 'given-up', last_failure: 'unopened', attempts: 0 }])
    expect(await openOne((await ids())[0])).toBeUndefined()
    expect(await all('access_records')).toEqual([])
  })
})

describe('what was given up', () => {
  const staff = { id: uuidv7(), agencyId: 'council' }
  const givenUp = async () => {
    const reportId = await reported()
    ahead += 7 * DAY + HOUR
    await giveUp()
    return { reportId, deadLetters: await ids() }
  }
  const act = (what: 'redrive' | 'discard', wanted: string[], agency = 'council') =>
    inContext(database.web, { agency }, (tx) =>
      actOnDeadLetters(
        tx,
        { act: what, staff: { ...staff, agencyId: agency }, ids: wanted, reason: 'A week off' },
        clock(),
      ),
    )

  beforeEach(async () => {
    await database.owner('staff_members').insert({
      ...{ id: staff.id, agency_id: 'council', email: 'o@council.example', name: 'O', role: 'officer' },
      invited_at: new Date(),
    })
  })
  afterEach(async () => {
    await database.owner.raw(
      'alter table staff_actions disable trigger user; delete from staff_actions; alter table staff_actions enable trigger user',
    )
    await database.owner('staff_members').delete()
  })

  test('is tried again when its body asks for it, as a disclosure of its own, and the days begin anew', async () => {
    const { deadLetters } = await givenUp()
    const before = await all('deliveries')
    expect(await act('redrive', deadLetters)).toEqual(deadLetters)
    expect(await all('deliveries')).toMatchObject([{ state: 'due', settled_at: null }])
    expect((await all('deliveries'))[0]?.['access_record_id']).not.toBe(before[0]?.['access_record_id'])
    await giveUp()
    expect((await openOne(deadLetters[0]))?.first).toBe(true)
    expect(await all('disclosure_results')).toMatchObject([{ result: 'made' }])
    expect(await all('staff_actions')).toMatchObject([
      { action: 'dead-letter-redriven', target: deadLetters[0], reason: 'A week off', staff_id: staff.id },
    ])
  })

  test('is told as it is by now, and not at all when it was taken back', async () => {
    const { reportId, deadLetters } = await givenUp()
    const follow = follower(database, vault, amira, clock)
    await follow.correct(reportId, { ...MOVE, new_address: { postalCode: 'LS1 1AA' } })
    await spread()
    await act('redrive', deadLetters)
    expect((await openOne(deadLetters[0]))?.facts['new_address']).toEqual({ postalCode: 'LS1 1AA' })
    expect(await ids()).toHaveLength(1)
    const second = await givenUp()
    await follow.withdraw(second.reportId)
    await spread()
    expect(await act('redrive', second.deadLetters)).toEqual([])
  })

  test('is done with when its body does not want it', async () => {
    const { deadLetters } = await givenUp()
    expect(await act('discard', deadLetters)).toEqual(deadLetters)
    expect(await act('discard', deadLetters)).toEqual([])
    expect(await act('redrive', deadLetters)).toEqual([])
    expect((await all('deliveries'))[0]?.['discarded_at']).not.toBeNull()
  })

  test('is nothing that another body could act on', async () => {
    const { deadLetters } = await givenUp()
    expect(await act('redrive', deadLetters, 'other')).toEqual([])
    expect(await act('discard', deadLetters, 'other')).toEqual([])
    expect(await all('deliveries')).toMatchObject([{ state: 'given-up', discarded_at: null }])
  })
})
