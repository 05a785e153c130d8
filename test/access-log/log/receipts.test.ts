import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkReceipt } from '../../../src/access-log/receipts/check-receipt.ts'
import { understand, verifyLog } from '../../../src/commands/verify-log/verify.ts'
import { auditLog } from '../../../src/merkle-log/audit.ts'
import { parseVkey, vkey } from '../../../src/merkle-log/note-key.ts'
import { eraseDataKey } from '../../../src/vault/data-key-store.ts'
import { aDisclosure, disclose, signedIn } from '../../support/access-log.ts'
import { readFromDatabase } from '../../support/placed.ts'
import {
  filesIn,
  inTheLog,
  LOG_KEY,
  ofAnotherLog,
  olderKey,
  ORIGIN,
  signedAnew,
  watchedHouse,
  zipOf,
  zipped,
} from './a-receipt.ts'
import { CHECKED, flipped, holdsInBrowser, inBrowser, unfoundFlips } from './flips.ts'

let town: Awaited<ReturnType<typeof watchedHouse>>
let amira: Awaited<ReturnType<typeof inTheLog>>
let zip: Uint8Array | undefined
beforeAll(async () => {
  town = await watchedHouse()
  amira = await inTheLog(town.house, 'amira', 3)
  zip = await zipOf(town.house, amira.browser, `/access/${amira.recordId}/receipt`)
})
afterAll(() => town.close())

