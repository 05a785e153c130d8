import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorker, type Worker } from '../../src/deliveries/worker.ts'
import { publicKeys } from '../../src/vault/signing-keys.ts'
import type { Client } from '../support/client.ts'
import { startHouse, type House } from '../support/house.ts'
import { reportMove } from '../support/move.ts'
import { aRecipient, BASE_URL, EVENT, startReceiver, type Receiver } from '../support/receiver.ts'
import { CARDIFF } from '../support/reports.ts'
import { BASE, walk } from './walk.ts'

let house: House
let worker: Worker
let receiver: Receiver

beforeAll(async () => {
  house = await startHouse()
  const { database, config, clock, logger } = house
  receiver = await startReceiver(publicKeys(config.setSigningKeys))
  worker = createWorker({
    ...{ db: database.worker, vault: config.vault, clock, logger, baseUrl: BASE_URL },
    ...{ signingKeys: config.setSigningKeys, allowLoopback: true, timeout: 2000 },
  })
  const fields = ['names', 'new_address', 'move_date']
  for (const id of ['dvla', 'hmrc']) await aRecipient(database, config.vault, id, receiver.url, { fields })
  await aRecipient(database, config.vault, 'cardiff', receiver.url, { fields, areas: [CARDIFF] })
  await aRecipient(database, config.vault, 'helpers', receiver.url, { fields: ['names', 'moving_with'] })
})
afterAll(async () => {
  await worker.stop()
  await receiver.close()
  await house.close()
})

const PREVIEW = `${BASE}/who-will-be-told`

/** To check answers, with what was reported. */
async function correct(client: Client, reference: string): Promise<void> {
  await client.get(`/reports/${reference}/correction`)
  await client.submit()
  expect(client.page.url.pathname).toBe(`${BASE}/check-answers`)
}

/** What came since the last time, by body. */
async function tell(): Promise<Record<string, Record<string, unknown>>> {
  await worker.runOnce()
  expect(receiver.faults).toEqual([])
  return Object.fromEntries(
    receiver.arrivals.splice(0).map(({ token }) => [String(token.aud), token.events[EVENT] ?? {}]),
  )
}

test('who says in a correction that they are at risk leaves out what one body need not know', async () => {
  const amira = await house.signIn('amira')
  const reference = await reportMove(amira)
  expect(Object.keys(await tell())).toContain('dvla')
  await correct(amira, reference)
  await amira.get(`${BASE}/redaction/dvla-address`)
  expect(amira.page.status, 'nobody is at risk yet').toBe(404)
  await amira.get(`${BASE}/safety`)
  await amira.submit({ safety: 'yes' })
  await amira.get(PREVIEW)
  expect(amira.page.text).toContain('A body still knows what it was told before.')
  await amira.follow(/^Choose what to leave out \(The dvla office/)
  expect(amira.page.heading).toBe('What should we not tell The dvla office?')
  await amira.submit({ fields: 'new_address' })
  expect(amira.page.url.pathname).toBe(PREVIEW)
  expect(amira.page.text).toContain('Left out: New address')
  await amira.submit()
  expect(amira.page.url.pathname).toBe(`/reports/${reference}`)

  const told = await tell()
  expect(told['hmrc']).toMatchObject({ change: 'corrected', new_address: { addressLocality: 'Cardiff' } })
  expect(told['dvla']).toMatchObject({ change: 'corrected' })
  expect(told['dvla']).not.toHaveProperty('new_address')

  // It holds for what comes later too, until they say otherwise.
  await correct(amira, reference)
  await amira.get(`${BASE}/when`)
  await amira.submit({ 'when-day': '2', 'when-month': '11', 'when-year': '2026' })
  await amira.get(PREVIEW)
  expect(amira.page.text).toContain('Left out: New address')
  await amira.get(`${BASE}/redaction/dvla-address`)
  await amira.submit({ fields: [] })
  expect(amira.page.text).not.toContain('Left out')
  await amira.submit()
  expect((await tell())['dvla']).toHaveProperty('new_address')
})

test('a correction says whom it does not reach, though what was changed concerns them', async () => {
  const grace = await house.signIn('grace')
  const reference = await reportMove(grace, {
    'new-postcode': { 'new-postcode': 'LS8 5DR' },
    'new-address': { 'new-address': '72000000012' },
  })
  expect(Object.keys(await tell()).toSorted()).toEqual(['dvla', 'hmrc'])
  await correct(grace, reference)
  await grace.get(`${BASE}/new-postcode`)
  await walk(grace, [
    ['new-postcode', { 'new-postcode': 'CF14 6HF' }],
    ['new-address', { 'new-address': '100100000027' }],
  ])
  await grace.get(PREVIEW)
  expect(grace.page.text).toMatch(
    /These bodies will not be told What you changed is also for these bodies\..*The cardiff office: .*Report the change again/,
  )
  expect(grace.page.text).not.toContain('The helpers office')
  await grace.submit()
  expect(Object.keys(await tell()).toSorted()).toEqual(['dvla', 'hmrc'])
})
