import { hasSchema, registerSchema, validate } from '@hyperjump/json-schema/draft-2020-12'
import '@hyperjump/json-schema/formats'
import { bodies } from '../../../src/demo/agencies/bodies.ts'
import type { Received } from '../../../src/demo/agencies/take-in.ts'
import { faultsIn, fetchPatiently } from './api-document.ts'

/** What in these tokens is not as the published schema of its grant says, a line each. */
export async function faultsByGrant(baseUrl: string, received: readonly Received[]): Promise<string[]> {
  const found = received.map(async ({ agency, subscription, token }) => {
    const type = /\/schemas\/events\/([^/]+)\/v1$/.exec(token.eventType)?.[1] ?? ''
    const agreement = agreementOf(agency, subscription, type)
    const schema = await schemaAt(`${baseUrl}/schemas/agreements/${agreement}/${type}`)
    const faults = faultsIn(await validate(schema, token.event as never, 'BASIC'))
    return faults.map((fault) => `${agency} by ${agreement}: ${fault}`)
  })
  return (await Promise.all(found)).flat()
}

function agreementOf(agency: string, path: string, type: string): string | undefined {
  const subscriptions = bodies.find(({ id }) => id === agency)?.subscriptions ?? []
  const agreements = subscriptions.filter((one) => one.path === path).flatMap((one) => one.agreements)
  return agreements.find(({ events }) => events.some((event) => event.type === type))?.id
}

async function schemaAt(address: string): Promise<string> {
  const schema = (await (await fetchPatiently(address)).json()) as { $id: string }
  if (!hasSchema(schema.$id)) registerSchema(schema)
  return schema.$id
}
