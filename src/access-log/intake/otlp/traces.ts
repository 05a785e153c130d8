import { z } from 'zod'

/**
 * An export of spans over OTLP/HTTP in JSON (opentelemetry-proto, ExportTraceServiceRequest). Open: a receiver passes over
 * what it does not know. Ids are hex there, and 64-bit numbers are text or numbers.
 */
export const traces = z.object({
  resourceSpans: z
    .array(
      z.object({
        resource: z.object({ attributes: z.lazy(() => attributes).optional() }).optional(),
        scopeSpans: z.array(z.object({ spans: z.array(z.lazy(() => span)).default([]) })).default([]),
      }),
    )
    .default([]),
})

/** A span with what its resource says of the program that made it. */
export interface Span {
  span: z.output<typeof span>
  resource: Attributes
}

export type Attributes = ReadonlyMap<string, Value>
type Value = string | number | boolean | string[]

export const spansOf = ({ resourceSpans }: z.output<typeof traces>): Span[] =>
  resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const about = attributesOf(resource?.attributes)
    return scopeSpans.flatMap(({ spans }) => spans.map((one) => ({ span: one, resource: about })))
  })

/** By key; values of kinds that no record has are left out. */
export function attributesOf(list: z.output<typeof attributes> = []): Attributes {
  return new Map(
    list.flatMap(({ key, value }): [string, Value][] => {
      const read = valueOf(value)
      return read === undefined ? [] : [[key, read]]
    }),
  )
}

const scalar = z.object({
  stringValue: z.string().optional(),
  boolValue: z.boolean().optional(),
  intValue: z.union([z.string(), z.number()]).optional(),
  doubleValue: z.number().optional(),
})

const anyValue = scalar.extend({ arrayValue: z.object({ values: z.array(scalar).default([]) }).optional() })

const attributes = z.array(z.object({ key: z.string(), value: anyValue.default({}) }))

const nanoseconds = z.union([z.string().regex(/^\d{1,20}$/), z.int().nonnegative().transform(String)])

const span = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string().default(''),
  startTimeUnixNano: nanoseconds,
  endTimeUnixNano: nanoseconds.optional(),
  attributes: attributes.default([]),
  status: z.object({ code: z.union([z.number(), z.string()]).optional() }).optional(),
})

function valueOf({ arrayValue, ...one }: z.output<typeof anyValue>): Value | undefined {
  if (arrayValue) return arrayValue.values.map((item) => String(scalarOf(item) ?? ''))
  return scalarOf(one)
}

const scalarOf = ({ stringValue, boolValue, intValue, doubleValue }: z.output<typeof scalar>) =>
  stringValue ?? boolValue ?? (intValue === undefined ? doubleValue : Number(intValue))
