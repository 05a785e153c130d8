import { z } from 'zod'
import { Refusal } from '../shared/refusal.ts'
import type { ReceiverStream } from './stream.ts'
import { statuses } from './subscription.ts'

/** SSF 1.0, section 8.1.2.1. */
export const statusOf = ({ id, status, reason }: Pick<ReceiverStream, 'id' | 'status' | 'reason'>) => ({
  stream_id: id,
  status,
  ...(reason !== null && { reason }),
})

/** @throws Refusal `invalid` that names every wrong member (SSF 1.0, section 8.1.2.2). */
export function readStatus(body: unknown) {
  const read = statusRequest.safeParse(body)
  if (read.success) return read.data
  const errors = read.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }))
  throw new Refusal('invalid', 'The status was refused', { errors })
}

const LONGEST_REASON = 255

export const statusRequest = z.object({
  stream_id: z.string('must be text'),
  status: z.enum(statuses, 'must be enabled, paused or disabled'),
  reason: z
    .string('must be text')
    .transform((text) => text.slice(0, LONGEST_REASON).toWellFormed().replaceAll('\0', ''))
    .nullable()
    .default(null),
})
