import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { validate } from '@hyperjump/json-schema/openapi-3-1'
import '@hyperjump/json-schema/formats'
import { startHouse, type House } from '../../support/house.ts'
import { routesOf } from '../../support/route-table.ts'
import { faultsIn, fetchPatiently, openDocument, type ApiDocument } from './api-document.ts'

/** For One Login and for whoever keeps the service running, not for bodies. */
const NOT_FOR_BODIES = ['/.well-known/jwks.json', '/auth/back-channel-logout', '/health/live', '/health/ready']

let house: House
let document: ApiDocument
beforeAll(async () => {
  house = await startHouse()
  document = await openDocument(house.baseUrl)
})
afterAll(() => house.close())

describe('the description of the API', () => {
  test('is OpenAPI 3.1', async () => {
    const meta = 'https://spec.openapis.org/oas/3.1/schema-base'
    const found = await validate(meta, document.whole as never, 'BASIC')
    expect(faultsIn(found)).toEqual([])
    expect(found.valid).toBe(true)
  })

  test('describes every route for programs, and no other', () => {
    const routes = routesOf(house.app)
    const machines = routes.slice(
      0,
      // Doors for programs stand before all doors for people, of which this is the first.
      routes.findIndex(({ path }) => path === '/reports'),
    )
    const served = machines
      .filter(({ path }) => !NOT_FOR_BODIES.includes(path))
      .map(({ method, path }) => `${method} ${path.replace(/[:*](\w+)/g, '{$1}')}`)
    expect(document.operations.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(served.sort())
  })

  test('says of each which scope it needs, as the door does', () => {
    const scopes = new Map(
      routesOf(house.app).map(({ method, path, rule = '' }) => [
        `${method} ${path.replace(/[:*](\w+)/g, '{$1}')}`,
        rule.replace(/^agencies |^anyone$/, ''),
      ]),
    )
    for (const { method, path, scope } of document.operations) {
      expect(`${method} ${path} ${scope ?? ''}`).toBe(`${method} ${path} ${scopes.get(`${method} ${path}`)}`)
    }
  })

  test('has examples of what it describes', async () => {
    const examples = document.examples()
    expect(examples.length).toBeGreaterThan(15)
    for (const { pointer, example } of examples) {
      expect(await document.faults(pointer, example), pointer).toEqual([])
    }
  })

  test('refers to nothing that is not there, and names each operation once', () => {
    const text = JSON.stringify(document.whole)
    const references = [...text.matchAll(/"\$ref":"#([^"]+)"/g)].map(([, pointer = '']) => pointer)
    expect(references.length).toBeGreaterThan(10)
    expect(references.filter((pointer) => document.at(pointer) === undefined)).toEqual([])
    const ids = document.operations.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('may be kept for a while, and leads to the guide', async () => {
    const answer = await fetchPatiently(`${house.baseUrl}/openapi.json`)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300')
    expect(answer.headers.get('link')).toContain('</developers>; rel="service-doc"')
    expect(answer.headers.get('etag')).toBeTruthy()
  })
})
