import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inContext, type Context } from '../src/shared/database.ts'
import { aCitizen, testVault, type Citizen } from './support/access-log.ts'
import { testDatabase, type TestDatabase } from './support/database.ts'
import { aRecipient } from './support/receiver.ts'
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

// PostgreSQL looks for tables among the temporary ones of the session first, unless the path says that they come last.
test('every function that acts with its owner’s rights looks for tables of the session last', async () => {
  const { rows } = await database.owner.raw<{ rows: { name: string; path: string[] | null }[] }>(
    `select proname as name, proconfig as path from pg_proc
     where pronamespace = 'public'::regnamespace and prosecdef order by proname`,
  )
  expect(rows.length).toBeGreaterThan(10)
  expect(rows.filter(({ path }) => !path?.includes('search_path=public, pg_temp')).map(({ name }) => name)).toEqual([])
})

test('a table of the session cannot pass for the reports, and so stop what somebody else has sent', async () => {
  const id = await aReport(database, vault, amira)
  const delivery = {
    ...{ id: uuidv7(), report_id: id, subscription_id: uuidv7(), access_record_id: uuidv7() },
    ...{ account_id: amira.accountId, subject_ref: amira.subject, agency_id: 'dvla', event_type: 'change-of-address' },
    ...{ agreement_id: 'dvla-address', agreement_version: 1, created_at: new Date(), next_attempt_at: new Date() },
  }
  await database.owner('deliveries').insert(delivery)
  const { rows } = await inContext(database.web, { account: grace.accountId }, async (tx) => {
    await tx.raw('create temp table reports (id uuid, account_id uuid, state text) on commit drop')
    await tx.raw('grant all on reports to public')
    await tx.raw(`insert into reports values (?, ?, 'reported')`, [id, grace.accountId])
    return tx.raw<{ rows: object[] }>('select keep_from_telling(?, ?, now()) as done', [id, delivery.id])
  })
  expect(rows).toEqual([{ done: false }])
  expect(await database.owner('deliveries').where({ report_id: id }).pluck('state')).toEqual(['due'])
})

test('what operators do to bodies, and see of them, works in an operator’s context alone', async () => {
  await aRecipient(database, vault, 'hmrc', 'https://hmrc.example/events')
  const inIt = async (context: Context, statement: string, values: string[]) =>
    (await inContext(database.web, context, (tx) => tx.raw<{ rows: object[] }>(statement, values))).rows
  const doings = ["select set_agency_standing(?, 'suspended', null, now())", 'select off_board_agency(?, now())']
  const sight = 'select * from stream_health()'
  for (const context of [{}, { agency: 'hmrc' }, { account: amira.accountId }]) {
    for (const doing of doings) await expect(inIt(context, doing, ['hmrc'])).rejects.toThrow('only an operator')
    expect(await inIt(context, sight, [])).toEqual([])
  }
  expect(await inIt({ operator: true }, sight, [])).toHaveLength(1)
  for (const doing of doings) await inIt({ operator: true }, doing, ['hmrc'])
  expect(await database.owner('agencies').where({ id: 'hmrc' }).first()).toMatchObject({ state: 'off-boarded' })
})
