import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { staffPersonas } from '../../../src/demo/agencies/colleagues.ts'
import type { Client } from '../../support/client.ts'
import { startHouse, type House } from '../../support/house.ts'
import { routesOf } from '../../support/route-table.ts'

/** Who is let in by each rule: every route of staff is tried by everybody, so that no line of a route can be wrong. */
const LETS_IN: Record<string, readonly string[]> = {
  viewers: ['dvla-admin', 'dvla-officer', 'dvla-viewer'],
  officers: ['dvla-admin', 'dvla-officer'],
  admins: ['dvla-admin'],
  operators: ['operator-one'],
}
const PEOPLE = ['dvla-admin', 'dvla-officer', 'dvla-viewer', 'operator-one']

// Of nothing: whoever is let in finds nothing, or hears that what they sent is not right.
const NOTHING = '0190e3a4-0000-7000-8000-00000000000a'
const NO_ACCESS = 'You do not have access to this page'

let house: House
const browsers = new Map<string, Client>()
beforeAll(async () => {
  house = await startHouse()
  for (const name of PEOPLE) browsers.set(name, await house.staff(name))
})
afterAll(() => house.close())

const doors = () => routesOf(house.app).filter(({ rule = '' }) => rule in LETS_IN)
const pathOf = (path: string) => path.replace(/:[a-z]+/gi, NOTHING)

describe('every door of staff', () => {
  test('is tried: there are some for each rule', () => {
    const rules = new Set(doors().map(({ rule }) => rule))
    expect([...rules]).toEqual(expect.arrayContaining(['viewers', 'officers', 'admins']))
  })

  test.each(PEOPLE)('lets %s in exactly where their role may go', async (name) => {
    const browser = browsers.get(name) as Client
    const wrong: string[] = []
    for (const { method, path, rule = '' } of doors()) {
      // For the token that a form has: any page's will do.
      if (method !== 'GET') await browser.get('/contact')
      const page =
        method === 'GET' ? await browser.get(pathOf(path)) : await browser.post(pathOf(path), { surplus: 'x' })
      const entered = page.heading !== NO_ACCESS
      if (!entered) expect(page.status).toBe(403)
      if (entered !== LETS_IN[rule]?.includes(name)) wrong.push(`${method} ${path}: ${page.status} ${page.heading}`)
    }
    expect(wrong).toEqual([])
  })

  test.each([
    ['nobody', (): Promise<Client> => Promise.resolve(house.browser())],
    ['a citizen', () => house.signIn('amira')],
  ])('sends %s to sign in for their work', async (_who, arrive) => {
    const browser = await arrive()
    const { hostname, port } = new URL(house.parts.staffOidc.issuer)
    for (const { method, path } of doors().filter((door) => door.method === 'GET')) {
      const page = await browser.get(pathOf(path))
      expect([page.url.hostname, page.url.port], `${method} ${path}`).toEqual([hostname, port])
    }
  })
})

test('everybody of the demonstration has an address of nobody else', () => {
  const addresses = staffPersonas.map(({ email }) => email)
  expect(new Set(addresses).size).toBe(addresses.length)
})
