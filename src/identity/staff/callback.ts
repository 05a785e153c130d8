import type { Request, Response } from 'express'
import type { Db } from '../../shared/database.ts'
import { KeyMissing, SealBroken } from '../../vault/sealing.ts'
import { openSetting, sealSetting, type Vault } from '../../vault/vault.ts'
import { OneLoginUnavailable } from '../outbound.ts'
import { remember, take } from '../pending-sign-in.ts'
import { safePath } from '../return-path.ts'
import { renewSession, saveSession, startAfresh } from '../session.ts'
import { showStaffProblem, staffProblems, type StaffProblem } from './pages.ts'
import type { StaffProvider } from './staff-provider.ts'
import { finishStaffSignIn, startStaffSignIn, type SignedInStaff } from './staff-sign-in.ts'
import { findStaffMember, signInStaff } from './staff-login-store.ts'
import { homeOf } from './staff.ts'

export interface StaffParts {
  db: Db
  vault: Vault
  staffProvider: StaffProvider
}

/** Sends the browser to the provider; what comes back is held against what the session remembers. */
export async function depart({ staffProvider }: StaffParts, req: Request, res: Response): Promise<void> {
  const { staffReturnTo: returnTo = '', staffSignIns = {} } = req.session
  try {
    const { url, state, pending } = await startStaffSignIn(staffProvider, { language: req.language, returnTo })
    const holder = { signIns: staffSignIns }
    remember(holder, state, pending)
    delete req.session.staffReturnTo
    req.session.staffSignIns = holder.signIns
    await saveSession(req)
    res.redirect(303, url.href)
  } catch (error) {
    if (!(error instanceof OneLoginUnavailable)) throw error
    req.log.warn({ err: error }, 'the provider of staff did not answer')
    showStaffProblem(req, res, 'busy')
  }
}

/** The provider's answer. A state that this session does not remember, or from too long ago, is no sign-in. */
export async function arrive(parts: StaffParts, req: Request, res: Response): Promise<void> {
  const { searchParams: search } = new URL(req.originalUrl, 'http://here.invalid')
  const states = search.getAll('state')
  const holder = { signIns: req.session.staffSignIns ?? {} }
  const pending = states.length === 1 ? take(holder, states[0], parts.staffProvider.clock()) : undefined
  if (!pending) return showStaffProblem(req, res, 'expired')
  req.session.staffSignIns = holder.signIns
  await saveSession(req)
  const signIn = await finishStaffSignIn(parts.staffProvider, pending, search)
  if (signIn.kind === 'signed-in') return letIn(parts, req, res, { signIn, returnTo: pending.returnTo })
  const { reason, alert, endsSession, problem } = signIn
  if (alert) req.log.error({ alert: 'staff-sign-in', reason }, 'a sign-in of staff was stopped')
  else req.log.info({ reason }, 'a sign-in of staff was stopped')
  if (endsSession) await startAfresh(req)
  showStaffProblem(req, res, isStaffProblem(problem) ? problem : 'failed')
}

const isStaffProblem = (problem: string): problem is StaffProblem => staffProblems.some((known) => known === problem)

/** A new session, which knows nothing of the old one: whoever was signed in here as a citizen no longer is. */
async function letIn(
  { db, vault, staffProvider }: StaffParts,
  req: Request,
  res: Response,
  { signIn, returnTo }: { signIn: SignedInStaff; returnTo: string },
): Promise<void> {
  const now = staffProvider.clock()
  const staffId = await signInStaff(db, signIn, now)
  const member = staffId === undefined ? undefined : await findStaffMember(db, staffId)
  if (!member) {
    req.log.info('somebody whom nobody invited signed in for work')
    // Kept so that they can leave the provider, which would otherwise let them in again as the same person.
    await renewSession(req, { idToken: sealIdToken(vault, signIn) })
    return showStaffProblem(req, res, 'not-known')
  }
  const [signedInAt, lastSeenAt] = [now.getTime(), now.getTime()]
  const idToken = sealIdToken(vault, signIn, member.id)
  await renewSession(req, { staffId: member.id, signedInAt, lastSeenAt, idToken })
  const home = homeOf(member)
  const wanted = safePath(returnTo)
  res.redirect(303, wanted === home || wanted.startsWith(`${home}/`) ? wanted : home)
}

/** Undefined too when the key that sealed it has been retired: nobody must be kept from signing out by that. */
export function openIdToken(vault: Vault, { staffId, idToken }: Request['session']): string | undefined {
  if (idToken === undefined) return undefined
  try {
    return openSetting<string>(vault, Buffer.from(idToken, 'base64'), idTokenPlace(staffId))
  } catch (error) {
    if (error instanceof KeyMissing || error instanceof SealBroken) return undefined
    throw error
  }
}

const sealIdToken = (vault: Vault, { idToken }: SignedInStaff, staffId?: string) =>
  sealSetting(vault, idToken, idTokenPlace(staffId)).toString('base64')

const idTokenPlace = (row = 'nobody') => ({ table: 'sessions', column: 'staffIdToken', row })
