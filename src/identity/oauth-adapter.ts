import { errors, type Adapter, type AdapterFactory, type ClientMetadata } from 'oidc-provider'
import type { Db } from '../shared/database.ts'
import type { AgencyClient, FindAgency } from './agency-client.ts'
import { withImplied } from './agency-scopes.ts'
import { findArtifact, keepFirst } from './oauth-store.ts'

/**
 * Where oidc-provider looks up clients (the agencies, as they are at this moment) and remembers used assertions. With
 * client credentials alone it asks for nothing else, and nothing else is answered.
 */
export function oauthAdapter(db: Db, findAgency: FindAgency): AdapterFactory {
  return (model) => {
    if (model === 'Client')
      return { ...unused, find: async (id) => clientOf(id.includes('\0') ? undefined : await findAgency(id)) }
    if (model === 'ReplayDetection') return { ...unused, ...usedOnce(db, model) }
    return unused
  }
}

function clientOf(agency: AgencyClient | undefined): ClientMetadata | undefined {
  // Without any scope in its metadata oidc-provider would allow a client all of them.
  if (!agency?.active || agency.scopes.length === 0) return undefined
  return {
    client_id: agency.id,
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
    token_endpoint_auth_method: 'private_key_jwt',
    scope: withImplied(agency.scopes).join(' '),
    ...(agency.jwks ? { jwks: { keys: agency.jwks.keys } } : { jwks_uri: agency.jwksUri }),
  }
}

/** oidc-provider looks first and stores then; between the two another process may have seen the same assertion. */
function usedOnce(db: Db, model: string): Pick<Adapter, 'find' | 'upsert'> {
  return {
    find: (id) => findArtifact(db, model, id),
    async upsert(id, payload, expiresIn = 0) {
      if (await keepFirst(db, { model, id, payload, expiresIn })) return
      throw new errors.InvalidClientAuth('client assertion tokens must only be used once')
    },
  }
}

const nothing = () => Promise.resolve(undefined)

const unused: Adapter = {
  find: nothing,
  findByUid: nothing,
  findByUserCode: nothing,
  consume: nothing,
  destroy: nothing,
  revokeByGrantId: nothing,
  upsert: (id) => Promise.reject(new Error(`Not kept by this authorisation server: ${id.length} characters`)),
}
