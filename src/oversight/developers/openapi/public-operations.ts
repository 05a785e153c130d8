import { z } from 'zod'
import { agencyInRegister, agreementInRegister } from '../../../agreements/register.ts'
import { activityOperations } from './activity-operations.ts'
import type { Answer, Operation } from './operation.ts'

/** What anyone may read about who is told what. */
export const publicOperations = (baseUrl: string): Operation[] => [
  register('agencies', 'getAgencies', z.object({ agencies: z.array(agencyInRegister) })),
  table('agencies', 'getAgenciesTable'),
  register('agreements', 'getAgreements', z.object({ agreements: z.array(agreementInRegister) })),
  table('agreements', 'getAgreementsTable'),
  ...activityOperations,
  {
    ...{ method: 'get', path: '/openapi.json', tag: 'Registers', id: 'getOpenApi' },
    summary: 'Get this document',
    description: `The same in words: ${baseUrl}/developers`,
    answers: { 200: { description: 'OpenAPI 3.1', schema: z.looseObject({ openapi: z.string() }) } },
  },
]

const whatIsListed = { agencies: 'public bodies that take part', agreements: 'agreements, each in its latest version' }

const links: Pick<Answer, 'headers'> = { headers: { Link: 'Where else the same list stands, and in what form' } }

const register = (list: 'agencies' | 'agreements', id: string, schema: z.ZodType): Operation => ({
  ...{ method: 'get', path: `/${list}.json`, tag: 'Registers', id },
  summary: `List ${whatIsListed[list]}`,
  answers: { 200: { description: 'The list', schema, ...links } },
})

const table = (list: 'agencies' | 'agreements', id: string): Operation => ({
  ...{ method: 'get', path: `/${list}.csv`, tag: 'Registers', id },
  summary: `The same as CSV: ${whatIsListed[list]}`,
  answers: { 200: { description: 'The list', schema: z.string(), mediaType: 'text/csv', ...links } },
})
