import type { JSONWebKeySet } from 'jose'
import type { ServerMetadata } from 'openid-client'
import { z } from 'zod'

export type Metadata = ServerMetadata & { jwks_uri: string }

const jwks = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) })

const metadata = z.looseObject({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  userinfo_endpoint: z.url(),
  jwks_uri: z.url(),
  end_session_endpoint: z.url().optional(),
})

/** OpenID Connect Discovery 1.0, section 4.3: the issuer is exactly the one that was asked for. */
export function parseMetadata(document: unknown, issuer: string): Metadata {
  const found = metadata.parse(document)
  if (found.issuer !== issuer) throw new Error('The discovery document is of another issuer')
  return found as Metadata
}

export const parseKeys = (document: unknown) => jwks.parse(document) as JSONWebKeySet
