import { importJWK, SignJWT, type CryptoKey } from 'jose'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { createBreaker, type Breaker } from '../../shared/breaker.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Logger } from '../../shared/log.ts'
import type { PersonName } from '../../shared/names.ts'
import type { NationalIdentifier } from '../../vault/national-identifier.ts'
import { algorithmOf, currentKey, type SigningJwk } from '../../vault/signing-keys.ts'
import type { Confirmer } from './claim-store.ts'
import type { Confirmation } from './claim.ts'

/** A yes/no question to the body that knows such numbers: is this one that person's? */
export interface NumberQuestion {
  number: NationalIdentifier
  names: readonly PersonName[]
  birthDate: string
}

export type AskBody = (confirmer: Confirmer, question: NumberQuestion) => Promise<Confirmation>

export interface AskBodyParts {
  baseUrl: string
  signingKeys: readonly SigningJwk[]
  clock: Clock
  logger: Logger
  /** To public addresses only, without redirects, bounded in time. */
  fetch: typeof globalThis.fetch
}

/**
 * Over HTTP: a signed token (`number-question+jwt`) with the number, the proved name and birth date is posted, and
 * `{"confirmed": true}` or `false` comes back. Whatever else happens is no answer. A body that does not answer three
 * times is left alone for a while.
 */
export function askBodyOverHttp({ baseUrl, signingKeys, clock, logger, fetch }: AskBodyParts): AskBody {
  const breakers = new Map<string, Breaker>()
  const breakerOf = (id: string) => breakers.get(id) ?? breakers.set(id, createBreaker(clock)).get(id)
  return async ({ agencyId, url }, question) => {
    const breaker = breakerOf(agencyId)
    if (breaker?.mayAsk() === false) return 'no-answer'
    try {
      const body = await signed({ baseUrl, signingKeys, clock }, agencyId, question)
      const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/jwt' }, body })
      const { confirmed } = answer.parse(await response.json())
      if (response.status !== 200) throw new Error(`status ${response.status}`)
      breaker?.settle(true)
      return confirmed ? 'yes' : 'no'
    } catch (error) {
      breaker?.settle(false)
      // What it was about stays out of the log: an error may quote it.
      logger.warn(
        { agency: agencyId, kind: error instanceof Error ? error.name : 'unknown' },
        'a body confirmed nothing',
      )
      return 'no-answer'
    }
  }
}

const answer = z.object({ confirmed: z.boolean() })

async function signed(
  { baseUrl, signingKeys, clock }: Pick<AskBodyParts, 'baseUrl' | 'signingKeys' | 'clock'>,
  agencyId: string,
  { number, names, birthDate }: NumberQuestion,
): Promise<string> {
  const jwk = currentKey(signingKeys)
  const key = (await importJWK(jwk, algorithmOf(jwk))) as CryptoKey
  return new SignJWT({ number: { type: number.idType, value: number.id }, names, birth_date: birthDate })
    .setProtectedHeader({ alg: algorithmOf(jwk), kid: jwk.kid, typ: 'number-question+jwt' })
    .setIssuer(baseUrl)
    .setAudience(agencyId)
    .setJti(uuidv7())
    .setIssuedAt(clock())
    .setExpirationTime(new Date(clock().getTime() + LIFETIME))
    .sign(key)
}

// In milliseconds: long enough for clocks that differ.
const LIFETIME = 120_000
