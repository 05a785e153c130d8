import { createPublicKey } from 'node:crypto'
import type { JWK } from 'jose'

/** A private key, EC P-256 or RSA. */
export interface SigningJwk {
  kid: string
  kty: string
  d: string
  [name: string]: unknown
}

/** The public halves of signing keys, as a JWKS publishes them: built from what is public, never by leaving out. */
export function publicKeys(signingKeys: readonly SigningJwk[]): JWK[] {
  return signingKeys.map((key) => ({
    ...createPublicKey({ key, format: 'jwk' }).export({ format: 'jwk' }),
    kid: key.kid,
    alg: algorithmOf(key),
    use: 'sig',
  }))
}

/**
 * Of several keys the first one signs, or the first for this algorithm where there is one; the others are published
 * while what they signed is still believed.
 */
export function currentKey(signingKeys: readonly SigningJwk[], algorithm?: Algorithm): SigningJwk {
  const key = signingKeys.find((one) => algorithmOf(one) === algorithm) ?? signingKeys[0]
  if (!key) throw new Error('There is no key to sign with')
  return key
}

/** ES256 by default; RS256 costs about twenty times more to sign, and is for receivers that know nothing else. */
export const algorithmOf = (key: SigningJwk): Algorithm => (key.kty === 'RSA' ? 'RS256' : 'ES256')

export const algorithms = ['ES256', 'RS256'] as const
export type Algorithm = (typeof algorithms)[number]
