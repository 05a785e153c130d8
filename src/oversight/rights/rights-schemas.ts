import { z } from 'zod'
import { exceptions } from './exception.ts'
import { bodysSteps, LONGEST, rightKinds } from './right.ts'

/** What a body sends to answer. Only that it has the request may be said without words; only a refusal has a ground. */
export const rightsAnswer = z
  .strictObject({
    kind: z.enum(bodysSteps),
    message: z.string().trim().min(1).max(LONGEST).optional(),
    exception: z.enum(exceptions).optional(),
  })
  .refine(({ kind, message }) => kind === 'received' || message !== undefined, {
    path: ['message'],
    message: 'is missing: the citizen reads it',
  })
  .refine(({ kind, exception }) => (kind === 'refused') === (exception !== undefined), {
    path: ['exception'],
    message: 'says on which ground you refuse, and nothing else has one',
  })

const entry = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  kind: z.string(),
  by: z.enum(['citizen', 'body', 'service']),
  message: z.string().optional(),
  wrong: z.string().optional(),
  right: z.string().optional(),
  person: z
    .string()
    .optional()
    .meta({ description: 'Name and date of birth, where the citizen wants you to have them' }),
  exception: z.enum(exceptions).optional(),
})

const RightsRequestSchema = z.object({
  id: z.uuid(),
  kind: z.enum(rightKinds),
  about: z
    .string()
    .optional()
    .meta({ description: 'The purpose that is objected to, as the path of its register page' }),
  sent_at: z.iso.datetime(),
  due: z.iso.date().optional().meta({ description: 'By when the law wants your next step' }),
  waits_for: z.enum(['body', 'citizen', 'nobody']),
  may_answer: z.array(z.enum(bodysSteps)),
  subject: z.object({ id_type: z.literal('pairwise'), id: z.string() }),
  thread: z.array(entry).optional(),
})

/** By their names in the description of the API. */
export const rightsSchemas = {
  RightsRequest: RightsRequestSchema,
  RightsPage: z.object({ requests: z.array(RightsRequestSchema), next: z.string().nullable() }),
  RightsAnswer: rightsAnswer,
}
