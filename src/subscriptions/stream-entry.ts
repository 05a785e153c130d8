import { z } from 'zod'
import { entry, listOf, type Report, type Unchecked } from '../agencies/file-entry.ts'
import { outsideAddress } from '../agencies/outside-address.ts'
import { eventType } from '../agreements/agreement-entry.ts'
import { algorithms } from '../vault/signing-keys.ts'
import type { FileRules } from './file-rules.ts'
import { sendingMembers, sendingShape } from './sending-entry.ts'
import { methods } from './subscription.ts'
import { tokenClientProblems, tokenClientShape, tokenMembers } from './token-client-entry.ts'

/** A stream's entry in the agencies file. */
export const streamEntry = (rules: FileRules) =>
  entry(
    {
      method: z.enum(methods),
      endpoint_url: outsideAddress(rules).optional(),
      authorization_header: authorizationHeader.optional(),
      token_url: outsideAddress(rules).optional(),
      ...tokenClientShape,
      signing_alg: z
        .enum(algorithms)
        .refine((algorithm) => (rules.algorithms ?? algorithms).includes(algorithm), 'has no key here')
        .default('ES256'),
      ...sendingShape,
      events: listOf(eventType(rules.lifeEvents)).optional(),
      agreements: listOf(z.string()).optional(),
    },
    checkMethod,
  )

export type StreamEntry = z.output<ReturnType<typeof streamEntry>>

// Sent exactly as given (SSF 1.0, section 6.1.1), so it must be what a header may hold (RFC 9110, section 5.5).
export const authorizationHeader = z
  .string()
  .max(4000, 'must have at most 4000 characters')
  .regex(/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/, 'must be one line of printable ASCII, without blanks around it')

function checkMethod(stream: Unchecked, report: Report): void {
  const { method } = stream
  if (method === 'push' && stream['endpoint_url'] === undefined) {
    report(['endpoint_url'], 'is missing: a push stream needs the address that tokens are sent to')
  }
  if (method !== 'poll' && method !== 'inbox') {
    for (const [member, problem] of tokenClientProblems(stream)) report([member], problem)
    return
  }
  const ofPush = ['endpoint_url', 'authorization_header', ...tokenMembers, ...sendingMembers]
  for (const key of ofPush.filter((key) => stream[key] !== undefined)) {
    report([key], `belongs to push streams only: with ${method} we send nothing`)
  }
}
