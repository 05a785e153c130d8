import { z } from 'zod'
import type { Operation } from './operation.ts'

/** Where a body's OpenTelemetry exporter sends its spans. */
export const traceOperations = (baseUrl: string): Operation[] => [
  {
    ...{ method: 'post', path: '/v1/traces', tag: 'Access records', id: 'reportSpans' },
    scope: 'access-records.write',
    summary: 'Report uses of data as OpenTelemetry spans',
    description:
      'OTLP/HTTP in JSON. A span with dpl.core.processing_activity_id is a record; other spans are not kept. Refusals are a google.rpc.Status.',
    request: { schema: 'Traces', example: spans(baseUrl) },
    answers: {
      200: {
        description: 'Taken; partialSuccess counts what was rejected, which must not be sent again',
        schema: TracesAnswer,
      },
      ...Object.fromEntries(
        [400, 401, 403, 413, 415, 429, 503].map((status) => [
          status,
          { description: 'A status with a code', schema: Status },
        ]),
      ),
    },
  },
]

const TracesAnswer = z.object({
  partialSuccess: z.object({ rejectedSpans: z.string(), errorMessage: z.string() }).optional(),
})
const Status = z.object({ code: z.int(), message: z.string() })

const text = (key: string, stringValue: string) => ({ key, value: { stringValue } })

const spans = (baseUrl: string) => ({
  resourceSpans: [
    {
      resource: { attributes: [text('service.name', 'Revenues')] },
      scopeSpans: [
        {
          spans: [
            {
              ...{ traceId: '4bf92f3577b34da6a3ce929d0e0e4736', spanId: '00f067aa0ba902b7', name: 'account.view' },
              ...{ startTimeUnixNano: '1795429800000000000', endTimeUnixNano: '1795429801000000000' },
              attributes: [
                text('dpl.core.processing_activity_id', `${baseUrl}/activities/leeds-city-council/bills/versions/1`),
                text('dpl.core.data_subject_id_type', 'pairwise'),
                text('dpl.core.data_subject_id', 'k3Zr6wq1'),
              ],
            },
          ],
        },
      ],
    },
  ],
})
