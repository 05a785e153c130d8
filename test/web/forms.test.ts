import { Router } from 'express'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anyone } from '../../src/web/access.ts'
import { listField, oneLine, textField } from '../../src/web/form.ts'
import { renderPage } from '../../src/web/page.ts'
import type { Client } from '../support/client.ts'
import { startSite, type Site } from '../support/site.ts'

let site: Site
let browser: Client
beforeAll(async () => {
  site = await startSite({ people: () => [echo()] })
})
afterAll(() => site.close())
beforeEach(async () => {
  browser = site.browser()
  await browser.get('/echo')
})

/** What the route made of the form's fields `name` and `colour`. */
const read = (body: string) => JSON.parse(body) as { name: string; colours: string[] }

describe('a form of ours', () => {
  test('is taken with the token that came with it', async () => {
    const page = await browser.submit({ name: 'Amira' })
    expect(page.status).toBe(200)
    expect(read(page.body).name).toBe('Amira')
  })

  test('is taken from a browser that says it comes from our own pages', async () => {
    const page = await browser.post('/echo', { name: 'Amira' }, { 'sec-fetch-site': 'same-origin' })
    expect(page.status).toBe(200)
  })

  test.each([
    ['no token', ''],
    ['a made-up token', 'f'.repeat(256)],
    ['the token twice', ['TOKEN', 'TOKEN']],
  ])('is refused with %s', async (_what, token) => {
    const page = await browser.post('/echo', { _csrf: token })
    expect(page.status).toBe(403)
    expect(page.heading).toBe('You cannot do this')
  })

  test('is refused with the token of another session', async () => {
    const other = site.browser()
    const theirs = (await other.get('/echo')).$('input[name="_csrf"]').attr('value') ?? ''
    expect((await browser.post('/echo', { _csrf: theirs })).status).toBe(403)
    expect((await other.post('/echo', { _csrf: theirs })).status).toBe(200)
  })

  test('is refused from a browser that says it comes from another site, even with its token', async () => {
    const page = await browser.post('/echo', { name: 'Amira' }, { 'sec-fetch-site': 'cross-site' })
    expect(page.status).toBe(403)
  })

  test('can be linked to from another site', async () => {
    const response = await fetch(`${site.origin}/echo`, { headers: { 'sec-fetch-site': 'cross-site' } })
    expect(response.status).toBe(200)
  })
})

describe('fields', () => {
  test.each<[what: string, given: string, name: string, colours: string[]]>([
    ['that are absent', '', '', []],
    ['that are blank', 'name=&colour=', '', ['']],
    [
      'that are repeated: the last one counts, or each of a list',
      'name=A&name=B&colour=red&colour=blue',
      'B',
      ['red', 'blue'],
    ],
    ['in brackets, which mean nothing here', 'name[]=A&name[first]=B&colour[0]=red', '', []],
    ['named after what every object has', '__proto__=x&constructor=y&hasOwnProperty=z&toString=1', '', []],
    ['with control characters', 'name=%00Am%07ira%1B%5B31m%7F', 'Amira[31m', []],
    ['with marks that turn the text around', 'name=%E2%80%AEarimA', 'arimA', []],
    ['with white space around', 'name=%20%09Amira%20Hassan%0A', 'Amira Hassan', []],
    ['with line breaks of any machine', 'name=one%0D%0Atwo%0Dthree', 'one\ntwo\nthree', []],
    ['in letters that were put together', 'name=Lly%CC%82r', 'Llŷr', []],
    ['with tags', 'name=%3Cscript%3E', '<script>', []],
  ])('%s', async (_what, given, name, colours) => {
    const token = encodeURIComponent(browser.page.$('input[name="_csrf"]').attr('value') ?? '')
    const page = await fetch(`${site.origin}/echo`, {
      method: 'POST',
      body: `_csrf=${token}&${given}`,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        cookie: `session=${browser.cookie('session') ?? ''}`,
      },
    })
    expect(page.status).toBe(200)
    expect(read(await page.text())).toEqual({ name, colours })
  })

  test.each<[what: string, body: unknown]>([
    ['nothing at all', undefined],
    ['null', null],
    ['text', 'name=Amira'],
    ['a list', ['name']],
    ['a number in the field', { name: 7, colour: 7 }],
    ['an object in the field', { name: { a: 1 }, colour: [{ a: 1 }, null] }],
    ['a field of its prototype', Object.create({ name: 'Amira', colour: 'red' })],
  ])('are blank when the body is %s', (_what, body) => {
    expect(textField(body, 'name')).toBe('')
    expect(listField(body, 'colour')).toEqual([])
  })

  test.each([
    ['a letter with its mark', 'e\u0301', 'é'],
    ['a letter with two, in either order', 'e\u0301\u0323|e\u0323\u0301', 'ẹ́|ẹ́'],
    ['as many as any language has', `x${'\u0301'.repeat(30)}y`, `x${'\u0301'.repeat(30)}y`],
    ['more, with something unseen between', `x${'\u0301\u200b'.repeat(40)}y`, `x${'\u0301'.repeat(30)}y`],
    ['marks with something unseen before the letter’s', 'e\u200b\u0301', 'é'],
    // To put them all in order takes minutes.
    ['marks without end', `x${'\u0301'.repeat(90_000)}${'\u0323'.repeat(90_000)}y`, `x${'\u0301'.repeat(30)}y`],
  ])('are read in one form: %s', (_what, name, as) => {
    expect(textField({ name }, 'name')).toBe(as.normalize('NFC'))
  })

  test('of several lines become one, though there be spaces without end', () => {
    expect(oneLine('1 High Street \n\n  Leeds\n', ', ')).toBe('1 High Street, Leeds')
    const spaces = ' '.repeat(400_000)
    expect(oneLine(`a${spaces}b`, ', ')).toBe(`a${spaces}b`)
  })

  test('leave a page as text, whatever they hold', async () => {
    const page = await browser.get('/shown?name=%3Cscript%3Ealert(1)%3C/script%3E%22%27')
    expect(page.$('main p').text()).toBe('<script>alert(1)</script>"\'')
    expect(page.body).not.toContain('<script>alert')
  })
})

describe('a session', () => {
  test('is kept in a cookie of the browser’s alone, over http', async () => {
    const { headers } = await site.browser().get('/echo')
    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(/^session=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/),
    ])
  })

  test('is bound to this very host, over https', async () => {
    const behindHttps = await startSite({ people: () => [echo()], baseUrl: 'https://tell-us-once.example' })
    const response = await fetch(`${behindHttps.origin}/echo`, { headers: { 'x-forwarded-proto': 'https' } })
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-session=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/),
    ])
    await behindHttps.close()
  })
})

function echo(): Router {
  const router = Router()
  router.get('/echo', anyone, (req, res) => {
    res.send(formPage(req.csrfToken?.() ?? ''))
  })
  router.post('/echo', anyone, (req, res) => {
    res.json({ name: textField(req.body, 'name'), colours: listField(req.body, 'colour') })
  })
  router.get('/shown', anyone, (req, res) => {
    renderPage(req, res, 'web/message.njk', { title: 'Shown', paragraphs: [req.query['name']] })
  })
  return router
}

const formPage = (token: string) => `<!doctype html><html lang="en"><title>Echo - Test</title>
  <main><h1>Echo</h1><form method="post" action="/echo">
    <input type="hidden" name="_csrf" value="${token}"><input name="name">
  </form></main>`
