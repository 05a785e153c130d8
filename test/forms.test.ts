import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyBodies } from './reports/bodies.ts'
import { BASE, begin, fromVerified, toOtleyRoad, walk, when } from './reports/walk.ts'
import type { Client, Fields } from './support/client.ts'
import { startHouse, type House } from './support/house.ts'
import { routesOf } from './support/route-table.ts'

const DRAFT = '0190e3a4-0000-7000-8000-00000000000a'

/** Where each form of people can be sent to in this story. A new one has a line here, and so gets its checks below. */
const FORMS: Record<string, string> = {
  '/notifications': '/notifications',
  '/report/:type/:question': `${BASE}/when`,
  '/report/:type/:question/:item': `${BASE}/children/1`,
  '/report/:type/:question/:item/removal': `${BASE}/children/1/removal`,
  '/report/:type/drafts': `${BASE}/drafts`,
  '/report/:type/drafts/:draft': `${BASE}/drafts/${DRAFT}`,
  '/report/:type/drafts/:draft/removal': `${BASE}/drafts/${DRAFT}/removal`,
  '/report/:type/redaction/:agreement': `${BASE}/redaction/revenue-address`,
  '/report/:type/when/:agreement': `${BASE}/when/revenue-address`,
  '/report/:type/when/:agreement/date': `${BASE}/when/revenue-address/date`,
  '/report/:type/who-will-be-told': `${BASE}/who-will-be-told`,
  '/reported-as-dead/report': '/reported-as-dead/report',
  '/session': '/session',
  '/sessions': '/sessions',
  '/sign-out': '/sign-out',
}

/** Doors of programs, whose bodies have schemas of their own. */
const OF_PROGRAMS = ['/api/access-records', '/auth/back-channel-logout', '/oauth/token']

let house: House
let amira: Client
beforeAll(async () => {
  house = await startHouse()
  await applyBodies(house)
  amira = await house.signIn('amira')
  await begin(amira)
  await walk(amira, [when(), ...toOtleyRoad, ...fromVerified, ['moving-with', { 'moving-with': 'children' }]])
  await amira.submit({ 'names-first': 'Iris', 'names-last': 'Osei-Hughes' })
})
afterAll(() => house.close())

describe('every form of people', () => {
  test('has a line in this test', () => {
    const posts = routesOf(house.app).filter(({ method }) => method === 'POST')
    const paths = posts.map(({ path }) => path).filter((path) => !OF_PROGRAMS.includes(path))
    expect(paths.sort()).toEqual(Object.keys(FORMS).sort())
  })

  const odd: [string, Fields][] = [
    ['a field that it does not have', { surplus: 'x' }],
    ['a field of that kind, twice', { surplus: ['x', 'y'] }],
    ['a field with an odd name', { '__proto__[admin]': 'true' }],
  ]
  test.each(Object.values(FORMS).flatMap((path) => odd.map(([what, fields]) => ({ path, what, fields }))))(
    '$path refuses $what, and nothing happens',
    async ({ path, fields }) => {
      await amira.get('/sessions')
      const page = await amira.post(path, fields)
      expect(page.status).toBe(400)
      expect(page.text).toMatch(/We could not read/)
      expect((await amira.get(`${BASE}/children/1`)).$('#names-first').val(), 'still there, still signed in').toBe(
        'Iris',
      )
    },
  )
})
