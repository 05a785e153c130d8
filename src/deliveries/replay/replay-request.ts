import { z } from 'zod'
import { isUuid } from '../../shared/references.ts'
import { Refusal } from '../../shared/refusal.ts'

export const MOST_A_REPLAY = 1000
const USUAL = 100

/** What a body asks for once more: by jti, or a stretch of its feed, by time or from a cursor on, or both. */
export type ReplayRequest =
  | { kind: 'jtis'; jtis: string[] }
  | { kind: 'stretch'; from: Date | undefined; until: Date | undefined; after: string | undefined; limit: number }

const time = z.iso.datetime({ offset: true, error: 'must be a time with its zone, as in 2026-11-23T09:00:00Z' })

const byJti = z.strictObject({
  jtis: z
    .array(z.string('must be a jti'), 'must be a list of jtis')
    .min(1, 'must name a jti')
    .max(MOST_A_REPLAY, `must have at most ${MOST_A_REPLAY} jtis`),
})

const stretch = z
  .strictObject({
    from: time.optional(),
    until: time.optional(),
    after: z.string('must be a cursor').max(200, 'must be a cursor').optional(),
    limit: z
      .int('must be a whole number')
      .min(1, 'must be 1 or more')
      .max(MOST_A_REPLAY, `must be at most ${MOST_A_REPLAY}`)
      .default(USUAL),
  })
  .refine(({ from, until, after }) => from ?? until ?? after, {
    error: 'must name jtis, or a time in from or until, or a cursor in after',
  })

/** The body of the call. */
export const replayRequest = z.union([byJti, stretch])

/** @throws Refusal `invalid` that names every wrong member. */
export function readReplay(body: unknown): ReplayRequest {
  const named = typeof body === 'object' && body !== null && 'jtis' in body
  const read = named ? byJti.safeParse(body) : stretch.safeParse(body)
  if (!read.success) {
    const errors = read.error.issues.map(({ path, message }) => ({ field: path.join('.') || 'body', message }))
    throw new Refusal('invalid', 'The replay was refused', { errors })
  }
  if ('jtis' in read.data) {
    // What is no id of ours is nobody's token: it is answered like one that is not known.
    return { kind: 'jtis', jtis: [...new Set(read.data.jtis.map((jti) => (isUuid(jti) ? jti.toLowerCase() : jti)))] }
  }
  const { from, until, after, limit } = read.data
  return { kind: 'stretch', from: dateOf(from), until: dateOf(until), after, limit }
}

const dateOf = (text: string | undefined) => (text === undefined ? undefined : new Date(text))
