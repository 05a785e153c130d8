import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createWorker, type Worker } from '../../../src/deliveries/worker.ts'
import { publicKeys } from '../../../src/vault/signing-keys.ts'
import type { Client } from '../../support/client.ts'
import { startHouse, type House } from '../../support/house.ts'
import { aRecipient, startReceiver, type Receiver } from '../../support/receiver.ts'

let house: House
let worker: Worker
let receiver: Receiver
let admin: Client
let viewer: Client
beforeAll(async () => {
  house = await startHouse()
  const { database, config, clock, logger, baseUrl } = house
  receiver = await startReceiver(
    publicKeys(config.setSigningKeys),
    (res, { token }) => res.writeHead(token.aud === 'dvla' ? 202 : 400).end('{"err":"invalid_audience"}'),
    { issuer: baseUrl },
  )
  await aRecipient(database, config.vault, 'dvla', receiver.url)
  worker = createWorker({
    ...{ db: database.worker, vault: config.vault, clock, logger, baseUrl, timeout: 1000, allowLoopback: true },
    signingKeys: config.setSigningKeys,
  })
  await worker.start()
  admin = await house.staff('dvla-admin')
  viewer = await house.staff('dvla-viewer')
})
afterAll(async () => {
  await worker.stop()
  await receiver.close()
  await house.close()
})

/** Looks at the run's page again and again, as a person would, until it is over. */
const untilOver = (browser: Client, path: string) =>
  vi.waitFor(
    async () => {
      const page = await browser.get(path)
      expect(page.text).not.toContain('Results come in one by one')
      return page
    },
    { timeout: 8000, interval: 50 },
  )

describe('an agency’s conformance run', () => {
  test('shows line by line that a careful system passes', async () => {
    const before = await admin.get('/agency/conformance')
    expect(before.text).toContain('Not passed yet')
    const started = await admin.submit()
    expect(started.url.pathname).toMatch(/^\/agency\/conformance\/runs\//)
    const page = await untilOver(admin, started.url.pathname)
    expect(page.text).toContain('Your stream has shown that it takes what is good')
    expect(page.text).toContain('A forged signature Passed We expect: you refuse it. What happened: you refused it.')
    expect(page.text).toContain('20 of 20 as expected')
    expect((await admin.get('/agency/conformance')).text).toMatch(/Passed on \d+ /)
  })

  test('says in plain words how to put right what failed', async () => {
    receiver.onFault = (res) => res.writeHead(202).end()
    await admin.get('/agency/conformance')
    const page = await untilOver(admin, (await admin.submit()).url.pathname)
    expect(page.text).toContain('A forged signature Failed We expect: you refuse it. What happened: you took it.')
    expect(page.text).toContain('Never take what you cannot check')
    expect(page.text).toContain('start another run')
  })

  test('is looked at by everybody of the agency, and started by its officers and admins', async () => {
    const page = await viewer.get('/agency/conformance')
    expect(page.$('main form').length).toBe(0)
    await viewer.follow(/ at /)
    expect(viewer.page.text).toContain('How to put it right')
    const [run] = await house.database.owner('conformance_runs').pluck<string[]>('subscription_id')
    expect((await viewer.post(`/agency/conformance/streams/${run}`)).status).toBe(403)
  })

  test('of another agency is not there', async () => {
    const other = await house.staff('hmrc-admin')
    const [run] = await house.database.owner('conformance_runs').pluck<string[]>('id')
    expect((await other.get(`/agency/conformance/runs/${run}`)).status).toBe(404)
  })
})

test('an agency sends itself a made-up event over its real stream, and sees what came of it', async () => {
  const count = receiver.arrivals.length
  await admin.get('/agency/sandbox')
  await admin.submit({ event: '' })
  expect(admin.page.errors).toEqual(['Choose an event'])
  const option = admin.page.$('input[name=event]').attr('value') ?? ''
  const sent = await admin.submit({ event: option })
  expect(sent.text).toContain('We are sending it')
  await vi.waitFor(() => expect(receiver.arrivals.length).toBe(count + 1), { timeout: 4000 })
  const [payload] = Object.values(receiver.arrivals.at(-1)?.token.events ?? {})
  expect(payload).toMatchObject({ synthetic: true, new_address: { postalCode: 'ZZ99 9ZZ' } })
  await vi.waitFor(async () => expect((await admin.get('/agency/sandbox')).text).toContain('State Taken'), 4000)
  expect(await house.database.owner('deliveries')).toHaveLength(0)
})

test('who reads in the browser practises there, message by message', async () => {
  const officer = await house.staff('council-officer')
  const agency = await agencyOf('council-officer')
  await aRecipient(house.database, house.config.vault, agency, '', {
    subscription: { method: 'inbox', endpointUrl: null },
  })
  await officer.get('/agency/conformance')
  const run = (await officer.submit()).url.pathname
  let seenFacts = false
  for (const answer of ['taken', 'already', 'taken']) {
    await vi.waitFor(async () => expect((await officer.get(run)).$('input[name=answer]').length).toBe(3), 4000)
    if (answer === 'taken' && !seenFacts) seenFacts = officer.page.text.includes('Synthetic Nobody')
    await officer.submit({ answer })
  }
  const page = await untilOver(officer, run)
  expect(page.text).toContain('undo what you did for the first message')
  expect(page.text).not.toContain('forged')
  expect(seenFacts, 'what the made-up person said').toBe(true)
})

async function agencyOf(persona: string): Promise<string> {
  const { aColleague } = await import('../../support/staff.ts')
  return (await aColleague(house.database, persona)).agencyId ?? ''
}
