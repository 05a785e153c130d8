import { createPrivateKey, createPublicKey } from 'node:crypto'
import type { JWK } from 'jose'

/** What an OpenID provider knows us by. */
export interface OidcClient {
  /** Ours, without a slash at the end. The callback is rebuilt from it, never from a request's Host. */
  baseUrl: string
  clientId: string
  /** RSA, in PEM. */
  privateKey: string
  keyId: string
  /** The provider's issuer, exactly: a trailing slash is part of it. */
  issuer: string
  /** In production nothing is fetched over http, not even from this machine. */
  production: boolean
}

/** The same for One Login, and what we know of it. Each setting stands alone; none is derived from another. */
export interface RelyingParty extends OidcClient {
  identityIssuer: string
  didUrl: string
  didId: string
}

export const callbackUrl = ({ baseUrl }: RelyingParty) => `${baseUrl}/auth/callback`
export const signedOutUrl = ({ baseUrl }: RelyingParty) => `${baseUrl}/signed-out`

/** Our public signing keys for One Login: RSA only, nothing else stands in this set. */
export function publicKeys({ privateKey, keyId }: Pick<RelyingParty, 'privateKey' | 'keyId'>): { keys: JWK[] } {
  const { kty, n, e } = createPublicKey(privateKey).export({ format: 'jwk' }) as { kty: 'RSA'; n: string; e: string }
  return { keys: [{ kty, n, e, kid: keyId, alg: 'RS256', use: 'sig' }] }
}

/** The key that signs our client assertions (RS256). */
export function assertionKey({ privateKey }: OidcClient) {
  return createPrivateKey(privateKey).toCryptoKey({ name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, false, ['sign'])
}

/** https anywhere; http on this machine only, and outside production only. */
export function mayFetch(url: string, production: boolean): boolean {
  const { protocol, hostname } = new URL(url)
  if (protocol === 'https:') return true
  return !production && protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}
