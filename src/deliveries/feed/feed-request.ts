import { z } from 'zod'
import { Refusal } from '../../shared/refusal.ts'
import type { FeedRequest } from './feed.ts'

export const MOST_EVENTS_A_PAGE = 100

/** The query of the feed. */
export const feedQuery = z.strictObject({
  after: z.string('must be one cursor').max(200, 'must be a cursor').optional(),
  limit: z
    .string('must be one number')
    .regex(/^\d{1,3}$/, `must be a whole number from 1 to ${MOST_EVENTS_A_PAGE}`)
    .transform(Number)
    .refine(
      (limit) => limit >= 1 && limit <= MOST_EVENTS_A_PAGE,
      `must be a whole number from 1 to ${MOST_EVENTS_A_PAGE}`,
    )
    .default(MOST_EVENTS_A_PAGE),
})

/** @throws Refusal `invalid` that names every wrong parameter. */
export function readFeedQuery(query: unknown): Pick<FeedRequest, 'after' | 'limit'> {
  const read = feedQuery.safeParse(query)
  if (read.success) return { after: read.data.after, limit: read.data.limit }
  const errors = read.error.issues.map(({ path, message }) => ({ field: path.join('.') || 'query', message }))
  throw new Refusal('invalid', 'The request was refused', { errors })
}

/** Whether `If-None-Match` names a tag, compared weakly (RFC 9110, section 13.1.2). */
export function holderOf(header: string | undefined): (tag: string) => boolean {
  const held = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return (tag) => held.includes('*') || held.includes(tag.replace(/^W\//, ''))
}
