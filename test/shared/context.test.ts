import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readInContext } from '../../src/shared/database.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

interface Seen {
  account: string | null
  agency: string | null
}

const SEEN = {
  name: 'seen',
  text: `select nullif(current_setting('app.account', true), '') as account,
    nullif(current_setting('app.agency', true), '') as agency`,
  values: [],
}

const FAILING = { name: 'failing', text: 'select 1 / $1::int', values: [0] }

test('a reading in a context sees it, and whoever gets the connection next does not', async () => {
  const { web } = database
  const account = randomUUID()
  const bare = account.replaceAll('-', '')
  const seen = await Promise.all(Array.from({ length: 30 }, () => readInContext<Seen>(web, { account }, SEEN)))
  expect(seen.flat()).toEqual(Array.from({ length: 30 }, () => ({ account: bare, agency: null })))
  const after = await Promise.all(Array.from({ length: 30 }, () => readInContext<Seen>(web, {}, SEEN)))
  expect(after.flat()).toEqual(Array.from({ length: 30 }, () => ({ account: null, agency: null })))
})

test('a reading that fails leaves no context and no transaction behind', async () => {
  const { web } = database
  const failing = Array.from({ length: 12 }, () => readInContext(web, { account: randomUUID() }, FAILING))
  expect((await Promise.allSettled(failing)).map(({ status }) => status)).toEqual(failing.map(() => 'rejected'))
  expect(await readInContext<Seen>(web, {}, SEEN)).toEqual([{ account: null, agency: null }])
})

test('the account of a context is nothing but an id, whatever it is given', async () => {
  const { web } = database
  const [seen] = await readInContext<Seen>(web, { account: `'; set role postgres; --` }, SEEN)
  expect(seen).toEqual({ account: null, agency: null })
})
