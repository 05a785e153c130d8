import { z } from 'zod'
import { isUuid } from '../shared/references.ts'
import { Refusal } from '../shared/refusal.ts'
import { errorCodeOf } from './push.ts'

/** What a receiver that polls asks for, and answers to (RFC 8936, section 2.2). */
export interface PollRequest {
  /** Tokens that it takes at most; 0: it only answers. */
  maxEvents: number
  returnImmediately: boolean
  /** jtis that it has taken. */
  acknowledged: string[]
  /** jtis that it has not, and why, in a code of RFC 8935. */
  refused: Map<string, string>
}

export const MOST_EVENTS = 100
const MOST_ANSWERS = 1000

/** Members that we do not know are passed over. @throws Refusal `invalid` that names every wrong one. */
export function readPoll(body: unknown): PollRequest {
  const read = pollRequest.safeParse(body)
  if (!read.success) {
    const errors = read.error.issues.map(({ path, message }) => ({ field: path.join('.') || 'body', message }))
    throw new Refusal('invalid', 'The poll was refused', { errors })
  }
  const { maxEvents, returnImmediately, ack, setErrs } = read.data
  const refused = Object.entries(setErrs).map(([jti, error]) => [jti.toLowerCase(), errorCodeOf(error)] as const)
  return {
    maxEvents: Math.min(maxEvents, MOST_EVENTS),
    returnImmediately,
    // What is no id of ours is nobody's token.
    acknowledged: [...new Set(ack.map((jti) => jti.toLowerCase()))].filter(isUuid),
    refused: new Map(refused.filter(([jti]) => isUuid(jti))),
  }
}

export const pollRequest = z.object(
  {
    maxEvents: z.int('must be a whole number').min(0, 'must be 0 or more').default(MOST_EVENTS),
    returnImmediately: z.boolean('must be true or false').default(false),
    ack: z
      .array(z.string('must be a jti'), 'must be a list of jtis')
      .max(MOST_ANSWERS, `must have at most ${MOST_ANSWERS} jtis`)
      .default([]),
    setErrs: z
      .record(z.string(), z.looseObject({ err: z.string('must be a code') }, 'must be an object'), 'must be an object')
      .refine((errors) => Object.keys(errors).length <= MOST_ANSWERS, `must have at most ${MOST_ANSWERS} jtis`)
      .default({}),
  },
  'must be a JSON object',
)
