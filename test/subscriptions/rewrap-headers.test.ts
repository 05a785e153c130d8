import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listSubscriptions } from '../../src/subscriptions/subscription-store.ts'
import { headerPlace } from '../../src/subscriptions/subscription.ts'
import { createDataKey, openDataKey } from '../../src/vault/data-key-store.ts'
import { parseKeyring } from '../../src/vault/keyring.ts'
import { KeyMissing } from '../../src/vault/sealing.ts'
import { openSetting, sealSetting } from '../../src/vault/vault.ts'
import { anAgency } from '../support/agency.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { ending } from '../support/processes.ts'
import { productionSettings } from '../support/production-settings.ts'

const secret = () => randomBytes(32).toString('base64')
const [older, newer] = [`older:${secret()}`, `newer:${secret()}`]
const withKeys = (keys: string) => ({ dataKeys: parseKeyring(keys), pseudonymKeys: parseKeyring(`p:${secret()}`) })

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await anAgency(database, { id: 'dvla' })
})
afterAll(() => database.close())

async function aStream(header: Buffer | null, id = uuidv7()) {
  const row = { id, agency_id: 'dvla', method: 'push', authorization_header: header, changed_at: new Date() }
  await database.worker('subscriptions').insert(row)
  return id
}

const rewrap = (keys: string, ...args: string[]) =>
  ending('commands/keys.ts', { ...productionSettings, DATA_KEYS: keys, DATABASE_URL: database.urls.worker }, args)

test('the command wraps anew what an older key wraps, and nothing the second time; then that key can go', async () => {
  const old = withKeys(older)
  const id = uuidv7()
  await aStream(sealSetting(old, 'Bearer one', headerPlace(id)), id)
  await aStream(null)
  const keys = [1, 2, 3].map(() => createDataKey(database.worker, old, randomBytes(32)))
  const ids = (await Promise.all(keys)).map((key) => key.id)

  const first = await rewrap(`${newer},${older}`, 'rewrap')
  expect([first.code, first.errors]).toEqual([0, ''])
  expect(first.output).toMatch(/^Rewrapped: 3 data keys, 1 headers of receivers\.\n/)
  expect((await rewrap(`${newer},${older}`, 'rewrap')).output).toMatch(/^Rewrapped: 0 data keys, 0 headers/)

  const onlyNew = withKeys(newer)
  for (const key of ids) expect(await openDataKey(database.worker, onlyNew, key)).toBeDefined()
  const stream = (await listSubscriptions(database.worker)).find((each) => each.id === id)
  expect(openSetting(onlyNew, stream?.authorizationHeader ?? Buffer.of(), headerPlace(id))).toBe('Bearer one')
  expect(() => openSetting(old, stream?.authorizationHeader ?? Buffer.of(), headerPlace(id))).toThrow(KeyMissing)
})

test('without the older key it says which one it needs, and leaves everything as it was', async () => {
  const id = uuidv7()
  await aStream(sealSetting(withKeys(older), 'Bearer two', headerPlace(id)), id)
  const { code, errors } = await rewrap(newer, 'rewrap')
  expect(code).toBe(1)
  expect(errors).toContain('older')
})

test.each([[[]], [['unwrap']], [['rewrap', 'all']]])('called wrongly (%j) it says how it is called', async (args) => {
  const { code, errors } = await rewrap(newer, ...args)
  expect(code).toBe(2)
  expect(errors).toContain('npm run keys -- rewrap')
})
