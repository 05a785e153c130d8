import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSite, type Site } from '../support/site.ts'

let site: Site
let isReady = () => Promise.resolve(true)
beforeAll(async () => {
  site = await startSite({ isReady: () => isReady() })
})
afterAll(() => site.close())

const ask = async (path: string) => {
  const response = await fetch(`${site.origin}${path}`)
  return { status: response.status, body: await response.json(), cookies: response.headers.getSetCookie() }
}

describe('health', () => {
  test('is live while the process answers, and starts no session', async () => {
    expect(await ask('/health/live')).toEqual({ status: 200, body: { status: 'live' }, cookies: [] })
  })

  test.each<[what: string, readiness: () => Promise<boolean>, status: number, word: string]>([
    ['ready when it can serve', () => Promise.resolve(true), 200, 'ready'],
    ['not ready when it cannot', () => Promise.resolve(false), 503, 'not ready'],
    ['not ready when nobody can tell', () => Promise.reject(new Error('no database')), 503, 'not ready'],
  ])('is %s', async (_what, readiness, status, word) => {
    isReady = readiness
    expect(await ask('/health/ready')).toEqual({ status, body: { status: word }, cookies: [] })
  })
})

describe('an overloaded process', () => {
  test('refuses pages at once, tells the truth about its health, and recovers by itself', async () => {
    isReady = () => Promise.resolve(true)
    // Three seconds in which nothing else gets a turn for 300 ms at a time.
    for (let time = 0; time < 10; time++) await block(300)
    const refused = await fetch(site.origin)
    expect(refused.status).toBe(503)
    expect(refused.headers.get('retry-after')).toBe('5')
    expect(await refused.text()).toContain('Sorry, the service is not available')
    expect((await ask('/health/live')).status).toBe(200)

    const recovered = async () => (await fetch(site.origin)).status === 200
    for (let second = 0; second < 10 && !(await recovered()); second++) await wait(1000)
    expect(await recovered()).toBe(true)
  })
})

/** Keeps the event loop busy, as too much work would. */
async function block(milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
  await nextTurn()
}
