import express, { Router } from 'express'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refusal } from '../../src/shared/refusal.ts'
import { anyone } from '../../src/web/access.ts'
import { machineDoor } from '../../src/web/site.ts'
import { startSite, type Site } from '../support/site.ts'

let site: Site
let behindHttps: Site
beforeAll(async () => {
  const doors = { people: () => [people()], machines: [machines()] }
  ;[site, behindHttps] = await Promise.all([
    startSite(doors),
    startSite({ ...doors, baseUrl: 'https://tell-us-once.example' }),
  ])
})
afterAll(() => Promise.all([site.close(), behindHttps.close()]))

const form = (body: string): RequestInit => ({
  method: 'POST',
  body,
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
})
const json = (body: string): RequestInit => ({
  method: 'POST',
  body,
  headers: { 'content-type': 'application/json' },
})

const answers: [what: string, path: string, request: RequestInit, status: number][] = [
  ['a page', '/', {}, 200],
  ['no such page', '/nowhere', {}, 404],
  ['a method that no route has', '/', { method: 'DELETE' }, 403],
  ['a form without its token', '/form', form('name=Amira'), 403],
  ['a form that is too large', '/form', form(`name=${'x'.repeat(65 * 1024)}`), 413],
  ['a form with too many fields', '/form', form('x=&'.repeat(201)), 413],
  ['a form in no alphabet that exists', '/form', form('name=%E0%A4%A'), 403],
  ['a path in no alphabet that exists', '/things/%E0%A4%A', {}, 400],
  ['a refusal', '/refused', {}, 503],
  ['a failure', '/failed', {}, 500],
  ['a style sheet', '/assets/govuk-frontend.min.css', {}, 200],
  ['no such style sheet', '/assets/nothing.css', {}, 404],
  ['life', '/health/live', {}, 200],
  ['readiness', '/health/ready', {}, 200],
  ['a program’s answer', '/api/echo', json('{"a":1}'), 200],
  ['a program’s broken body', '/api/echo', json('{"a":'), 400],
  ['a program’s failure', '/api/failed', {}, 500],
]

describe('every answer', () => {
  test.each(answers)('%s (%s)', async (_what, path, request, status) => {
    const response = await fetch(`${site.origin}${path}`, request)
    expect(response.status).toBe(status)
    const header = (name: string) => response.headers.get(name)
    const policy = header('content-security-policy') ?? ''
    expect(policy).toMatch(/^default-src 'none';script-src 'self' 'nonce-[A-Za-z0-9+/]{22}==';/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("base-uri 'none'")
    expect(policy).toContain("form-action 'self' https://one-login.example")
    expect(policy).not.toMatch(/unsafe|\*|data:|http:/)
    expect(header('x-content-type-options')).toBe('nosniff')
    expect(header('referrer-policy')).toBe('same-origin')
    expect(header('cross-origin-opener-policy')).toBe('same-origin')
    expect(header('cross-origin-resource-policy')).toBe('same-origin')
    expect(header('permissions-policy')).toContain('geolocation=()')
    expect(header('x-frame-options')).toBe('DENY')
    expect(header('x-powered-by')).toBeNull()
    expect(header('x-request-id')).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/)
    const isAsset = path.startsWith('/assets/') && status === 200
    expect(header('cache-control')).toBe(isAsset ? 'public, max-age=3600' : 'no-store')
    expect(header('strict-transport-security'), 'a promise that http cannot keep').toBeNull()
  })

  test.each(answers)('%s says over https that it stays on https', async (_what, path, request, status) => {
    const headers = { ...request.headers, 'x-forwarded-proto': 'https' }
    const response = await fetch(`${behindHttps.origin}${path}`, { ...request, headers })
    expect(response.status).toBe(status)
    expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
  })
})

describe('scripts', () => {
  test('run with the nonce of this answer, which no other answer has', async () => {
    const nonces = []
    for (const path of ['/', '/', '/nowhere', '/failed']) {
      const page = await site.browser().get(path)
      const allowed = /'nonce-([^']+)'/.exec(page.headers.get('content-security-policy') ?? '')?.[1]
      expect(page.$('script[nonce]').attr('nonce')).toBe(allowed)
      nonces.push(allowed)
    }
    expect(new Set(nonces).size).toBe(4)
  })
})

describe('error pages', () => {
  test.each([
    ['/nowhere', 'Page not found', 'Heb ddod o hyd i’r dudalen'],
    ['/refused', 'Sorry, the service is not available', 'Mae’n ddrwg gennym, nid yw’r gwasanaeth ar gael'],
    ['/failed', 'Sorry, there is a problem with the service', 'Mae’n ddrwg gennym, mae problem gyda’r gwasanaeth'],
    ['/gone', 'Page not found', 'Heb ddod o hyd i’r dudalen'],
    ['/forbidden', 'You cannot do this', 'Ni allwch wneud hyn'],
    ['/too-many', 'Too many requests', 'Gormod o geisiadau'],
    ['/things/%E0%A4%A', 'We could not read what you sent', 'Ni allem ddarllen yr hyn a anfonwyd gennych'],
  ])('%s is told in both languages', async (path, english, welsh) => {
    const browser = site.browser()
    expect((await browser.get(`${path}?lang=en`)).heading).toBe(english)
    const page = await browser.get(`${path}?lang=cy`)
    expect(page.heading).toBe(welsh)
    expect(page.$('main a[href="/contact"]').text()).toBe('Cysylltu â ni')
  })

  test.each([
    ['GET', '/api/nothing'],
    ['PUT', '/api/nothing'],
    ['POST', '/ssf/streams'],
    ['DELETE', '/oauth/token'],
    ['GET', '/schemas/events/none/v9'],
  ])('to programs too: %s %s', async (method, path) => {
    const response = await fetch(`${site.origin}${path}`, { method })
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(response.headers.get('set-cookie')).toBeNull()
  })

  test('say when to come back, where that is known', async () => {
    const response = await fetch(`${site.origin}/refused`)
    expect(response.headers.get('retry-after')).toBe('7')
  })

  test('say nothing of what went wrong', async () => {
    const page = await site.browser().get('/failed')
    expect(page.body).not.toMatch(/secret plan|Error:|node_modules/)
    const problem = await fetch(`${site.origin}/api/failed`)
    expect(problem.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(await problem.json()).toEqual({
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
      detail: 'Something went wrong on our side',
    })
  })
})

function people(): Router {
  const router = Router()
  const refuse = (path: string, refusal: Error) =>
    router.get(path, anyone, () => {
      throw refusal
    })
  refuse('/refused', new Refusal('unavailable', 'Not now', { retryAfter: 7 }))
  refuse('/gone', new Refusal('gone', 'No more'))
  refuse('/forbidden', new Refusal('forbidden', 'Not yours'))
  refuse('/too-many', new Refusal('too-many', 'Slowly'))
  refuse('/failed', new Error('the secret plan'))
  router.get('/things/:id', anyone, (_req, res) => {
    res.send('ok')
  })
  router.post('/form', anyone, (_req, res) => {
    res.send('ok')
  })
  return router
}

function machines(): Router {
  const router = Router()
  router.post('/api/echo', anyone, express.json(), (req, res) => {
    res.json(req.body)
  })
  router.get('/api/failed', anyone, () => {
    throw new Error('the secret plan')
  })
  return machineDoor(router)
}
