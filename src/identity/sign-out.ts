import { buildEndSessionUrl, randomState } from 'openid-client'
import type { Provider } from './provider.ts'

// One Login's firewall refuses longer ones.
const LONGEST_QUERY = 2048

/** Where a browser goes to leave the provider too; `ours`, our own page, when that cannot be. */
export async function leavingUrl(provider: Provider, idToken: string | undefined, ours: string): Promise<string> {
  if (!idToken) return ours
  const configuration = await provider.configuration().catch(() => undefined)
  if (!configuration?.serverMetadata().end_session_endpoint) return ours
  const url = buildEndSessionUrl(configuration, {
    id_token_hint: idToken,
    post_logout_redirect_uri: ours,
    state: randomState(),
  })
  return url.search.length <= LONGEST_QUERY ? url.href : ours
}
