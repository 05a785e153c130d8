import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalogueRoutes } from '../../src/catalogue/routes.ts'
import { startSite, type Site } from '../support/site.ts'

const BASE_URL = 'https://tell-us-once.example'

let site: Site
beforeAll(async () => {
  site = await startSite({ machines: [catalogueRoutes({ baseUrl: BASE_URL })] })
})
afterAll(() => site.close())

test('an event type URI leads to the JSON Schema of what a body can be told', async () => {
  const response = await fetch(`${site.origin}/schemas/events/change-of-address/v1`)
  expect(response.headers.get('content-type')).toMatch(/^application\/schema\+json/)
  expect(await response.json()).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${BASE_URL}/schemas/events/change-of-address/v1`,
    title: 'Change of address',
    properties: { names: { description: 'Name' }, new_address: { properties: { postalCode: { type: 'string' } } } },
  })
})

test.each(['moon-landing', 'constructor', 'change-of-address%00'])('there is no schema for %s', async (type) => {
  const response = await fetch(`${site.origin}/schemas/events/${type}/v1`)
  expect(response.status).toBe(404)
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
})
