import { z } from 'zod'
import { submission } from '../../../access-log/intake/submission.ts'
import { traceOperations } from './trace-operations.ts'
import { idempotencyKey, type Operation } from './operation.ts'

/** Where bodies report who used whose data. */
export const recordOperations = (baseUrl: string): Operation[] => [
  {
    ...{ method: 'post', path: '/api/access-records', tag: 'Access records', id: 'reportAccess' },
    scope: 'access-records.write',
    summary: 'Report one use of a person’s data, or up to 5,000',
    description:
      'One record answers with the status that fits it, a list with 200 and a result for each. A record sent twice is one record.',
    parameters: [idempotencyKey],
    request: {
      ...{ schema: z.union([submission, z.array(submission)]), example: example(baseUrl) },
      // A record on each line.
      also: { 'application/x-ndjson': z.string() },
    },
    answers: {
      200: { description: 'A result for each record', schema: 'AccessResults' },
      201: {
        description: 'The record is kept',
        schema: 'AccessResults',
        example: { results: [{ record_id: RECORD_ID, result: 'recorded' }] },
      },
    },
    refuses: ['conflict'],
  },
  ...traceOperations(baseUrl),
]

const RECORD_ID = '0193a3c2-7b1e-7c1a-9d3f-2a6f0f3b8c11'

const example = (baseUrl: string) => ({
  record_id: RECORD_ID,
  occurred_start: '2026-11-23T09:30:00Z',
  access_type: 'consult',
  controller: { id: 'leeds-city-council', unit: 'Council Tax' },
  activity_id: `${baseUrl}/agreements/leeds-address/versions/1`,
  data_categories: ['name', 'address'],
  actor: { kind: 'officer', role: 'Billing officer' },
  subject: { id_type: 'pairwise', id: 'k3Zr6wq1' },
})
