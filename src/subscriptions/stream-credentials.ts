import { Refusal } from '../shared/refusal.ts'
import { sealSetting, type Vault } from '../vault/vault.ts'
import type { RequestedDelivery } from './stream-request.ts'
import { PUSH, type ReceiverStream } from './stream.ts'
import { headerPlace, tokenClientPlace, type TokenClient } from './subscription.ts'
import { tokenClientOf } from './token-client-entry.ts'

type RequestedPush = Extract<RequestedDelivery, { method: typeof PUSH }>

/**
 * Credentials of which none is named stay, as nobody is ever shown them to give them back: where the stream is pushed to
 * the same server. To another one they are never shown unless they are given anew.
 */
export const keepsCredentials = (stream: ReceiverStream, delivery: RequestedPush): boolean =>
  originOf(delivery.endpoint_url) === originOf(stream.endpointUrl) && !namesCredentials(delivery, stream.tokenUrl)

/** How a stream is delivered, as its receiver asks; what it is to be shown is sealed. */
export function deliveredBy(
  { vault, baseUrl }: { vault: Vault; baseUrl: string },
  { id, agencyId }: Pick<ReceiverStream, 'id' | 'agencyId'>,
  delivery: RequestedDelivery | null,
) {
  if (delivery?.method !== PUSH) {
    return { method: 'poll', endpointUrl: null, authorizationHeader: null, tokenUrl: null, tokenClient: null } as const
  }
  const { endpoint_url: endpointUrl, authorization_header: header, token_url: tokenUrl = null } = delivery
  const authorizationHeader = header == null ? null : sealSetting(vault, header, headerPlace(id))
  const client = tokenUrl === null ? null : clientFor(tokenClientOf(delivery), baseUrl, agencyId)
  const tokenClient = client && sealSetting(vault, client, tokenClientPlace(id))
  return { method: 'push', endpointUrl, authorizationHeader, tokenUrl, tokenClient } as const
}

/**
 * Where we sign who we are, the token endpoint takes our word for it, and every body's takes the same keys. So we never
 * are to it what we are to another body: one that named another's token endpoint would be shown a token of theirs.
 *
 * @throws Refusal `invalid` for an id that is ours, or that we have with another body
 */
function clientFor(client: TokenClient, baseUrl: string, agencyId: string): TokenClient {
  if (client.secret !== undefined) return client
  const ours = `${baseUrl}/agencies/${agencyId}`
  const { clientId = ours } = client
  if (clientId.startsWith(baseUrl) && clientId !== ours) {
    const errors = [{ field: 'delivery.client_id', message: `must be yours to give, or ${ours}` }]
    throw new Refusal('invalid', 'The stream was refused', { errors })
  }
  return { ...client, clientId }
}

/** What we show of them may come back as it stands, and then names nothing new. */
function namesCredentials(delivery: RequestedPush, shown: string | null) {
  const { authorization_header, token_url, client_id, client_secret, scope, token_endpoint_auth_method } = delivery
  const named = [authorization_header, client_id, client_secret, scope, token_endpoint_auth_method]
  return (token_url !== undefined && token_url !== shown) || named.some((one) => one !== undefined)
}

const originOf = (address: string | null) => address && URL.parse(address)?.origin
