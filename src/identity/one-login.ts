import { HOUR, type Clock } from '../shared/clock.ts'
import { cachedDocument, type CachedDocument } from './cached-document.ts'
import { parseDidDocument, type DidDocument } from './did-document.ts'
import { ID_TOKEN_ALGORITHM } from './id-token.ts'
import { oneLoginFetch, type Fetch } from './outbound.ts'
import { openProvider, type Provider } from './provider.ts'
import type { RelyingParty } from './relying-party.ts'

/** GOV.UK One Login as we use it. */
export interface OneLogin extends Provider {
  relyingParty: RelyingParty
  /** Keys of identities. */
  didDocument: CachedDocument<DidDocument>
}

export function openOneLogin(relyingParty: RelyingParty, options: { clock: Clock; fetch?: Fetch }): OneLogin {
  const { clock } = options
  const fetch = oneLoginFetch(relyingParty, options)
  const { didUrl, didId } = relyingParty
  const didDocument = cachedDocument({
    url: () => didUrl,
    maxAge: HOUR,
    parse: (document) => parseDidDocument(document, didId),
    fetch,
    clock,
  })
  const provider = openProvider(relyingParty, { clock, fetch, idTokenAlgorithm: ID_TOKEN_ALGORITHM })
  return { ...provider, relyingParty, didDocument }
}
