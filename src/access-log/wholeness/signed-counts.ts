import { compactVerify, createLocalJWKSet, errors, type JWK } from 'jose'
import { z } from 'zod'
import type { AgencyClient } from '../../identity/agency-client.ts'
import { withoutKeys } from '../../agencies/key-thumbprint.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import { Refusal } from '../../shared/refusal.ts'

/** How often a body used anybody's data on a day, over all its systems that report. */
export interface DailyCount {
  records: number
  /** Of these, what it gave to and got from other bodies, by their ids. */
  disclosedTo: Record<string, number>
  receivedFrom: Record<string, number>
}

const amount = z.int().min(0).max(1_000_000_000)
const byBody = z.record(z.string().min(1).max(80), amount).default({})

/** What the body signs. */
export const countsPayload = z.strictObject({
  iss: z.string(),
  aud: z.string(),
  date: z.string(),
  iat: z.int().optional(),
  records: amount,
  disclosed_to: byBody,
  received_from: byBody,
})

/**
 * Reads a JWS (RFC 7515, compact) signed by one of the body's own keys.
 *
 * @throws Refusal `invalid` that names the field.
 */
export async function readSignedCounts(
  jws: string,
  {
    body,
    date,
    baseUrl,
    fetch,
  }: { body: AgencyClient; date: CalendarDate; baseUrl: string; fetch: typeof globalThis.fetch },
): Promise<DailyCount> {
  const said = countsPayload.safeParse(await verified(jws, await keysOf(body, fetch)))
  if (!said.success) {
    const problems = said.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }))
    throw new Refusal('invalid', 'The counts were refused', { errors: problems })
  }
  const { iss, aud, date: signed, records, disclosed_to: disclosedTo, received_from: receivedFrom } = said.data
  if (iss !== body.id) throw refused('iss', 'must be your own id')
  if (aud !== baseUrl) throw refused('aud', `must be ${baseUrl}`)
  if (signed !== date) throw refused('date', 'must be the date of the address')
  return { records, disclosedTo, receivedFrom }
}

const refused = (field: string, message: string) =>
  new Refusal('invalid', 'The counts were refused', { errors: [{ field, message }] })

const ALGORITHMS = ['ES256', 'ES384', 'RS256', 'PS256', 'EdDSA']

async function verified(jws: string, keys: JWK[]): Promise<unknown> {
  try {
    const { payload } = await compactVerify(jws, createLocalJWKSet({ keys }), { algorithms: ALGORITHMS })
    return JSON.parse(Buffer.from(payload).toString('utf8'))
  } catch (error) {
    const why =
      error instanceof errors.JWKSNoMatchingKey ? 'is not signed by a key of yours' : 'is not a JWS that holds'
    throw refused('', why)
  }
}

async function keysOf({ jwks, jwksUri, revokedKeys = [] }: AgencyClient, fetch: typeof globalThis.fetch) {
  if (jwks) return jwks.keys as unknown as JWK[]
  if (jwksUri === undefined) return []
  try {
    const { keys } = z
      .object({ keys: z.array(z.record(z.string(), z.unknown())) })
      .parse(await (await fetch(jwksUri)).json())
    return (await withoutKeys(keys, revokedKeys)) as unknown as JWK[]
  } catch {
    throw new Refusal('unavailable', 'Your keys cannot be read at jwks_uri')
  }
}
