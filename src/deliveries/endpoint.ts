import type { GrantedSubscription } from '../subscriptions/grants-store.ts'
import { headerPlace, tokenClientPlace, type TokenClient } from '../subscriptions/subscription.ts'
import { openSetting, type Vault } from '../vault/vault.ts'

/** Where a stream is pushed to, and how we show there who we are. */
export interface Endpoint {
  subscriptionId: string
  url: string
  /** Sent exactly as the receiver gave it. */
  authorization?: string | undefined
  /** Where we get an access token instead, and as whom. */
  tokens?: { url: string; client: TokenClient } | undefined
}

export type SealedEndpoint = Pick<
  GrantedSubscription,
  'id' | 'endpointUrl' | 'authorizationHeader' | 'tokenUrl' | 'tokenClient'
>

// A batch has one row of each stream, and many deliveries for it: opened once, and gone with the batch.
const opened = new WeakMap<SealedEndpoint, Endpoint>()

/** @throws SealBroken, KeyMissing when what the receiver gave does not open. */
export function openEndpoint(vault: Vault, sealed: SealedEndpoint): Endpoint {
  const endpoint = opened.get(sealed) ?? openSealed(vault, sealed)
  opened.set(sealed, endpoint)
  return endpoint
}

function openSealed(vault: Vault, sealed: SealedEndpoint): Endpoint {
  const { id, endpointUrl, authorizationHeader: header, tokenUrl: url, tokenClient: client } = sealed
  return {
    subscriptionId: id,
    url: endpointUrl ?? '',
    authorization: header ? openSetting<string>(vault, header, headerPlace(id)) : undefined,
    // A stream of before there were clients has an address for tokens alone.
    tokens: url === null ? undefined : { url, client: client ? openClient(vault, id, client) : { secretIn: 'body' } },
  }
}

const openClient = (vault: Vault, id: string, client: Buffer) =>
  openSetting<TokenClient>(vault, client, tokenClientPlace(id))

/** Of a stream `s`, for whoever claims something that is to be pushed to it. */
export const ENDPOINT_COLUMNS = 's.endpoint_url, s.authorization_header, s.token_url, s.token_client'

export interface EndpointRow {
  subscription_id: string
  endpoint_url: string
  authorization_header: Buffer | null
  token_url: string | null
  token_client: Buffer | null
}

export const sealedEndpoint = (row: EndpointRow): SealedEndpoint => ({
  id: row.subscription_id,
  endpointUrl: row.endpoint_url,
  authorizationHeader: row.authorization_header,
  tokenUrl: row.token_url,
  tokenClient: row.token_client,
})
