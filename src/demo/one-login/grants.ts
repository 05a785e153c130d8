import { errors, type KoaContextWithOIDC } from 'oidc-provider'
import { identityClaims } from './accounts.ts'
import { findPersona } from './personas.ts'

const AUTHENTICATION = '["Cl.Cm"]'
const IDENTITY = '["Cl.Cm.P2"]'

export function onlyKnownVectors(_ctx: KoaContextWithOIDC, vtr: string | undefined) {
  if (vtr === undefined || vtr === AUTHENTICATION || vtr === IDENTITY) return
  throw new errors.InvalidRequest('Request vtr not valid')
}

/** One Login asks for no consent: what the request names is granted, unless the person walks away from identity. */
export async function grantWhatIsAsked({ oidc }: KoaContextWithOIDC) {
  const { client, session, account, params, provider } = oidc
  if (!client || !account) return undefined
  const asksForIdentity = params?.['vtr'] === IDENTITY
  if (asksForIdentity && findPersona(account.accountId)?.identity === 'cancelled') {
    throw new errors.AccessDenied('the person did not prove their identity')
  }
  const grantId = session?.grantIdFor(client.clientId)
  const known = grantId ? await provider.Grant.find(grantId) : undefined
  const grant = known ?? new provider.Grant({ clientId: client.clientId, accountId: account.accountId })
  grant.addOIDCScope('openid email phone')
  if (asksForIdentity) grant.addOIDCClaims(identityClaims)
  await grant.save()
  return grant
}
