import { randomBytes } from 'node:crypto'
import { registerSchema, validate } from '@hyperjump/json-schema/draft-2020-12'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { grantSchemaRoutes } from '../../src/agreements/grant-schema-routes.ts'
import { registerRoutes } from '../../src/agreements/register-routes.ts'
import { lifeEvents } from '../../src/catalogue/catalogue.ts'
import { applyAgenciesFile } from '../../src/subscriptions/apply-agencies-file.ts'
import { parseKeyring } from '../../src/vault/keyring.ts'
import { agencyEntry, agreementEntry, fileOf } from '../support/agencies-file.ts'
import { MOVE } from '../support/reports.ts'
import { NOW, startSite, type Site } from '../support/site.ts'

const BASE_URL = 'https://tell-us-once.example'
const key = () => parseKeyring(`test:${randomBytes(32).toString('base64')}`)
const vault = { dataKeys: key(), pseudonymKeys: key() }

let site: Site
beforeAll(async () => {
  site = await startSite({
    machines: ({ web }) => {
      const parts = { db: web, clock: () => NOW, baseUrl: BASE_URL }
      return [registerRoutes(parts), grantSchemaRoutes(parts)]
    },
  })
  const council = agencyEntry({
    name: { en: '=Leeds, "the city"', cy: 'Cyngor Dinas Leeds' },
    contact: { phone: '+44 113 222 4444' },
    routing: { areas: ['E08000035', 'E08000036'] },
    agreements: [agreementEntry({ matching: ['birth_date'] })],
  })
  await apply('2026-10-01T09:00:00Z', council)
  const wider = agreementEntry({ events: [{ type: 'change-of-address', fields: ['names', 'new_address', 'contact'] }] })
  await apply('2026-11-20T09:00:00Z', { ...council, agreements: [wider] })
})
afterAll(() => site.close())

const apply = (at: string, ...agencies: Record<string, unknown>[]) =>
  applyAgenciesFile(site.database.worker, vault, fileOf(...agencies), {
    ...{ lifeEvents, allowLoopback: false },
    now: new Date(at),
  })

const get = (path: string, headers = {}) => fetch(site.origin + path, { headers })

describe('the registers', () => {
  test.each(['agencies', 'agreements'])(
    'of %s stand as JSON and CSV, each of which leads to the others',
    async (list) => {
      for (const [form, other] of [
        ['json', 'csv'],
        ['csv', 'json'],
      ]) {
        const answer = await get(`/${list}.${form}`)
        expect(answer.headers.get('content-type')).toContain(form)
        expect(answer.headers.get('cache-control')).toBe('public, max-age=60')
        expect(answer.headers.get('link')).toContain(`</${list}>; rel="alternate"; type="text/html"`)
        expect(answer.headers.get('link')).toContain(`</${list}.${other}>; rel="alternate"`)
        expect(answer.headers.get('link')).toContain('</openapi.json>; rel="service-desc"')
        // A fetch that says nothing of caches would ask for a fresh one.
        const cached = { 'if-none-match': answer.headers.get('etag'), 'cache-control': 'max-age=0' }
        const again = await get(`/${list}.${form}`, cached)
        expect(again.status).toBe(304)
      }
    },
  )

  test('say what is public of a body, and nothing of its keys and streams', async () => {
    const { agencies } = (await (await get('/agencies.json')).json()) as { agencies: unknown[] }
    expect(agencies).toEqual([
      {
        id: 'leeds-city-council',
        name: { en: '=Leeds, "the city"', cy: 'Cyngor Dinas Leeds' },
        cluster: 'human-services',
        kind: expect.any(String) as string,
        areas: ['E08000035', 'E08000036'],
        state: 'active',
        illustration: false,
        contact: { phone: '+44 113 222 4444' },
        region: null,
        systems: { covered: [], not_covered: [] },
        risk_appetite: null,
        page: `${BASE_URL}/agencies/leeds-city-council`,
      },
    ])
  })

  test('hold nothing that a spreadsheet would work out', async () => {
    const [heading, body, end] = (await (await get('/agencies.csv')).text()).split('\r\n')
    expect(heading).toMatch(/^"id","name_en","name_cy","cluster"/)
    expect(body).toContain(`"leeds-city-council","'=Leeds, ""the city""","Cyngor Dinas Leeds","human-services"`)
    expect(body).toContain(`"E08000035 E08000036","active","false","","'+44 113 222 4444"`)
    expect(end).toBe('')
  })

  test('have a line for each event of an agreement', async () => {
    const [heading = '', ...lines] = (await (await get('/agreements.csv')).text()).trim().split('\r\n')
    expect(heading.split(',').length).toBe((lines[0] ?? '').split('","').length)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('"change-of-address","names new_address contact"')
    expect(lines[0]).toContain(`"${BASE_URL}/schemas/agreements/leeds-address/versions/2/change-of-address"`)
  })
})

describe('the schema of a grant', () => {
  test('has exactly the fields that the agreement lets through, with those it matches by', async () => {
    const answer = await get('/schemas/agreements/leeds-address/versions/1/change-of-address')
    expect(answer.headers.get('content-type')).toMatch(/^application\/schema\+json/)
    const schema = (await answer.json()) as Schema
    expect(schema).toMatchObject({
      $id: `${BASE_URL}/schemas/agreements/leeds-address/versions/1/change-of-address`,
      title: 'Change of address: Bill the right household for Council Tax',
    })
    expect(fieldsIn(schema)).toEqual(['birth_date', 'move_date', 'names', 'new_address'])
    const { names, birth_date, move_date, new_address } = MOVE
    registerSchema(schema as never)
    const isRight = async (facts: object) => (await validate(schema.$id, facts as never)).valid
    expect(await isRight({ names, birth_date, move_date, new_address })).toBe(true)
    expect(await isRight({ change: 'withdrawn', original_jti: 'x' })).toBe(true)
    expect(await isRight({ names, old_address: MOVE['old_address'] })).toBe(false)
    expect(await isRight({ move_date: 'tomorrow' })).toBe(false)
  })

  test('without a version is that of the agreement in force', async () => {
    const schema = (await (await get('/schemas/agreements/leeds-address/change-of-address')).json()) as Schema
    expect(schema.$id).toBe(`${BASE_URL}/schemas/agreements/leeds-address/versions/2/change-of-address`)
    expect(fieldsIn(schema)).toEqual(['contact', 'names', 'new_address'])
  })

  test.each([
    '/schemas/agreements/unknown/change-of-address',
    '/schemas/agreements/leeds-address/death',
    '/schemas/agreements/leeds-address/constructor',
    '/schemas/agreements/leeds-address/versions/3/change-of-address',
    '/schemas/agreements/leeds-address/versions/one/change-of-address',
  ])('is not there for %s', async (path) => {
    const answer = await get(path)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  })
})

interface Schema {
  $id: string
  properties: Record<string, unknown>
}

/** Without what says what became of an event told before. */
const fieldsIn = ({ properties }: Schema) =>
  Object.keys(properties)
    .filter((name) => !['change', 'original_jti', 'answer', 'synthetic'].includes(name))
    .sort()
