import type { Request, Response } from 'express'
import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { countAdmins, findMemberOf, setStaffRole, type ListedMember } from '../../identity/staff/staff-store.ts'
import { agencyOf, staffOf, staffRoles } from '../../identity/staff/staff.ts'
import { inContext, type Db } from '../../shared/database.ts'
import { isUuid } from '../../shared/references.ts'
import { notFound } from '../../shared/refusal.ts'
import { textField } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { noteStaffDone } from '../staff-done.ts'
import { renderStaffPage } from '../staff-page.ts'
import { errorMessages } from './error-messages.ts'
import { roleItems } from './role-items.ts'
import type { ConsoleParts } from './routes.ts'
import { consoleWords } from './words.ts'

export async function showMember({ db }: ConsoleParts, req: Request, res: Response): Promise<void> {
  const agency = agencyOf(req)
  renderMember(req, res, await inContext(db, { agency }, (tx) => memberOf(tx, req)))
}

/** From the next page that they open. */
export async function changeRole({ db, clock }: ConsoleParts, req: Request, res: Response): Promise<void> {
  const agency = agencyOf(req)
  const { errors: words } = consoleWords[req.language].invitation
  const role = staffRoles.find((one) => one === textField(req.body, 'role'))
  const { member, message, changed } = await inContext(db, { agency }, async (tx) => {
    const admins = await countAdmins(tx, agency)
    const member = await memberOf(tx, req)
    if (!role) return { member, message: words.role }
    if (role === member.role) return { member, changed: false }
    if (isLastAdmin(member, admins)) return { member, message: consoleWords[req.language].member.lastAdmin }
    await setStaffRole(tx, member.id, role)
    const detail = { from: member.role, to: role }
    const done = { action: 'member-role-changed', target: member.id, detail, at: clock() }
    await recordAction(tx, { staff: staffOf(req), ...done })
    return { member, changed: true }
  })
  if (message) return renderMember(req, res, member, [{ field: 'role', message }])
  if (changed) noteStaffDone(req, 'member-role-changed')
  res.redirect(303, '/agency/people')
}

/** @throws Refusal `not-found` for somebody of another agency, and for nobody. */
export async function memberOf(tx: Db, req: Request): Promise<ListedMember> {
  const { id } = req.params
  const member = typeof id === 'string' && isUuid(id) ? await findMemberOf(tx, agencyOf(req), id) : undefined
  if (!member) throw notFound()
  return member
}

/** Without one nobody could ever invite another. */
export const isLastAdmin = ({ role }: Pick<ListedMember, 'role'>, admins: number) => role === 'admin' && admins <= 1

function renderMember(req: Request, res: Response, member: ListedMember, errors: FieldError[] = []): void {
  const { member: words, back } = consoleWords[req.language]
  renderStaffPage(req, res, 'oversight/console/member.njk', {
    ...{ title: words.title(member.name), words, back, errors, backLink: '/agency/people' },
    ...{ action: req.path, removal: `${req.path}/removal`, email: member.email },
    roles: roleItems(member.role, req.language),
    errorOf: errorMessages(errors, req.language),
  })
}
