import { Router } from 'express'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anyone } from '../../src/web/access.ts'
import { startSite, type Site } from '../support/site.ts'

let site: Site
beforeAll(async () => {
  site = await startSite({ people: ({ web }) => [people(web)] })
})
afterAll(() => site.close())
beforeEach(() => {
  site.logs.length = 0
})

describe('the log', () => {
  test('has one line for a request: its id, method, route and status, and how long it took', async () => {
    const response = await fetch(`${site.origin}/reports/7K3M-9QXD-24TV?postcode=LS85DR`, {
      headers: {
        cookie: 'session=a-stolen-session',
        referer: `${site.origin}/Amira`,
        'user-agent': 'Browser of Amira',
      },
    })
    expect(site.logs).toHaveLength(1)
    expect(site.logs[0]).toMatchObject({
      level: 30,
      service: 'tell-us-once',
      req: { id: response.headers.get('x-request-id'), method: 'GET' },
      res: { status: 200 },
      route: '/reports/:reference',
      responseTime: expect.any(Number) as number,
    })
    expect(JSON.stringify(site.logs)).not.toMatch(/7K3M|LS85DR|stolen|Amira/)
  })

  test('does not repeat a path that no route has', async () => {
    await fetch(`${site.origin}/Amira-Hassan`)
    expect(site.logs[0]).toMatchObject({ route: 'unmatched', res: { status: 404 } })
    expect(JSON.stringify(site.logs)).not.toContain('Amira')
  })

  test('has an id of our own for each request, whatever the caller calls it', async () => {
    const ask = () => fetch(`${site.origin}/`, { headers: { 'x-request-id': 'mine' } })
    const ids = [await ask(), await ask()].map((response) => response.headers.get('x-request-id'))
    expect(new Set([...ids, 'mine']).size).toBe(3)
    expect(site.logs.map(({ req }) => (req as { id: string }).id)).toEqual(ids)
  })

  test('names the trace that a request belongs to, and nothing else that the caller says of it', async () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736'
    const ask = (traceparent: string) => fetch(`${site.origin}/`, { headers: { traceparent, tracestate: 'who=Amira' } })
    await ask(`00-${trace}-00f067aa0ba902b7-01`)
    await ask('Amira')
    await ask(`00-${'0'.repeat(32)}-00f067aa0ba902b7-01`)
    expect(site.logs.map(({ req }) => (req as { trace?: string }).trace)).toEqual([trace, undefined, undefined])
    expect(site.logs[0]).toMatchObject({ event: 'request completed' })
    expect(JSON.stringify(site.logs)).not.toContain('Amira')
  })

  test('keeps what a parser says of an unreadable text, but not the text', async () => {
    await fetch(`${site.origin}/unreadable`)
    const message = expect.stringContaining('is not valid JSON') as string
    const stack = expect.stringContaining('request-log.test.ts') as string
    expect(site.logs[0]).toMatchObject({ err: { type: 'SyntaxError', message, stack } })
    expect(JSON.stringify(site.logs)).not.toContain('Amira')
  })

  test('tells operators what the database could not do, without the value that it could not do it with', async () => {
    const response = await fetch(`${site.origin}/failing`)
    expect(response.status).toBe(500)
    const [failure, request] = site.logs
    expect(failure).toMatchObject({
      level: 50,
      req: { id: response.headers.get('x-request-id') },
      err: { type: 'error', code: '22P02', routine: expect.any(String) as string },
    })
    expect(request).toMatchObject({ level: 50, route: '/failing', res: { status: 500 } })
    expect(JSON.stringify(site.logs)).not.toContain('Amira')
  })
})

function people(db: { raw(sql: string, values: string[]): PromiseLike<unknown> }): Router {
  const router = Router()
  router.get('/reports/:reference', anyone, (_req, res) => {
    res.send('ok')
  })
  router.get('/failing', anyone, async () => {
    await db.raw('select ?::int', ['Amira'])
  })
  router.get('/unreadable', anyone, () => {
    JSON.parse('Amira "the" Great')
  })
  return router
}
