import { setTimeout as pause } from 'node:timers/promises'
import * as cheerio from 'cheerio'
import { expect } from 'vitest'

/** What came back, with the page's text and forms at hand. */
export interface Page {
  status: number
  url: URL
  headers: Headers
  body: string
  $: cheerio.CheerioAPI
  /** Text of the h1. */
  heading: string
  /** Text of `main`, white space folded. */
  text: string
  /** Messages of the error summary. */
  errors: string[]
}

export type Fields = Record<string, string | string[]>

/** A browser without scripts: keeps cookies, follows redirects, checks on every page what is true of every page. */
export interface Client {
  get(path: string): Promise<Page>
  /** Sends exactly these fields, with the CSRF token of the page last seen. */
  post(path: string, fields?: Fields, headers?: Record<string, string>): Promise<Page>
  /** Fills in and sends the first form in `main` of the page last seen, as a person would. */
  submit(fields?: Fields): Promise<Page>
  /** The same with a button other than the first, which may send the form to a place of its own. */
  press(text: string | RegExp, fields?: Fields): Promise<Page>
  /** Follows a link of the page last seen by its text. */
  follow(text: string | RegExp): Promise<Page>
  cookie(name: string): string | undefined
  /** The page last seen. */
  page: Page
}

const REDIRECTS = 20

export function createClient(origin: string): Client {
  const jar = new CookieJar()
  // Only the last: thousands of parsed pages would fill the memory.
  let seen: Page | undefined

  async function send(url: URL, init: RequestInit = {}, hops = 0): Promise<Page> {
    const headers = new Headers(init.headers)
    const cookies = jar.header(url)
    if (cookies) headers.set('cookie', cookies)
    const response = await patiently(() => fetch(url, { ...init, headers, redirect: 'manual' }))
    jar.keep(url, response.headers.getSetCookie())
    const location = response.headers.get('location')
    if (location && response.status >= 300 && response.status < 400) {
      expect(hops, 'redirects go in circles').toBeLessThan(REDIRECTS)
      await response.arrayBuffer()
      return send(new URL(location, url), {}, hops + 1)
    }
    seen = toPage(response, url, await response.text(), url.origin === origin)
    return seen
  }

  const last = () => {
    if (!seen) throw new Error('No page seen yet')
    return seen
  }

  const postTo = (url: URL, fields: Fields, headers: Record<string, string> = {}) =>
    send(url, { method: 'POST', body: encode(fields), headers: { 'content-type': FORM, ...headers } })

  return {
    get page() {
      return last()
    },
    get: (path) => send(new URL(path, seen?.url ?? origin)),
    post: (path, fields = {}, headers = {}) =>
      postTo(new URL(path, origin), { _csrf: tokenOf(last()), ...fields }, headers),
    submit: (fields = {}) => {
      const { action, values } = formOf(last())
      return postTo(action, { ...values, ...fields })
    },
    press: (text, fields = {}) => {
      const { action, values } = pressed(last(), text)
      return postTo(action, { ...values, ...fields })
    },
    follow: (text) => send(linkOf(last(), text)),
    cookie: (name) => jar.value(name),
  }
}

const MOST_TRIES = 20

/** Comes back where it is told that a process, of a machine that has too much to do, has too much to do. */
export async function patiently(call: () => Promise<Response>): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    const response = await call()
    if (response.status !== 503 || response.headers.get('retry-after') !== '5' || tries === MOST_TRIES) return response
    await response.arrayBuffer()
    await pause(500)
  }
}

const FORM = 'application/x-www-form-urlencoded'

function toPage(response: Response, url: URL, body: string, ours: boolean): Page {
  const isHtml = response.headers.get('content-type')?.startsWith('text/html') ?? false
  const $ = cheerio.load(isHtml ? body : '')
  const folded = (selector: string) => $(selector).first().text().replace(/\s+/g, ' ').trim()
  const errors = $('.govuk-error-summary__list li')
    .toArray()
    .map((item) => $(item).text().trim())
  const page = {
    status: response.status,
    url,
    headers: response.headers,
    body,
    $,
    heading: folded('h1'),
    text: folded('main'),
    errors,
  }
  if (isHtml) checkInvariants(page, ours)
  return page
}

