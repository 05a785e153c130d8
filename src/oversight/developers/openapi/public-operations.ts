import { z } from 'zod'
import { activityOperations } from './activity-operations.ts'
import { askedTwiceOperations } from './asked-twice-operations.ts'
import type { Operation } from './operation.ts'
import { registerOperations } from './register-operations.ts'

/** What anyone may read about who is told what. */
export const publicOperations = (baseUrl: string): Operation[] => [
  ...registerOperations,
  ...activityOperations,
  ...askedTwiceOperations,
  {
    ...{ method: 'get', path: '/openapi.json', tag: 'Registers', id: 'getOpenApi' },
    summary: 'Get this document',
    description: `The same in words: ${baseUrl}/developers`,
    answers: { 200: { description: 'OpenAPI 3.1', schema: z.looseObject({ openapi: z.string() }) } },
  },
]
