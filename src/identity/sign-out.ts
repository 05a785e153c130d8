import { buildEndSessionUrl, randomState } from 'openid-client'
import type { OneLogin } from './one-login.ts'
import { signedOutUrl } from './relying-party.ts'

// One Login's firewall refuses longer ones.
const LONGEST_QUERY = 2048

/** Where a browser goes to leave One Login too; our own page when that cannot be. */
export async function leavingUrl(oneLogin: OneLogin, idToken: string | undefined): Promise<string> {
  const ours = signedOutUrl(oneLogin.relyingParty)
  if (!idToken) return ours
  const configuration = await oneLogin.configuration().catch(() => undefined)
  if (!configuration?.serverMetadata().end_session_endpoint) return ours
  const url = buildEndSessionUrl(configuration, {
    id_token_hint: idToken,
    post_logout_redirect_uri: ours,
    state: randomState(),
  })
  return url.search.length <= LONGEST_QUERY ? url.href : ours
}
