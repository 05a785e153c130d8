import { afterAll, beforeAll, expect, test } from 'vitest'
import { inContext } from '../../src/shared/database.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const account = '01a20524-2036-75cd-af1d-3700ef83c4f3'
const context = `select current_setting('app.account', true) as account`

test('a transaction knows its context from its first statement on, and leaves none behind', async () => {
  const { web } = database
  const inside = await inContext(web, { account }, (tx) => tx.raw<{ rows: unknown[] }>(context))
  expect(inside.rows).toEqual([{ account: account.replaceAll('-', '') }])
  const outside = await web.raw<{ rows: unknown[] }>(context)
  expect(outside.rows).toEqual([{ account: '' }])
})

test('a context inside another is set for the rest of the outer one', async () => {
  const other = '01a20524-2036-75cd-af1d-3700ef83c4f4'
  const both = await inContext(database.web, { account }, async (tx) => {
    const inner = await inContext(tx, { account: other }, (nested) => nested.raw<{ rows: unknown[] }>(context))
    return inner.rows
  })
  expect(both).toEqual([{ account: other.replaceAll('-', '') }])
})

test('begins and says whose it is in one message', async () => {
  const sent: string[] = []
  const note = ({ sql }: { sql: string }) => void sent.push(sql)
  database.web.on('query', note)
  await inContext(database.web, { account }, (tx) => tx.raw('select 1'))
  database.web.off('query', note)
  expect(sent).toEqual([`begin; set local app.account = '${account.replaceAll('-', '')}'`, 'select 1', 'commit'])
})

test('rolls back what fails, and gives the connection back', async () => {
  const failing = inContext(database.web, { account }, (tx) => tx.raw('select no_such_function()'))
  await expect(failing).rejects.toThrow('no_such_function')
  for (let more = 0; more < 12; more += 1) await inContext(database.web, { account }, (tx) => tx.raw('select 1'))
})

test('a transaction that cannot begin fails, and nothing of it is done', async () => {
  const { owner, web } = database
  await owner.raw('create table notes (text text)')
  await owner.raw('grant insert, select on notes to tell_us_once_web')
  const broken = inContext(web, { subjects: [{ toString: () => "'; select no_such_function(); --" } as never] }, (tx) =>
    tx('notes').insert({ text: 'should not stay' }),
  )
  await expect(broken).rejects.toThrow()
  expect(await owner('notes').select()).toEqual([])
})

test('nor is it said to be done where nothing was asked in it', async () => {
  const broken = { subjects: [{ toString: () => "'; select no_such_function(); --" } as never] }
  await expect(inContext(database.web, broken, () => Promise.resolve('done'))).rejects.toThrow('no_such_function')
})
