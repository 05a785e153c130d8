import { createPrivateKey, sign } from 'node:crypto'
import { algorithmOf, algorithms, currentKey, type Algorithm, type SigningJwk } from '../vault/signing-keys.ts'
import { sideBySide } from './ecdsa-signature.ts'

export type SignSet = (claims: object, algorithm?: Algorithm) => string

/**
 * Signs Security Event Tokens (RFC 8417) as compact JWS, with our current key for the algorithm. node:crypto at once, on
 * this thread: for one token, or a few, that is less than handing it over costs.
 *
 * @param typ so that none is taken for a token of another kind (RFC 8725, section 3.11)
 */
export function setSigner(signingKeys: readonly SigningJwk[], typ = 'secevent+jwt'): SignSet {
  const sign = jsonSigner(signingKeys, typ)
  return (claims, algorithm) => sign(JSON.stringify(claims), algorithm)
}

/** The same for claims that are JSON already. */
export function jsonSigner(signingKeys: readonly SigningJwk[], typ = 'secevent+jwt') {
  const signers = Object.fromEntries(
    algorithms.map((algorithm) => [algorithm, signerWith(currentKey(signingKeys, algorithm), typ)]),
  ) as Record<Algorithm, (claims: string) => string>
  return (claims: string, algorithm: Algorithm = 'ES256') => signers[algorithm](claims)
}

/** As `iat` and `toe` have it. */
export const seconds = (time: Date) => Math.floor(time.getTime() / 1000)

function signerWith(jwk: SigningJwk, typ: string): (claims: string) => string {
  const key = createPrivateKey({ key: jwk, format: 'jwk' })
  const alg = algorithmOf(jwk)
  const header = encode(JSON.stringify({ alg, typ, kid: jwk.kid }))
  return (claims) => {
    const signed = `${header}.${encode(claims)}`
    const made = sign('sha256', Buffer.from(signed), key)
    const signature = alg === 'ES256' ? sideBySide(made) : made
    return `${signed}.${signature.toString('base64url')}`
  }
}

const encode = (json: string) => Buffer.from(json).toString('base64url')