const read = async (path: string) => {
  const response = await fetch(`${town.house.baseUrl}/log/${path}`)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

const verify = (more: { receipt?: Uint8Array | undefined; earlier?: string } = {}, url = `${town.house.baseUrl}/log`) =>
  verifyLog(fetch, understand([url, LOG_KEY], more) ?? { url, key: undefined, witnesses: undefined })

test('a receipt proves its record without us, in a browser and on the command line', async () => {
  const files = filesIn(zip)
  expect(Object.keys(files).sort()).toEqual(['README.txt', ...CHECKED].sort())
  expect(files['receipt.entry']).toHaveLength(36)
  expect(checkReceipt(files, parseVkey(LOG_KEY), [parseVkey(town.witness.vkey)])).toMatchObject({
    ...{ faults: [], index: 0, witnesses: ['sample-witness.example'], hasRecord: true },
    checkpoint: { origin: ORIGIN, size: 3 },
  })
  const found = await inBrowser(files, LOG_KEY, [town.witness.vkey])
  expect(found).toMatchObject({ index: 0, size: 3, witnesses: ['sample-witness.example'] })
  expect(holdsInBrowser(found)).toBe(true)
  const record = JSON.parse(Buffer.from(files['record.json'] ?? []).toString()) as object
  expect(record).toMatchObject({ record_id: amira.recordId, access_type: 'disclose', counterparty: { id: 'dvla' } })
  expect(await verify({ receipt: zip })).toEqual({
    said: [
      `${ORIGIN}: 3 entries, every tile and the checkpoint`,
      'Cosigned by: sample-witness.example',
      'The record of the receipt is entry 0 of 3, cosigned by sample-witness.example',
    ],
    faults: [],
  })
})

test('one bit changed anywhere in a receipt is found', async () => {
  // One bit in many, another one of its byte each time; the long tests take all of them.
  expect(await unfoundFlips(filesIn(zip), LOG_KEY, [town.witness.vkey], 37)).toEqual([])
})

test('a receipt from before a change of the key, or of another log, is not taken for a changed one, nor for a right one', async () => {
  const [older, elsewhere] = [olderKey, ofAnotherLog].map((key) => signedAnew(filesIn(zip), key))
  expect(await inBrowser(older ?? {}, LOG_KEY)).toMatchObject({
    ...{ record: true, proof: true, isOfThisLog: true, isOfThisKey: false, signature: false },
  })
  expect(await inBrowser(elsewhere ?? {}, LOG_KEY)).toMatchObject({
    ...{ record: true, proof: true, isOfThisLog: false, signature: false, origin: 'elsewhere.example/log' },
  })
  expect(checkReceipt(older ?? {}, parseVkey(LOG_KEY)).faults).toEqual([
    'The receipt was not signed with this key of the log: give the key that the log had then.',
  ])
  expect((await verify({ receipt: zipped(elsewhere ?? {}) })).faults).toEqual([
    `The receipt is of another log, elsewhere.example/log: the key is of ${ORIGIN}.`,
  ])
  // Whoever kept the key of then gets the same answer as then.
  expect(checkReceipt(older ?? {}, olderKey).faults).toEqual([])
  expect(holdsInBrowser(await inBrowser(older ?? {}, vkey(olderKey)))).toBe(true)
})

test('a record that somebody changes in the database no longer is what its receipt proves', async () => {
  const { owner } = town.house.database
  const change = async (name: string) => {
    await owner.raw('alter table access_records disable trigger user')
    await owner('access_records').where({ record_id: amira.recordId }).update({ name })
    await owner.raw('alter table access_records enable trigger user')
  }
  await change('something else')
  const files = filesIn(await zipOf(town.house, amira.browser, `/access/${amira.recordId}/receipt`))
  expect(checkReceipt(files, parseVkey(LOG_KEY)).faults).toEqual([
    'The entry is not that of this record, salt and place.',
  ])
  await change('tell of change-of-address')
})

test('a receipt is its citizen’s only, and the page says of a record that waits that it does', async () => {
  const grace = await signedIn(town.house, 'grace')
  expect((await grace.browser.get(`/access/${amira.recordId}/receipt`)).status).toBe(404)
  const waiting = aDisclosure({ subjectRef: grace.subject })
  await disclose(town.house.database, waiting)
  const page = await grace.browser.get(`/access/${waiting.recordId}/receipt`)
  expect(page.url.pathname).toBe(`/access/${waiting.recordId}`)
  expect(page.text).toContain('gets its place in the public log within a few seconds')
  expect((await amira.browser.get(`/access/${amira.recordId}`)).text).toContain('Entry 0 in the public log')
  expect(await zipOf(town.house, amira.browser, `/access/${amira.recordId}/dvla/receipt`)).toBeUndefined()
})

test('the log is served as C2SP tlog-tiles, what is in it for ever', async () => {
  const checkpoint = await read('checkpoint')
  expect(checkpoint.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(checkpoint.headers.get('cache-control')).toBe('public, max-age=1')
  expect(checkpoint.text).toMatch(/^tell-us-once\.example\/log\n\d+\n/)
  const tile = await read('tile/0/000.p/3')
  expect(tile.headers.get('content-type')).toBe('application/octet-stream')
  expect(tile.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect((await read('tile/entries/000.p/3')).status).toBe(200)
  expect((await read('vkey')).text).toBe(`${LOG_KEY}\n`)
  for (const path of ['tile/0/000', 'tile/0/000.p/9', 'tile/0/0', 'tile/x', 'tile/entries/001']) {
    const { status, headers } = await read(path)
    expect([status, headers.get('content-type')], path).toEqual([404, 'application/problem+json; charset=utf-8'])
  }
})

test('the command names what is wrong with a log, a receipt or a checkpoint that was kept', async () => {
  const changed = zip && flipped(zip, (Buffer.from(zip).indexOf('disclose') + 1) * 8)
  expect((await verify({ receipt: changed })).faults).toEqual(['The entry is not that of this record, salt and place.'])
  expect((await verify({ receipt: Buffer.from('no zip') })).faults).toEqual(['The receipt is not a zip file.'])
  const { text } = await read('checkpoint')
  expect((await verify({ earlier: text })).faults).toEqual([])
  expect((await verify({ earlier: text.replace('log\n3', 'log\n2') })).faults).toHaveLength(1)
  const lying = async (input: string) => {
    const response = await fetch(input)
    const bytes = await response.bytes()
    return new Response(input.includes('tile/entries') ? flipped(bytes, 99) : bytes, {
      status: response.status,
    })
  }
  const asked = understand([town.house.baseUrl, LOG_KEY], {})
  expect((await verifyLog(lying as typeof fetch, asked as never)).faults.join()).toContain(
    'not what the entries make of it',
  )
  await expect(verify({}, 'http://127.0.0.1:1')).rejects.toThrow()
})

test('erasing a person’s key takes the meaning of their entries, and leaves the log whole', async () => {
  const { owner, web } = town.house.database
  const grace = await inTheLog(town.house, 'grace', 1)
  const { data_key_id: id } = await owner('subjects').where({ ref: grace.subject }).first<{ data_key_id: string }>()
  await eraseDataKey(owner, id)
  const files = filesIn(await zipOf(town.house, grace.browser, `/access/${grace.recordId}/receipt`))
  expect(Object.keys(files)).not.toContain('salt')
  expect(checkReceipt(files, parseVkey(LOG_KEY))).toMatchObject({ faults: [], hasRecord: false })
  expect((await auditLog(readFromDatabase(web, ORIGIN), parseVkey(LOG_KEY))).faults).toEqual([])
})
