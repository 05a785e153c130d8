import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose'
import { z } from 'zod'

/** What a body knows of the service that tells it things: only its address, the rest is published there. */
export interface Transmitter {
  issuer: string
  keys: JWTVerifyGetKey
}

/** Asks for the published metadata (Shared Signals 1.0, section 7.1) when first needed, and again only after a failure. */
export function findTransmitter(baseUrl: string): () => Promise<Transmitter> {
  let found: Promise<Transmitter> | undefined
  return () => {
    found ??= fetchTransmitter(baseUrl)
    found.catch(() => (found = undefined))
    return found
  }
}

const metadata = z.object({ issuer: z.url(), jwks_uri: z.url() })

async function fetchTransmitter(baseUrl: string): Promise<Transmitter> {
  const response = await fetch(`${baseUrl}/.well-known/ssf-configuration`, { signal: AbortSignal.timeout(10_000) })
  if (!response.ok) throw new Error(`The service's metadata answered ${response.status}`)
  const { issuer, jwks_uri } = metadata.parse(await response.json())
  // Otherwise anybody's metadata could speak for anybody else.
  if (issuer !== baseUrl) throw new Error('The service’s metadata names another issuer')
  return { issuer, keys: createRemoteJWKSet(new URL(jwks_uri)) }
}
