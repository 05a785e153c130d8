import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inContext } from '../../src/shared/database.ts'
import { createDataKey, eraseDataKey, openDataKey, rewrapDataKeys } from '../../src/vault/data-key-store.ts'
import { parseKeyring } from '../../src/vault/keyring.ts'
import { subjectRef } from '../../src/vault/pseudonyms.ts'
import { open, seal, SealBroken } from '../../src/vault/sealing.ts'
import { dataKeyOfSubject, ensureSubject } from '../../src/vault/subject-store.ts'
import { testDatabase } from '../support/database.ts'

const secret = () => randomBytes(32).toString('base64')
const older = `older:${secret()}`
const vault = { dataKeys: parseKeyring(older), pseudonymKeys: parseKeyring(`p:${secret()}`) }
const place = { table: 'accounts', column: 'identity', row: 'a' }
const account = '0190e3a4-0000-7000-8000-000000000001'
const mine = subjectRef(vault, 'account', account)
const context = { account, subjects: [mine] }

let database: Awaited<ReturnType<typeof testDatabase>>
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

test('what a subject’s key sealed opens later, from the database, and not once the key is deleted', async () => {
  const sealed = await inContext(database.web, context, async (tx) => {
    const ref = await ensureSubject(tx, vault, { idType: 'account', id: account, accountId: account })
    const dataKey = await dataKeyOfSubject(tx, vault, ref)
    return { keyId: dataKey!.id, value: seal(dataKey!.key, 'told in confidence', place) }
  })
  const reopened = await inContext(database.web, context, (tx) => dataKeyOfSubject(tx, vault, mine))
  expect(open(reopened!.key, sealed.value, place)).toBe('told in confidence')
  await eraseDataKey(database.worker, sealed.keyId)
  expect(await openDataKey(database.worker, vault, sealed.keyId)).toBeUndefined()
})

test('without a context, or in another’s, the web role sees no key', async () => {
  const key = await inContext(database.web, context, (tx) => createDataKey(tx, vault, mine))
  expect(await database.web('data_keys').select()).toEqual([])
  const another = { account, subjects: [subjectRef(vault, 'account', 'another')] }
  expect(await inContext(database.web, another, (tx) => openDataKey(tx, vault, key.id))).toBeUndefined()
  expect(await openDataKey(database.worker, vault, key.id)).toBeDefined()
})

test('a wrapped key put in another’s row does not open', async () => {
  const [one, two] = await inContext(database.web, context, async (tx) => [
    await createDataKey(tx, vault, mine),
    await createDataKey(tx, vault, mine),
  ])
  const { wrapped } = await database.worker('data_keys').where({ id: one.id }).first<{ wrapped: Buffer }>('wrapped')
  await database.worker('data_keys').where({ id: two.id }).update({ wrapped })
  await expect(openDataKey(database.worker, vault, two.id)).rejects.toThrow(SealBroken)
  await database.worker('data_keys').where({ id: two.id }).delete()
})

test('rotation wraps every key anew in batches; with the old key gone they still open', async () => {
  const keys = await inContext(database.web, context, async (tx) => {
    const made = []
    for (let round = 0; round < 5; round++) made.push(await createDataKey(tx, vault, mine))
    return made
  })
  const both = { ...vault, dataKeys: parseKeyring(`newer:${secret()},${older}`) }
  expect(await rewrapDataKeys(database.worker, both, 2)).toBeGreaterThanOrEqual(5)
  const newOnly = {
    ...vault,
    dataKeys: { current: both.dataKeys.current, byId: new Map([['newer', both.dataKeys.current]]) },
  }
  for (const key of keys) {
    const opened = await openDataKey(database.worker, newOnly, key.id)
    expect(opened?.key.equals(key.key)).toBe(true)
  }
  expect(await rewrapDataKeys(database.worker, both)).toBe(0)
})
