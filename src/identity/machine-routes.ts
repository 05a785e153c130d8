import express, { Router, type ErrorRequestHandler } from 'express'
import { inTransaction, type Db } from '../shared/database.ts'
import { MINUTE, later } from '../shared/clock.ts'
import { anyone } from '../web/access.ts'
import { refusalFrom } from '../web/problem.ts'
import { machineDoor } from '../web/site.ts'
import { findAccount } from './account-store.ts'
import type { IdentityParts } from './callback.ts'
import { checkLogoutToken, type LogoutCheck, type LogoutToken } from './logout-token.ts'
import type { OneLogin } from './one-login.ts'
import { publicKeys } from './relying-party.ts'
import { endAllSessions } from './session-store.ts'
import { useOnce } from './single-use-store.ts'

/** What One Login itself asks for: our keys, and that a person's sessions end. No session, no CSRF. */
export function identityMachineRoutes(parts: IdentityParts): Router {
  const router = Router()
  const keys = publicKeys(parts.oneLogin.relyingParty)

  router.get('/.well-known/jwks.json', anyone, (_req, res) => {
    res.set('Cache-Control', 'public, max-age=3600').json(keys)
  })

  const form = express.urlencoded({ extended: false, limit: '16kb', parameterLimit: 10 })
  router.post('/auth/back-channel-logout', anyone, form, async (req, res) => {
    const token = (req.body as Record<string, unknown> | undefined)?.['logout_token']
    const check = await verify(parts.oneLogin, token)
    const ended = check.kind === 'valid' && (await endSessions(parts, check.token))
    if (!ended) req.log.warn({ alert: 'logout-token', reason: reasonOf(check) }, 'a logout token was refused')
    res.sendStatus(ended ? 200 : 400)
  })
  router.use('/auth/back-channel-logout', unreadable)

  return machineDoor(router)
}

async function verify({ relyingParty, signingKeys, clock }: OneLogin, token: unknown): Promise<LogoutCheck> {
  const { issuer, clientId } = relyingParty
  const keys = await signingKeys.read().catch(() => undefined)
  if (!keys) return { kind: 'refused', reason: 'no keys to check it with' }
  const expected = { issuer, clientId, now: clock() }
  const check = await checkLogoutToken(token, { ...expected, keys })
  if (check.kind !== 'unknown-key') return check
  return checkLogoutToken(token, { ...expected, keys: await signingKeys.refetch() })
}

// One Login may send a token again for some minutes; a longer-lived token is remembered for as long as it lives.
const REMEMBERED = 3 * MINUTE

/** @returns false for a token that was seen before. */
async function endSessions({ db, vault, oneLogin }: IdentityParts, token: LogoutToken): Promise<boolean> {
  const now = oneLogin.clock()
  const { issuer } = oneLogin.relyingParty
  const expiresAt = new Date(Math.max(token.expiresAt.getTime(), later(now, REMEMBERED).getTime()))
  return inTransaction(db, async (tx: Db) => {
    const first = await useOnce(tx, { kind: 'logout-token', id: token.tokenId, expiresAt }, now)
    if (!first) return false
    const accountId = await findAccount(tx, vault, { issuer, sub: token.subject })
    if (accountId) await endAllSessions(tx, accountId)
    return true
  })
}

const reasonOf = (check: LogoutCheck) => (check.kind === 'refused' ? check.reason : check.kind)

/** A body that cannot be read is a bad logout token like any other. */
const unreadable: ErrorRequestHandler = (error, _req, res, next) => {
  if (refusalFrom(error)) res.sendStatus(400)
  else next(error)
}
