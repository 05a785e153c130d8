import type { Request, Response } from 'express'
import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { countAdmins, removeStaffMember, type ListedMember } from '../../identity/staff/staff-store.ts'
import { agencyOf, staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { noteStaffDone } from '../staff-done.ts'
import { isLastAdmin, memberOf } from './member.ts'
import { readReason, type Reason } from './reason.ts'
import { renderReasoned } from './reasoned-page.ts'
import type { ConsoleParts } from './routes.ts'
import { consoleWords } from './words.ts'

export async function showRemoval({ db }: ConsoleParts, req: Request, res: Response): Promise<void> {
  const agency = agencyOf(req)
  renderRemoval(req, res, await inContext(db, { agency }, (tx) => memberOf(tx, req)))
}

/** From the next page that they would open. What they did stays on record under their name. */
export async function removeMember({ db, clock }: ConsoleParts, req: Request, res: Response): Promise<void> {
  const agency = agencyOf(req)
  const reason = readReason(req.body, req.language)
  const { lastAdmin } = consoleWords[req.language].member
  const { member, errors } = await inContext(db, { agency }, async (tx) => {
    const admins = await countAdmins(tx, agency)
    const member = await memberOf(tx, req)
    if (isLastAdmin(member, admins)) return { member, errors: [{ field: 'reason', message: lastAdmin }] }
    if (reason.errors.length > 0) return { member, errors: reason.errors }
    const at = clock()
    await removeStaffMember(tx, member.id, at)
    const done = { action: 'member-removed', target: member.id, reason: reason.text, at }
    await recordAction(tx, { staff: staffOf(req), ...done })
    return { member, errors: [] }
  })
  if (errors.length > 0) return renderRemoval(req, res, member, { ...reason, errors })
  noteStaffDone(req, 'member-removed')
  res.redirect(303, '/agency/people')
}

function renderRemoval(req: Request, res: Response, member: ListedMember, tried?: Reason): void {
  const { removal: words } = consoleWords[req.language]
  renderReasoned(req, res, { ...words, title: words.title(member.name) }, { backLink: '/agency/people', tried })
}
