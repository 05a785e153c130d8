import type { JWK } from 'jose'
import { z } from 'zod'

/** The DID document of One Login's identity part, as far as we rely on it. */
export interface DidDocument {
  id: string
  keys: { id: string; publicKey: JWK }[]
}

const document = z.object({
  id: z.string(),
  assertionMethod: z.array(z.object({ id: z.string(), publicKeyJwk: z.looseObject({ kty: z.string() }) })),
})

/** @throws when it is not a DID document or not the one that is pinned in the settings. */
export function parseDidDocument(text: unknown, pinnedId: string): DidDocument {
  const { id, assertionMethod } = document.parse(text)
  if (id !== pinnedId) throw new Error('The DID document is of another controller')
  return { id, keys: assertionMethod.map((method) => ({ id: method.id, publicKey: method.publicKeyJwk })) }
}

/** The part before the `#` of a key id. A key id without one has no controller. */
export const controllerOf = (kid: string) => (kid.includes('#') ? kid.slice(0, kid.indexOf('#')) : undefined)

export const keyIn = (did: DidDocument, kid: string) => did.keys.find((key) => key.id === kid)?.publicKey
