import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client, Page } from '../support/client.ts'
import { startHouse, type House } from '../support/house.ts'
import { applyBodies } from './bodies.ts'
import { alone, at, BASE, begin, fromVerified, noNumbers, toOtleyRoad, walk, when } from './walk.ts'

let house: House
let amira: Client
beforeAll(async () => {
  house = await startHouse()
  await applyBodies(house)
  amira = await house.signIn('amira')
  await begin(amira)
  await walk(amira, [when(), toOtleyRoad[0]])
})
afterAll(() => house.close())

const lookUp = (client: Client) => client.post(`${BASE}/new-postcode`, { 'new-postcode': 'LS6 3AA' })

async function untilRefused(most: number, send: () => Promise<Page>): Promise<number> {
  for (let taken = 0; taken <= most; taken++) if ((await send()).status === 429) return taken
  return Infinity
}

test('addresses are looked up 30 times a minute for one person, and nobody and nothing else waits for that', async () => {
  expect(await untilRefused(40, () => lookUp(amira))).toBe(30)
  const { page } = amira
  expect(page.heading).toBe('Too many requests')
  expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(Number(page.headers.get('retry-after'))).toBeLessThanOrEqual(60)
  expect(page.text).toContain('Wait a minute, then try again. Nothing you saved has been lost.')

  const elsewhere = await house.signIn('amira')
  await elsewhere.get(`${BASE}/new-postcode`)
  expect((await lookUp(elsewhere)).status, 'the same person in another browser').toBe(429)
  await amira.get(`${BASE}/new-address`)
  await walk(amira, [toOtleyRoad[2]])
  expect(amira.page.status, 'the next question looks nothing up').toBe(200)

  const grace = await house.signIn('grace')
  await begin(grace)
  await walk(grace, [when(), ...toOtleyRoad])
  expect(at(grace)).toBe('held-old-address')
})

test('reports are sent ten times a minute for one person', async () => {
  const llyr = await house.signIn('llyr')
  await begin(llyr)
  await walk(llyr, [when(), ...toOtleyRoad, ...fromVerified, ...alone, ...noNumbers])
  const send = () => llyr.post(`${BASE}/who-will-be-told`, { draft: 'made-up', seen: 'made-up' })
  await llyr.get(`${BASE}/who-will-be-told`)
  expect(await untilRefused(20, send)).toBe(10)
  expect((await llyr.get(`${BASE}/who-will-be-told`)).status).toBe(200)
})
