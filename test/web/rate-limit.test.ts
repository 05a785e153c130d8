import { Router } from 'express'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MINUTE, later } from '../../src/shared/clock.ts'
import { openDatabase } from '../../src/shared/database.ts'
import { anyone } from '../../src/web/access.ts'
import { rateLimit } from '../../src/web/rate-limit.ts'
import { startSite, type Site } from '../support/site.ts'

const nowhere = openDatabase('postgres://nobody@127.0.0.1:1/nothing')

let site: Site
let now = new Date('2026-11-22T12:00:00Z')
beforeAll(async () => {
  site = await startSite({
    people: ({ web }) => {
      const router = Router()
      const limit = {
        requests: 3,
        seconds: 60,
        key: (req: { get(name: string): string | undefined }) => req.get('x-who') ?? '',
      }
      const answer = (_req: unknown, res: { send(text: string): unknown }) => void res.send('ok')
      router.get('/search', anyone, rateLimit(web, { name: 'search', ...limit }), answer)
      router.get('/list', anyone, rateLimit(web, { name: 'list', ...limit, requests: 12, portion: 4 }), answer)
      router.get('/export', anyone, rateLimit(web, { name: 'export', ...limit }), answer)
      router.get(
        '/uncounted',
        anyone,
        rateLimit(nowhere, { name: 'uncounted', ...limit }, () => now),
        answer,
      )
      return [router]
    },
  })
})
afterAll(async () => {
  await site.close()
  await nowhere.destroy()
})

const ask = (path: string, who: string) => fetch(`${site.origin}${path}`, { headers: { 'x-who': who } })

async function statuses(path: string, who: string, times: number): Promise<number[]> {
  const found = []
  for (let time = 0; time < times; time++) found.push((await ask(path, who)).status)
  return found
}

describe('a rate limit', () => {
  test('lets so many through and then refuses, saying when to come back', async () => {
    expect(await statuses('/search', 'one', 5)).toEqual([200, 200, 200, 429, 429])
    const refused = await ask('/search', 'one')
    const seconds = Number(refused.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(0)
    expect(seconds).toBeLessThanOrEqual(60)
    expect(await refused.text()).toContain('Too many requests')
  })

  test('counts each caller and each limit apart', async () => {
    await statuses('/search', 'two', 4)
    expect((await ask('/search', 'three')).status).toBe(200)
    expect((await ask('/export', 'two')).status).toBe(200)
  })

  test('holds over all web processes, which share one count', async () => {
    await statuses('/search', 'four', 3)
    const other = await startOther()
    expect((await fetch(`${other.origin}/search`, { headers: { 'x-who': 'four' } })).status).toBe(429)
    await other.close()
  })

  test('that takes portions lets no more through, however many come at once', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => ask('/list', 'six')))
    const more = await statuses('/list', 'six', 10)
    expect([...all.map(({ status }) => status), ...more].filter((status) => status === 200).length).toBeLessThanOrEqual(
      12,
    )
    expect(more.at(-1)).toBe(429)
    expect(await statuses('/list', 'seven', 13)).toEqual([...Array<number>(12).fill(200), 429])
  })

  test('keeps no address of a caller', async () => {
    await ask('/search', 'somebody-in-particular')
    const rows = await site.database.owner('rate_limits').select<{ key: string }[]>('key')
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toMatch(/127\.0\.0\.1|somebody/)
  })

  test('lets people through when the count cannot be kept, and says so in the log once a minute', async () => {
    const complaints = () => site.logs.filter(({ limit }) => limit === 'uncounted')
    expect(await statuses('/uncounted', 'five', 5)).toEqual([200, 200, 200, 200, 200])
    expect(complaints()).toMatchObject([{ level: 50, event: 'requests are not counted' }])
    expect(JSON.stringify(complaints())).not.toContain('five')
    now = later(now, MINUTE - 1)
    await statuses('/uncounted', 'five', 1)
    expect(complaints()).toHaveLength(1)
    now = later(now, 1)
    await statuses('/uncounted', 'five', 2)
    expect(complaints()).toHaveLength(2)
  })
})

/** A second web process over the same database, as far as a limit can tell. */
async function startOther() {
  const { web } = site.database
  return startSite({
    people: () => {
      const router = Router()
      const key = (req: { get(name: string): string | undefined }) => req.get('x-who') ?? ''
      const limit = rateLimit(web, { name: 'search', requests: 3, seconds: 60, key })
      router.get('/search', anyone, limit, (_req, res) => void res.send('ok'))
      return [router]
    },
  })
}