/** What is true of every page, checked on every page that any test sees. Others' forms have other protections. */
function checkInvariants({ $, url, heading, errors, headers }: Page, ours: boolean): void {
  const where = url.pathname
  const title = $('head title').text().replace(/\s+/g, ' ').trim()
  expect($('h1').length, `one h1 on ${where}`).toBe(1)
  // Where somebody is at risk a title gives nothing away.
  const neutral = $('body[data-neutral-title]').length > 0
  const service = $('.govuk-service-navigation__service-name').text().trim()
  const plain = title.replace(/^(Error|Gwall): /, '')
  expect(neutral ? plain === `${service} - GOV.UK` : plain.startsWith(`${heading} - `), `${title} on ${where}`).toBe(
    true,
  )
  expect(/^(Error|Gwall): /.test(title), `title of ${where} says whether there are errors`).toBe(errors.length > 0)
  expect($('html').attr('lang'), `language of ${where}`).toMatch(/^(en|cy)$/)
  const ids = $('[id]')
    .toArray()
    .map((element) => element.attribs['id'])
  expect(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    `repeated ids on ${where}`,
  ).toEqual([])
  for (const form of ours ? $('form').toArray() : []) checkForm($, form.attribs, where)
  for (const script of $('script').toArray()) {
    expect(script.attribs['nonce'] ?? script.attribs['src'], `script without nonce on ${where}`).toBeTruthy()
  }
  for (const link of $('.govuk-error-summary__list a').toArray()) {
    const target = link.attribs['href'] ?? ''
    expect($(target).length, `error summary of ${where} links to ${target}`).toBe(1)
  }
  expect($.text(), `no unfilled words on ${where}`).not.toMatch(/\bundefined\b|\[object Object\]|\bNaN\b/)
  expect($('[style], [onclick], [onload]').length, `inline style or script on ${where}`).toBe(0)
  expect(headers.get('content-security-policy'), `CSP on ${where}`).toBeTruthy()
}

function checkForm($: cheerio.CheerioAPI, form: Record<string, string>, where: string): void {
  expect(form['action'], `form without action on ${where}`).toBeTruthy()
  if (form['method']?.toLowerCase() !== 'post') return
  const tokens = $(`form[action="${form['action']}"] input[name="_csrf"]`)
  expect(tokens.length, `form without a CSRF token on ${where}`).toBeGreaterThan(0)
}

const tokenOf = (page: Page) => page.$('input[name="_csrf"]').first().attr('value') ?? ''

function formOf(page: Page, selector = 'main form[method="post" i]'): { action: URL; values: Fields } {
  const { $ } = page
  const form = $(selector).first()
  const values: Fields = {}
  for (const pair of form.serializeArray()) {
    const known = values[pair.name]
    values[pair.name] = known === undefined ? pair.value : [known, pair.value].flat()
  }
  return { action: new URL(form.attr('action') ?? '', page.url), values }
}

function pressed(page: Page, text: string | RegExp): { action: URL; values: Fields } {
  const { form: id, formaction, name, value = '' } = attributesOf(page, 'main button', text)
  const { action, values } = formOf(page, id === undefined ? undefined : `form#${id}`)
  return {
    action: formaction === undefined ? action : new URL(formaction, page.url),
    values: name === undefined ? values : { ...values, [name]: value },
  }
}

function linkOf(page: Page, text: string | RegExp): URL {
  return new URL(attributesOf(page, 'a[href]', text)['href'] ?? '', page.url)
}

function attributesOf({ $, url }: Page, selector: string, text: string | RegExp): Record<string, string> {
  const matches = (words: string) => (typeof text === 'string' ? words === text : text.test(words))
  const element = $(selector)
    .toArray()
    .find((one) => matches($(one).text().replace(/\s+/g, ' ').trim()))
  if (!element) throw new Error(`No ${selector} with ${String(text)} on ${url.pathname}`)
  return $(element).attr() ?? {}
}

function encode(fields: Fields): URLSearchParams {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one] as [string, string]),
  )
  return new URLSearchParams(pairs)
}

class CookieJar {
  readonly #cookies = new Map<string, Map<string, string>>()

  keep(url: URL, lines: string[]): void {
    const jar = this.#cookies.get(url.host) ?? new Map<string, string>()
    this.#cookies.set(url.host, jar)
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(';')
      const at = pair.indexOf('=')
      const gone = attributes.some((attribute) => /^\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(attribute))
      if (gone) jar.delete(pair.slice(0, at))
      else jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
  }

  header(url: URL): string {
    return [...(this.#cookies.get(url.host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  value(name: string): string | undefined {
    return [...this.#cookies.values()].map((jar) => jar.get(name)).find(Boolean)
  }
}
