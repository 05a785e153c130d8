import { afterAll, beforeAll, expect, test } from 'vitest'
import { WHAT_IS_DUE, whatIsDue } from '../../src/deliveries/metrics/due-store.ts'
import { testVault } from '../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { aRecipient } from '../support/receiver.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const [WAITING, HISTORY, MOST_COUNTED] = [400_000, 400_000, 1000]

test(
  'to ask what is due costs the same however much it is, and whatever is behind it',
  { timeout: 120_000 },
  async () => {
    const vault = testVault()
    for (let body = 0; body < 20; body += 1) await aRecipient(database, vault, `body-${body}`, 'https://body.example/')
    await fill('due', WAITING)
    await fill('acknowledged', HISTORY)
    await database.owner.raw('vacuum analyze deliveries')

    const due = await whatIsDue(database.worker, new Date(), MOST_COUNTED)
    expect(due.map((one) => one.due)).toEqual(Array.from({ length: 20 }, () => MOST_COUNTED))
    expect(due[0]?.oldest).toBeGreaterThan(3500)
    const { rows } = await database.worker.raw<{ rows: Record<string, string>[] }>(`explain ${WHAT_IS_DUE}`, {
      ...{ now: new Date(), most: MOST_COUNTED },
    })
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).toMatch(/Index (Only )?Scan using deliveries_due_by/)
    expect(plan).not.toMatch(/Seq Scan on deliveries/)
  },
)

/** Spread over all streams and an hour. */
const fill = (state: string, count: number) =>
  database.owner.raw(
    `insert into deliveries (id, report_id, account_id, subject_ref, subscription_id, agency_id, agreement_id,
       agreement_version, event_type, access_record_id, state, created_at, next_attempt_at)
     select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '\\x00', s.ids[n % 20 + 1], 'body-0', 'any', 1,
       'change-of-address', gen_random_uuid(), :state, now(), now() - (n % 3600) * interval '1 second'
     from generate_series(1, :count) as n, (select array_agg(id order by id) as ids from subscriptions) s`,
    { state, count },
  )
