import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessibleInBothLanguages } from '../../support/accessibility.ts'
import { openBrowser } from '../../support/browser.ts'
import {
  filesIn,
  inTheLog,
  LOG_KEY,
  ofAnotherLog,
  olderKey,
  signedAnew,
  watchedHouse,
  zipOf,
  zipped,
} from './a-receipt.ts'
import { ending } from '../../support/processes.ts'
import { flipped, unfoundFlips } from './flips.ts'

let town: Awaited<ReturnType<typeof watchedHouse>>
let zip: Uint8Array
beforeAll(async () => {
  town = await watchedHouse()
  const amira = await inTheLog(town.house, 'amira', 5)
  zip = (await zipOf(town.house, amira.browser, `/access/${amira.recordId}/receipt`)) ?? new Uint8Array()
})
afterAll(() => town.close())

test('every single bit of a receipt counts', async () => {
  expect(await unfoundFlips(filesIn(zip), LOG_KEY, [town.witness.vkey], 1)).toEqual([])
}, 300_000)

test('a receipt dropped on the page is checked in the browser, and sent nowhere', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'receipt-'))
  const changed = flipped(zip, (Buffer.from(zip).indexOf('disclose') + 1) * 8)
  const files = {
    ...{ 'right.zip': zip, 'changed.zip': changed, 'none.zip': Buffer.from('no zip') },
    'older.zip': zipped(signedAnew(filesIn(zip), olderKey)),
    'elsewhere.zip': zipped(signedAnew(filesIn(zip), ofAnotherLog)),
  }
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes)
  const browser = await openBrowser()
  const page = await browser.newPage()
  await page.goto(`${town.house.baseUrl}/log`)
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.url()))
  const said = async (name: string) => {
    await page.setInputFiles('input[type="file"]', join(folder, name))
    await page.waitForSelector('[role="status"] .govuk-tag')
    return page.locator('#check-receipt [role="status"]').innerText()
  }
  expect(await said('right.zip')).toMatch(/It holds[^]*Number of the entry: 0[^]*signed: 5[^]*sample-witness\.example/)
  expect(await said('changed.zip')).toContain('has been changed')
  expect(await said('none.zip')).toContain('This file is not a receipt')
  expect(await said('older.zip')).toMatch(/Not checked[^]*It may be older than the key/)
  expect(await said('elsewhere.zip')).toMatch(/Not checked[^]*of another log[^]*elsewhere\.example\/log/)
  expect(sent).toEqual([])
  await page.goto(`${town.house.baseUrl}/log?lang=cy`)
  expect(await said('older.zip')).toMatch(/Heb ei wirio[^]*hŷn na’r allwedd/)
  await expectAccessibleInBothLanguages(page)
  await browser.close()
  await rm(folder, { recursive: true })
}, 60_000)

test('the command that anybody can run says what holds and what does not, and ends accordingly', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'receipt-'))
  const [right, wrong] = [join(folder, 'right.zip'), join(folder, 'wrong.zip')]
  await writeFile(right, zip)
  await writeFile(wrong, flipped(zip, (Buffer.from(zip).indexOf('disclose') + 1) * 8))
  const verify = (...words: string[]) => ending('commands/verify-log.ts', {}, words)
  const log = `${town.house.baseUrl}/log`
  expect(await verify(log)).toMatchObject({ code: 0, errors: '' })
  expect(await verify(log, LOG_KEY, '--receipt', right)).toMatchObject({ code: 0, errors: '' })
  const changed = await verify(log, LOG_KEY, '--receipt', wrong)
  expect(changed).toMatchObject({ code: 1 })
  expect(changed.errors).toContain('WRONG')
  for (const words of [[], ['nowhere'], [log, '--unknown']]) expect(await verify(...words)).toMatchObject({ code: 2 })
  await rm(folder, { recursive: true })
}, 60_000)

test('each fault of a log ends the command with 1 and its own words; what was not understood ends it with 2', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'receipt-'))
  const kept = join(folder, 'kept')
  await writeFile(kept, await (await fetch(`${town.house.baseUrl}/log/checkpoint`)).text())
  await writeFile(join(folder, 'older.zip'), zipped(signedAnew(filesIn(zip), olderKey)))
  const flip = (bytes: Buffer) => Buffer.from(flipped(bytes, 99))
  const faults: [words: string, change: Record<string, (bytes: Buffer) => Buffer | undefined>, more?: string[]][] = [
    ['not what the entries make of it', { 'tile/entries/000.p/5': flip }],
    ['tile/0/000.p/5 is missing', { 'tile/0/000.p/5': () => undefined }],
    ['has not 5 entries', { 'tile/entries/000.p/5': () => undefined }],
    [
      'not signed with this key',
      { checkpoint: (bytes) => Buffer.from(`${bytes.toString().replace('\n5\n', '\n4\n')}`) },
    ],
    ['The cosignature of sample-witness.example is not its own', { checkpoint: spoilLastLine }],
    ['serves no witnesses', { witnesses: () => undefined }],
    ['signed with this key of the log: give the key', {}, ['--receipt', join(folder, 'older.zip')]],
    ['The earlier checkpoint is not signed with this key', {}, ['--earlier', join(folder, 'older.zip')]],
  ]
  for (const [words, change, more = []] of faults) {
    const lying = await lyingLog(change)
    const ended = await ending('commands/verify-log.ts', {}, [`${lying.url}/log`, LOG_KEY, ...more])
    lying.close()
    expect(ended.code, words).toBe(1)
    expect(ended.errors).toContain(words)
  }
  const log = `${town.house.baseUrl}/log`
  expect(await ending('commands/verify-log.ts', {}, [log, LOG_KEY, '--earlier', kept])).toMatchObject({ code: 0 })
  expect(await ending('commands/verify-log.ts', {}, ['http://127.0.0.1:1', LOG_KEY])).toMatchObject({ code: 1 })
  for (const wrong of [
    [log, 'no-key'],
    [log, LOG_KEY, '--receipt', join(folder, 'nowhere.zip')],
  ]) {
    expect(await ending('commands/verify-log.ts', {}, wrong)).toMatchObject({ code: 2 })
  }
  await rm(folder, { recursive: true })
}, 120_000)

/** The witness's line is the last: its last bytes become others. */
const spoilLastLine = (bytes: Buffer) =>
  Buffer.from(bytes.toString().replace(/.{6}==\n$|.{6}=\n$|.{6}\n$/, (end) => end.replace(/^.{4}/, 'AAAA')))

/** The log of the house, but for these files. */
async function lyingLog(change: Record<string, (bytes: Buffer) => Buffer | undefined>) {
  const server = createServer((req, res) => {
    const path = (req.url ?? '').replace('/log/', '')
    void fetch(town.house.baseUrl + (req.url ?? '')).then(async (response) => {
      const bytes = Buffer.from(await response.arrayBuffer())
      const changed = path in change ? change[path]?.(bytes) : bytes
      res.writeHead(changed ? response.status : 404).end(changed)
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => void server.close() }
}
