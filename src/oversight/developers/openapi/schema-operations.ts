import { z } from 'zod'
import { pathParameter, type Operation } from './operation.ts'

/** Where what we send is described. */
export const schemaOperations = (baseUrl: string): Operation[] => [
  {
    ...{ method: 'get', path: '/schemas/events/:type/v1', tag: 'Events', id: 'getEventSchema' },
    summary: 'Get the JSON Schema of an event type',
    description: `An event’s type is this address: ${baseUrl}/schemas/events/change-of-address/v1.`,
    parameters: [pathParameter('type', 'Such as change-of-address')],
    answers: { 200: schemaAnswer },
  },
  {
    ...{ method: 'get', path: '/schemas/agreements/:id/:type', tag: 'Events', id: 'getGrantSchema' },
    summary: 'Get the JSON Schema of what your agreement lets you be told with an event',
    parameters: [pathParameter('id', 'Of the agreement'), pathParameter('type', 'Such as change-of-address')],
    answers: { 200: schemaAnswer },
  },
  {
    ...{ method: 'get', path: '/schemas/agreements/:id/versions/:version/:type', tag: 'Events' },
    id: 'getGrantVersionSchema',
    summary: 'Get the same for one version of an agreement',
    parameters: [
      pathParameter('id', 'Of the agreement'),
      { ...pathParameter('version', 'Of the agreement'), schema: z.int().min(1) },
      pathParameter('type', 'Such as change-of-address'),
    ],
    answers: { 200: schemaAnswer },
  },
  {
    ...{ method: 'get', path: '/schemas/subjects/uk-number/v1', tag: 'Streams', id: 'getNumberSchema' },
    summary: 'Get the JSON Schema of a subject identifier by a national number',
    description: 'The format of such an identifier is this address.',
    answers: { 200: schemaAnswer },
  },
]

const schemaAnswer = { description: 'JSON Schema 2020-12', schema: 'JsonSchema', mediaType: 'application/schema+json' }
