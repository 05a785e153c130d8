import type { Request, Response } from 'express'
import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { agencyOf, staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { notFound } from '../../shared/refusal.ts'
import { noteStaffDone } from '../staff-done.ts'
import { listKeys, type ListedKey } from './keys.ts'
import { keysOf, lockKeys, setKeys, type AgencyKeys } from './keys-store.ts'
import { readReason, type Reason } from './reason.ts'
import { renderReasoned } from './reasoned-page.ts'
import type { ConsoleParts } from './routes.ts'
import { consoleWords } from './words.ts'

export async function showRevocation({ db }: ConsoleParts, req: Request, res: Response): Promise<void> {
  const agency = agencyOf(req)
  const keys = await inContext(db, { agency }, (tx) => keysOf(tx, agency))
  renderRevocation(req, res, await keyToRevoke(keys, req))
}

/** At once and for good: no program gets access by it, and what was got by it ends. */
export async function revokeKey({ db, clock }: ConsoleParts, req: Request, res: Response): Promise<void> {
  const agency = agencyOf(req)
  const reason = readReason(req.body, req.language)
  const unsaid = await inContext(db, { agency }, async (tx) => {
    const keys = await lockKeys(tx, agency)
    const revoking = await keyToRevoke(keys, req)
    if (reason.errors.length > 0) return revoking
    const { key } = revoking
    const at = clock()
    const revoked = [...keys.revoked, key.thumbprint]
    await setKeys(tx, agency, { ...keys, revoked }, { at, endTokens: true })
    const detail = { kid: key.kid }
    const done = { action: 'key-revoked', target: key.thumbprint, reason: reason.text, detail, at }
    await recordAction(tx, { staff: staffOf(req), ...done })
    return undefined
  })
  if (unsaid) return renderRevocation(req, res, unsaid, reason)
  noteStaffDone(req, 'key-revoked')
  res.redirect(303, '/agency/keys')
}

interface Revoking {
  key: ListedKey
  last: boolean
}

/** @throws Refusal `not-found` for a key of nobody here, and for one that has been revoked. */
async function keyToRevoke(keys: AgencyKeys, req: Request): Promise<Revoking> {
  const live = (await listKeys(keys)).filter(({ revoked }) => !revoked)
  const key = live.find(({ thumbprint }) => thumbprint === req.params['thumbprint'])
  if (!key) throw notFound()
  return { key, last: live.length === 1 }
}

function renderRevocation(req: Request, res: Response, { key, last }: Revoking, tried?: Reason): void {
  const { revocation: words } = consoleWords[req.language]
  const paragraphs = last ? [...words.paragraphs, words.last] : words.paragraphs
  renderReasoned(req, res, { ...words, title: words.title(key.kid), paragraphs }, { backLink: '/agency/keys', tried })
}
