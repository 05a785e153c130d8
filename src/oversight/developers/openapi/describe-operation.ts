import { z } from 'zod'
import type { RefusalCode } from '../../../shared/refusal.ts'
import { statusOf } from '../../../web/problem.ts'
import { jsonSchema, type Answer, type Content, type Operation, type Parameter } from './operation.ts'

/** An operation in the words of OpenAPI, with the refusals that follow from what it asks for. */
export function describeOperation(operation: Operation) {
  const { id, tag, summary, description, scope, parameters = [], request, answers } = operation
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description && { description }),
    security: scope ? [{ accessToken: [scope] }] : [],
    ...(parameters.length > 0 && { parameters: parameters.map(described) }),
    ...(request && { requestBody: { required: request.required ?? true, content: contentOf(request) } }),
    responses: { ...mapped(answers), ...refusals(operation) },
  }
}

const described = ({ schema = z.string(), ...parameter }: Parameter) => ({ ...parameter, schema: jsonSchema(schema) })

const mapped = (answers: Operation['answers']) =>
  Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, answerOf(answer)]))

function answerOf({ description, headers, schema, ...content }: Answer) {
  return {
    description,
    ...(headers && {
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, text]) => [name, { description: text, schema: { type: 'string' } }]),
      ),
    }),
    ...(schema && { content: contentOf({ schema, ...content }) }),
  }
}

const contentOf = ({ schema, mediaType = 'application/json', example, also = {} }: Content) => ({
  ...Object.fromEntries(Object.entries(also).map(([type, form]) => [type, { schema: jsonSchema(form) }])),
  [mediaType]: {
    schema: typeof schema === 'string' ? { $ref: `#/components/schemas/${schema}` } : jsonSchema(schema),
    ...(example !== undefined && { example }),
  },
})

/** What may be refused in one form everywhere (RFC 9457), beside the answers of the operation's own. */
function refusals({ scope, request, parameters = [], refuses = [], answers }: Operation) {
  const codes: RefusalCode[] = [
    ...(scope ? (['unauthenticated', 'forbidden', 'too-many'] as const) : []),
    ...(request ? (['invalid', 'too-large'] as const) : []),
    ...(parameters.some((parameter) => parameter.in === 'path') ? (['not-found'] as const) : []),
    ...refuses,
    'unavailable',
  ]
  const statuses = [...new Set(codes)].map((code) => [String(statusOf[code]), code] as const)
  return Object.fromEntries(
    statuses
      .filter(([status]) => !answers[status])
      .map(([status, code]) => [status, { $ref: `#/components/responses/${code}` }]),
  )
}
