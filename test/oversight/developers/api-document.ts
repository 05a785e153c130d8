import { setTimeout as pause } from 'node:timers/promises'
import { hasSchema, registerSchema, validate } from '@hyperjump/json-schema/openapi-3-1'

type Json = Record<string, unknown>

export interface DescribedOperation {
  /** Upper case, as in a call. */
  method: string
  /** `/ssf/poll/{stream}`. */
  path: string
  id: string
  scope: string | undefined
}

/** The published description of the API, and whether what is seen fits it. */
export interface ApiDocument {
  whole: Json
  operations: DescribedOperation[]
  /** operationId of a call. */
  idOf(method: string, path: string): string
  /** What stands at a JSON pointer; undefined when nothing does. */
  at(pointer: string): unknown
  /** Every example, with the pointer of its schema. */
  examples(): { pointer: string; example: unknown }[]
  /** What is wrong with a value by the schema at a pointer. */
  faults(pointer: string, value: unknown): Promise<string[]>
  /** What is wrong with an answer by what is described for its path, method, status and media type. */
  faultsOfAnswer(method: string, path: string, answer: SeenAnswer): Promise<string[]>
  faultsOfRequest(method: string, path: string, body: unknown, mediaType?: string): Promise<string[]>
}

export interface SeenAnswer {
  status: number
  mediaType: string
  body: unknown
}

// A machine that does much else answers "unavailable" for a second now and then, as it should.
export async function fetchPatiently(url: string, init: RequestInit = {}, tries = 10): Promise<Response> {
  const response = await fetch(url, init)
  if (response.status !== 503 || tries === 0) return response
  await response.arrayBuffer()
  await pause(1000)
  return fetchPatiently(url, init, tries - 1)
}

export async function openDocument(baseUrl: string): Promise<ApiDocument> {
  const whole = (await (await fetchPatiently(`${baseUrl}/openapi.json`)).json()) as Json
  const address = `${baseUrl}/openapi.json`
  if (!hasSchema(address)) registerSchema(whole as never, address, 'https://spec.openapis.org/oas/3.1/dialect/base')
  const at = (pointer: string) => find(whole, pointer)
  const faults = async (pointer: string, value: unknown) => {
    return faultsIn(await validate(`${address}#${encodeURI(pointer)}`, value as never, 'BASIC'))
  }
  const operations = operationsIn(whole)
  const operationOf = (method: string, path: string) => {
    const { pathname } = new URL(path, baseUrl)
    const found = operations.find((one) => one.method === method && patternOf(one.path).test(pathname))
    if (!found) throw new Error(`${method} ${pathname} is not described`)
    return found
  }
  const placeOf = (method: string, path: string) =>
    `/paths/${escaped(operationOf(method, path).path)}/${method.toLowerCase()}`
  const resolved = (pointer: string): string => {
    const reference = (at(pointer) as Json | undefined)?.['$ref']
    return typeof reference === 'string' ? reference.slice(1) : pointer
  }
  return {
    ...{ whole, operations, at, faults },
    idOf: (method, path) => operationOf(method, path).id,
    examples: () => examplesIn(whole, ''),
    async faultsOfAnswer(method, path, { status, mediaType, body }) {
      const pointer = resolved(`${placeOf(method, path)}/responses/${status}`)
      if (at(pointer) === undefined) return [`${status} is not described`]
      const content = at(`${pointer}/content`)
      if (content === undefined) return body === '' ? [] : ['there should be no body']
      const schema = `${pointer}/content/${escaped(mediaType)}/schema`
      if (at(schema) === undefined) return [`${mediaType} is not described`]
      return [...(await faults(schema, body)), ...unknownMembers(at(resolved(schema)), body)]
    },
    faultsOfRequest: (method, path, body, mediaType = 'application/json') =>
      faults(`${placeOf(method, path)}/requestBody/content/${escaped(mediaType)}/schema`, body),
  }
}

/** What a validation found, a line each. */
export function faultsIn(output: object): string[] {
  const { errors = [] } = output as { errors?: { instanceLocation: string; absoluteKeywordLocation: string }[] }
  return errors.map((error) => `${error.instanceLocation} fails ${error.absoluteKeywordLocation}`)
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete']

function operationsIn(whole: Json): DescribedOperation[] {
  const paths = Object.entries(whole['paths'] as Record<string, Json>)
  return paths.flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => METHODS.includes(method))
      .map(([method, operation]) => {
        const { operationId, security } = operation as { operationId: string; security: Record<string, string[]>[] }
        return { method: method.toUpperCase(), path, id: operationId, scope: security[0]?.['accessToken']?.[0] }
      }),
  )
}

const patternOf = (path: string) =>
  new RegExp(`^${path.replace(/[.*+?^$|()\\]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+')}$`)

const escaped = (token: string) => token.replaceAll('~', '~0').replaceAll('/', '~1')

function find(whole: unknown, pointer: string): unknown {
  const tokens = pointer.split('/').slice(1)
  return tokens.reduce<unknown>((place, token) => {
    const name = token.replaceAll('~1', '/').replaceAll('~0', '~')
    return typeof place === 'object' && place !== null ? (place as Json)[name] : undefined
  }, whole)
}

/** A media type with an example has the schema beside it. */
function examplesIn(place: unknown, pointer: string): { pointer: string; example: unknown }[] {
  if (typeof place !== 'object' || place === null) return []
  if ('example' in place && 'schema' in place) return [{ pointer: `${pointer}/schema`, example: place.example }]
  return Object.entries(place).flatMap(([name, value]) => examplesIn(value, `${pointer}/${escaped(name)}`))
}

/** Schemas are open, so that bodies pass over what comes to be; but nothing is answered that is not described. */
function unknownMembers(schema: unknown, body: unknown): string[] {
  const { properties, additionalProperties } = (schema ?? {}) as { properties?: Json; additionalProperties?: unknown }
  if (!properties || additionalProperties !== undefined || typeof body !== 'object' || body === null) return []
  return Object.keys(body)
    .filter((name) => !Object.hasOwn(properties, name))
    .map((name) => `${name} is not described`)
}
