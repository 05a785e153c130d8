import { randomBytes, randomUUID } from 'node:crypto'
import type { Knex } from 'knex'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FEED_KEPT_FOR } from '../../../src/deliveries/feed/feed-start.ts'
import { entriesAfter, entriesOf, entriesOfRow } from '../../../src/deliveries/feed/feed-store.ts'
import { givePlaces, lastPlace, placeBefore } from '../../../src/deliveries/feed/feed-place-store.ts'
import {
  claimPolledRedeliveries,
  claimPushedRedeliveries,
} from '../../../src/deliveries/replay/claim-redeliveries-store.ts'
import { findDeliveriesOfAgency } from '../../../src/deliveries/agency-delivery-store.ts'
import type { AgencyDeliveryState } from '../../../src/deliveries/agency-delivery.ts'
import { later, MINUTE } from '../../../src/shared/clock.ts'
import { inContext, type Db } from '../../../src/shared/database.ts'
import { aCitizen, testVault, type Citizen } from '../../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../../support/database.ts'
import { aRecipient } from '../../support/receiver.ts'

const ROWS = 100_000
const vault = testVault()
let database: TestDatabase
let amira: Citizen
let stream: string
const now = new Date()

beforeAll(async () => {
  database = await testDatabase()
  amira = await aCitizen(database, vault, 'amira')
  stream = await aRecipient(database, vault, 'dvla', '', { subscription: { method: 'poll', endpointUrl: null } })
  await fill(database.owner)
}, 60_000)
afterAll(() => database.close())

/** Two bodies, one of which reads its feed, a hundred thousand deliveries and as many people in a list. */
async function fill(owner: Db): Promise<void> {
  await owner.raw(
    `insert into deliveries (id, report_id, account_id, subject_ref, subscription_id, agency_id, agreement_id,
       agreement_version, event_type, access_record_id, created_at, not_before, next_attempt_at, state, feed_seq)
     select gen_random_uuid(), gen_random_uuid(), :account, :subject, :stream, case when n % 2 = 0 then 'dvla' else 'hmrc' end,
       'dvla-address', 1, 'change-of-address', gen_random_uuid(), at, at, at, 'acknowledged',
       case when n % 2 = 0 and n < :rows - 200 then n / 2 end
     from generate_series(1, :rows) n, lateral (select cast(:now as timestamptz) - (:rows - n) * interval '1 minute' as at) t`,
    { account: amira.accountId, subject: amira.subject, stream, rows: ROWS, now },
  )
  await owner.raw(
    `insert into redeliveries (id, delivery_id, subscription_id, agency_id, access_record_id, created_at, next_attempt_at, state)
     select gen_random_uuid(), id, subscription_id, agency_id, gen_random_uuid(), created_at, created_at,
       case when feed_seq > 49000 then 'due' else 'acknowledged' end
     from deliveries where agency_id = 'dvla' and feed_seq is not null order by feed_seq`,
  )
  await owner.raw(
    `insert into stream_subjects (subscription_id, agency_id, subject_hash, format, wanted, changed_at)
     select ?, 'dvla', sha256(n::text::bytea), 'email', true, now() from generate_series(1, ?) n`,
    [stream, ROWS],
  )
  await owner.raw(
    `insert into pairwise_identifiers (agency_id, identifier, subject_ref, listed_as)
     select 'dvla', n::text, sha256(n::text::bytea), sha256(n::text::bytea) from generate_series(1, ?) n`,
    [ROWS],
  )
  await owner.raw('analyze')
}

/** The plans, as the same role in the same context makes them, of what a piece of work asks of these tables. */
async function plansOf(
  db: Db,
  url: string,
  agency: string | undefined,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const asked: { sql: string; bindings: unknown[] }[] = []
  const note = (query: { sql: string; bindings: unknown[] }) => void asked.push(query)
  db.on('query', note)
  await work().finally(() => db.off('query', note))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const plans: string[] = []
  for (const { sql, bindings } of asked.filter(({ sql }) => /deliveries|stream_subjects/.test(sql))) {
    await client.query('begin')
    if (agency) await client.query(`set local app.agency = '${Buffer.from(agency).toString('hex')}'`)
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${sql}`, bindings)
    plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'))
    await client.query('rollback')
  }
  await client.end()
  return plans
}

const read = (work: (tx: Knex.Transaction) => Promise<unknown>) =>
  plansOf(database.web, database.urls.web, 'dvla', () => inContext(database.web, { agency: 'dvla' }, work))

/** Of what the function says, which is planned where it stands. */
async function planOfListed(): Promise<string[]> {
  const { rows } = await database.owner.raw<{ rows: { body: string }[] }>(
    `select prosrc as body from pg_proc where proname = 'said_of'`,
  )
  const parameters = { stream: 'uuid', agency: 'text', person: 'bytea', identifiers: 'bytea[]' }
  const body = Object.entries(parameters).reduce(
    (text, [name, type], index) => text.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), `$$${index + 1}::${type}`),
    rows[0]?.body ?? '',
  )
  const given = [stream, 'dvla', amira.subject, [randomBytes(32), randomBytes(32)]]
  const client = new pg.Client({ connectionString: database.urls.worker })
  await client.connect()
  const plan = await client.query<{ 'QUERY PLAN': string }>(`explain ${body}`, given)
  await client.end()
  return [plan.rows.map((row) => row['QUERY PLAN']).join('\n')]
}

const claim = { lease: randomUUID(), now, leasedUntil: later(now, MINUTE), limit: 100 }

test.each<[string, () => Promise<string[]>]>([
  ['a page of the feed', () => read((tx) => entriesAfter(tx, 'dvla', 25_000, 101))],
  ['its start', () => read((tx) => placeBefore(tx, 'dvla', later(now, -FEED_KEPT_FOR)))],
  ['its end', () => read((tx) => lastPlace(tx, 'dvla'))],
  ['what has no place yet', () => read((tx) => givePlaces(tx, 'dvla', now, 100))],
  ['tokens by jti', () => read((tx) => entriesOf(tx, 'dvla', [randomUUID(), randomUUID()]))],
  [
    'what holds of an event',
    () => read(async (tx) => entriesOfRow(tx, (await entriesAfter(tx, 'dvla', 7, 1))[0]!, now)),
  ],
  ['what was asked for again, over poll', () => read((tx) => claimPolledRedeliveries(tx, stream, claim))],
  [
    'what was asked for again, over push',
    () =>
      plansOf(database.worker, database.urls.worker, undefined, () =>
        claimPushedRedeliveries(database.worker, { ...claim, perStream: 20 }),
      ),
  ],
  ['who is listed', () => planOfListed()],
])('%s is found through an index, among a hundred thousand', async (_what, plans) => {
  const made = await plans()
  expect(made.length).toBeGreaterThan(0)
  expect(made.join('\n')).not.toMatch(/Seq Scan on (deliveries|redeliveries|stream_subjects|pairwise_identifiers)/)
})

test.each<[AgencyDeliveryState, RegExp]>([
  ['given-up', /using deliveries_that_are_rare/],
  ['not-allowed', /using deliveries_that_are_rare/],
  ['waiting', /using deliveries_that_are_rare/],
  ['due', /deliveries_due_by_priority/],
])('staff find what is %s without reading all that was delivered', async (state, index) => {
  const stretch = { order: 'newest', limit: 26, now } as const
  const plans = await read((tx) => findDeliveriesOfAgency(tx, 'dvla', { state }, stretch))
  expect(plans.join('\n')).toMatch(index)
  expect(plans.join('\n')).not.toMatch(/Seq Scan on deliveries|using deliveries_of_agency/)
})
