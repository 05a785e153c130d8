import type { Request, Response } from 'express'
import type { Db } from '../shared/database.ts'
import { KeyMissing, SealBroken } from '../vault/sealing.ts'
import { openSetting, sealSetting, type Vault } from '../vault/vault.ts'
import { findAccount, findOrCreateAccount, storeIdentity } from './account-store.ts'
import type { OneLogin } from './one-login.ts'
import { storeContact } from './contact-store.ts'
import { OneLoginUnavailable } from './outbound.ts'
import { showProblem } from './pages.ts'
import { remember, take, type PendingSignIn } from './pending-sign-in.ts'
import { HOME, safePath } from './return-path.ts'
import { renewSession, saveSession, startAfresh } from './session.ts'
import { finishSignIn, startSignIn, type Destination, type SignIn } from './sign-in.ts'

export interface IdentityParts {
  db: Db
  vault: Vault
  oneLogin: OneLogin
}

/** Sends the browser to One Login; what comes back is held against what the session remembers. */
export async function depart(
  { oneLogin }: IdentityParts,
  req: Request,
  res: Response,
  destination: Omit<Destination, 'language'>,
): Promise<void> {
  try {
    const { url, state, pending } = await startSignIn(oneLogin, { ...destination, language: req.language })
    remember(req.session, state, pending)
    await saveSession(req)
    res.redirect(303, url.href)
  } catch (error) {
    if (!(error instanceof OneLoginUnavailable)) throw error
    req.log.warn({ err: error }, 'One Login did not answer')
    showProblem(req, res, 'busy')
  }
}

/** One Login's answer. A state that this session does not remember, or remembers from too long ago, is no sign-in. */
export async function arrive(parts: IdentityParts, req: Request, res: Response): Promise<void> {
  const search = new URL(req.originalUrl, 'http://here.invalid').searchParams
  const state = search.getAll('state')
  const pending = state.length === 1 ? take(req.session, state[0], parts.oneLogin.clock()) : undefined
  if (!pending) return showProblem(req, res, 'expired')
  // It has been used, whatever comes of it.
  await saveSession(req)
  const signIn = await finishSignIn(parts.oneLogin, pending, search)
  if (signIn.kind === 'stopped') return stop(req, res, signIn)
  if (signIn.kind === 'authenticated') return letIn(parts, req, res, { signIn, pending })
  await stepUp(parts, req, res, { signIn, pending })
}

async function stop(
  req: Request,
  res: Response,
  { reason, alert, endsSession, problem }: SignIn & { kind: 'stopped' },
) {
  if (alert) req.log.error({ alert: 'sign-in', reason }, 'a sign-in was stopped')
  else req.log.info({ reason }, 'a sign-in was stopped')
  if (endsSession) await startAfresh(req)
  showProblem(req, res, problem)
}

interface Arrival<Kind extends SignIn['kind']> {
  signIn: SignIn & { kind: Kind }
  pending: PendingSignIn
}

async function letIn(parts: IdentityParts, req: Request, res: Response, arrival: Arrival<'authenticated'>) {
  const { signIn, pending } = arrival
  const accountId = await findOrCreateAccount(parts.db, parts.vault, loginOf(parts, signIn))
  const now = parts.oneLogin.clock().getTime()
  const { returnTo, inPerson = false } = pending
  await renewSession(req, {
    accountId,
    proved: false,
    signedInAt: now,
    lastSeenAt: now,
    idToken: sealIdToken(parts.vault, accountId, signIn.idToken),
    ...(inPerson && { backInPerson: true, returnTo }),
  })
  if (inPerson) return res.redirect(303, '/auth/landing')
  await depart(parts, req, res, { step: 'identity', returnTo })
}

async function stepUp(parts: IdentityParts, req: Request, res: Response, arrival: Arrival<'proved' | 'not-proved'>) {
  const { signIn, pending } = arrival
  const { accountId, signedInAt } = req.session
  const account = await findAccount(parts.db, parts.vault, loginOf(parts, signIn))
  if (!account || account !== accountId || signedInAt === undefined) {
    // Somebody else came back than the person who left: two people must never meet in one session.
    await startAfresh(req)
    return showProblem(req, res, 'expired')
  }
  const at = parts.oneLogin.clock()
  await storeContact(parts.db, parts.vault, account, signIn.contact)
  const proved = signIn.kind === 'proved'
  if (proved) await storeIdentity(parts.db, parts.vault, account, { identity: signIn.identity, at })
  const idToken = sealIdToken(parts.vault, account, signIn.idToken)
  await renewSession(req, { accountId: account, proved, signedInAt, lastSeenAt: at.getTime(), idToken })
  if (proved) return res.redirect(303, safePath(pending.returnTo))
  showProblem(req, res, 'not-proved', { evidence: signIn.returnCodes.length > 0 })
}

/** Where the person was going when they were asked to sign in. Asked once, then forgotten. */
export function takeReturnPath(req: Request): string {
  const { returnTo = HOME } = req.session
  delete req.session.returnTo
  return safePath(returnTo)
}

/** Undefined too when the key that sealed it has been retired: nobody must be kept from signing out by that. */
export function openIdToken(vault: Vault, { accountId, idToken }: Request['session']): string | undefined {
  if (accountId === undefined || idToken === undefined) return undefined
  try {
    return openSetting<string>(vault, Buffer.from(idToken, 'base64'), idTokenPlace(accountId))
  } catch (error) {
    if (error instanceof KeyMissing || error instanceof SealBroken) return undefined
    throw error
  }
}

const sealIdToken = (vault: Vault, accountId: string, idToken: string) =>
  sealSetting(vault, idToken, idTokenPlace(accountId)).toString('base64')

const idTokenPlace = (row: string) => ({ table: 'sessions', column: 'idToken', row })

const loginOf = ({ oneLogin }: IdentityParts, { sub }: { sub: string }) => ({
  issuer: oneLogin.relyingParty.issuer,
  sub,
})
