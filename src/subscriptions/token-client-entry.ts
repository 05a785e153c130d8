import { z } from 'zod'
import type { TokenClient } from './subscription.ts'

// What RFC 6749 lets a client id and a secret hold (appendix A.1 and A.2), and a scope (appendix A.4).
const VSCHAR = /^[\x20-\x7e]+$/
const SCOPE = /^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/

/**
 * As whom we ask for access tokens at a receiver's `token_url`, under the names that RFC 6749 and RFC 7591 have for it.
 * Without a secret we sign an assertion.
 */
export const tokenClientShape = {
  client_id: z
    .string('must be text')
    .max(500, 'must have at most 500 characters')
    .regex(VSCHAR, 'must be printable ASCII')
    .optional(),
  client_secret: z
    .string('must be text')
    .max(4000, 'must have at most 4000 characters')
    .regex(VSCHAR, 'must be printable ASCII')
    .optional(),
  scope: z
    .string('must be text')
    .max(1000, 'must have at most 1000 characters')
    .regex(SCOPE, 'must be scopes with single blanks between')
    .optional(),
  token_endpoint_auth_method: z.enum(['client_secret_post', 'client_secret_basic', 'private_key_jwt']).optional(),
}

export const tokenMembers = ['token_url', ...Object.keys(tokenClientShape)] as (keyof TokenMembers | 'token_url')[]

type TokenMembers = z.output<z.ZodObject<typeof tokenClientShape>>

/** What does not go together, by member. */
export function tokenClientProblems(given: Partial<Record<string, unknown>>): [member: string, problem: string][] {
  const has = (member: string) => given[member] !== undefined && given[member] !== null
  const named = tokenMembers.filter((member) => member !== 'token_url' && has(member))
  if (!has('token_url')) return named.map((member) => [member, 'belongs to a token_url, which is missing'])
  const method = given['token_endpoint_auth_method']
  return [
    ...(has('authorization_header')
      ? [['token_url', 'does not go with authorization_header: give one of the two'] as [string, string]]
      : []),
    ...(has('client_secret') && method === 'private_key_jwt'
      ? [['client_secret', 'does not go with private_key_jwt: we sign, and need no secret'] as [string, string]]
      : []),
    ...(!has('client_secret') && (method === 'client_secret_post' || method === 'client_secret_basic')
      ? [['client_secret', 'is missing: this way of showing who we are needs one'] as [string, string]]
      : []),
    ...(has('client_secret') && !has('client_id')
      ? [['client_id', 'is missing: a secret is a client’s'] as [string, string]]
      : []),
  ]
}

/** The receiver of GOV.UK One Login's Signal Exchange reads the secret in the body. */
export const tokenClientOf = (given: TokenMembers): TokenClient => ({
  ...(given.client_id !== undefined && { clientId: given.client_id }),
  ...(given.client_secret !== undefined && { secret: given.client_secret }),
  secretIn: given.token_endpoint_auth_method === 'client_secret_basic' ? 'header' : 'body',
  ...(given.scope !== undefined && { scope: given.scope }),
})
