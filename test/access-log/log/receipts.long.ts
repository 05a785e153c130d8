import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessibleInBothLanguages } from '../../support/accessibility.ts'
import { openBrowser } from '../../support/browser.ts'
import { filesIn, inTheLog, LOG_KEY, watchedHouse, zipOf } from './a-receipt.ts'
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
  const files = { 'right.zip': zip, 'changed.zip': changed, 'none.zip': Buffer.from('no zip') }
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
  expect(sent).toEqual([])
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
