import { z } from 'zod'
import type { Scope } from '../../../identity/agency-scopes.ts'
import type { RefusalCode } from '../../../shared/refusal.ts'

/** One call of the API, described beside the schema that its door parses with. */
export interface Operation {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** As the router has it: `/ssf/poll/:stream`. */
  path: string
  tag: Tag
  id: string
  summary: string
  description?: string
  /** Absent: anyone may call it. */
  scope?: Scope
  parameters?: readonly Parameter[]
  request?: Content
  answers: Readonly<Record<string, Answer>>
  /** What it may refuse beside what every call may. */
  refuses?: readonly RefusalCode[]
}

export const tags = {
  'Access tokens': 'How your programs prove who they are (RFC 6749, RFC 7523, RFC 9068)',
  Streams: 'How you say what you want to be told, and where (OpenID Shared Signals Framework 1.0)',
  Events: 'How you take what you are told (RFC 8936), read it again, and ask for it again',
  Outcomes: 'What you say about what you were told',
  'Access records': 'What you report about who used whose data',
  Questions: 'What citizens ask you about those records, and what you answer',
  'Public log': 'Proof that no access record was changed or taken out (C2SP tlog-tiles)',
  Registers: 'What is public about who is told what',
} as const
export type Tag = keyof typeof tags

export interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  description: string
  required?: boolean
  schema?: z.ZodType
}

export interface Content {
  /** A schema by its name in the document, or one of this place alone. */
  schema: z.ZodType | string
  mediaType?: string
  example?: unknown
  required?: false
  /** Other forms in which the same may be sent. */
  also?: Readonly<Record<string, z.ZodType>>
}

export interface Answer extends Partial<Content> {
  description: string
  headers?: Readonly<Record<string, string>>
}

/**
 * As its door reads it, before anything is put in another form. Open where the door passes over members that it does not
 * know.
 */
export function jsonSchema(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return rest
}

export const pathParameter = (name: string, description: string): Parameter => ({
  ...{ name, description },
  in: 'path',
  required: true,
})

export const idempotencyKey: Parameter = {
  ...{ name: 'Idempotency-Key', in: 'header' },
  description: 'A call repeated with the same key must say the same',
  schema: z.string().regex(/^[\x21-\x7e]{1,255}$/),
}

/** Express's `:stream` is OpenAPI's `{stream}`, and so is its `*path`. */
export const openApiPath = (path: string) => path.replace(/[:*](\w+)/g, '{$1}')
