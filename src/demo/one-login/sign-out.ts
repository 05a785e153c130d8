import type { Client, KoaContextWithOIDC } from 'oidc-provider'

/** Clients can send logout tokens; the published types of oidc-provider leave the method out. */
type TalkingClient = Client & { backchannelLogout(accountId: string, sid: string): Promise<unknown> }

/**
 * GOV.UK One Login signs a person out at once, where oidc-provider would ask first: tell every service that the
 * person used, end the session, and go where the service asked.
 */
export async function signOutAtOnce(ctx: KoaContextWithOIDC): Promise<void> {
  const { session, params, provider } = ctx.oidc
  if (!session) return
  const clientIds = Object.keys(session.authorizations ?? {})
  await Promise.all(clientIds.map((id) => tell(ctx, id)))
  await session.destroy()
  ctx.cookies.set(provider.cookieName('session'), null)
  ctx.status = 303
  ctx.redirect(destination(params, provider.urlFor('end_session_success')))
}

/**
 * With nobody signed in (a restarted simulator, an ended session) oidc-provider would show a form that needs
 * JavaScript; it has checked the request by then, so that the person can be sent on.
 */
export async function signOutWithoutSession(ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> {
  await next()
  const nobody = ctx.path === '/logout' && ctx.status === 200 && ctx.oidc?.session && !ctx.oidc.session.accountId
  if (nobody) await signOutAtOnce(ctx)
}

async function tell({ oidc: { provider, session } }: KoaContextWithOIDC, clientId: string) {
  const client = (await provider.Client.find(clientId)) as TalkingClient | undefined
  const sid = session?.sidFor(clientId)
  if (!client?.backchannelLogoutUri || !session?.accountId || !sid) return
  // A service that cannot be reached must not keep a person signed in here.
  await client.backchannelLogout(session.accountId, sid).catch(() => undefined)
}

function destination(params: Record<string, unknown> | undefined, otherwise: string): string {
  const wanted = params?.['post_logout_redirect_uri']
  if (typeof wanted !== 'string') return otherwise
  const url = new URL(wanted)
  if (typeof params?.['state'] === 'string') url.searchParams.set('state', params['state'])
  return url.href
}
