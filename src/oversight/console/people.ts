import type { Request, Response } from 'express'
import { z } from 'zod'
import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { addStaffMember, listStaff, writeToInvited } from '../../identity/staff/staff-store.ts'
import { agencyOf, staffOf, staffRoles, type StaffRole } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { formatDateTime } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { textField, type FormBody } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { noteStaffDone } from '../staff-done.ts'
import { renderStaffPage } from '../staff-page.ts'
import { errorMessages } from './error-messages.ts'
import { roleItems } from './role-items.ts'
import type { ConsoleParts } from './routes.ts'
import { consoleWords } from './words.ts'

const LONGEST_NAME = 120

export async function showPeople({ db }: ConsoleParts, req: Request, res: Response): Promise<void> {
  const { people: words } = consoleWords[req.language]
  const agency = agencyOf(req)
  const members = await inContext(db, { agency }, (tx) => listStaff(tx, agency))
  renderStaffPage(req, res, 'oversight/console/people.njk', {
    ...{ title: words.title, words, roles: staffRoles },
    members: members.map(({ id, name, email, role, lastSeenAt }) => ({
      ...{ id, name, email, role: words.roles[role], isYou: id === staffOf(req).id },
      seen: lastSeenAt ? formatDateTime(lastSeenAt, req.language) : words.never,
    })),
  })
}

export function showInvitation(_parts: ConsoleParts, req: Request, res: Response): void {
  renderInvitation(req, res, { name: '', email: '', role: '' })
}

/** Somebody who can sign in at once, and is written to. */
export async function invite({ db, clock }: ConsoleParts, req: Request, res: Response): Promise<void> {
  const typed = typedInvitation(req.body)
  const { role, errors } = readInvitation(typed, req.language)
  if (!role || errors.length > 0) return renderInvitation(req, res, typed, errors)
  const agency = agencyOf(req)
  const at = clock()
  const added = await inContext(db, { agency }, async (tx) => {
    const target = await addStaffMember(tx, { ...typed, role, agencyId: agency }, at)
    if (target === undefined) return false
    await writeToInvited(tx, target)
    await recordAction(tx, { staff: staffOf(req), action: 'member-invited', target, detail: { role }, at })
    return true
  })
  if (added) {
    noteStaffDone(req, 'member-invited')
    return res.redirect(303, '/agency/people')
  }
  const { emailTaken } = consoleWords[req.language].invitation.errors
  renderInvitation(req, res, typed, [{ field: 'email', message: emailTaken }])
}

interface TypedInvitation {
  name: string
  email: string
  role: string
}

const typedInvitation = (body: FormBody): TypedInvitation => ({
  name: textField(body, 'name'),
  email: textField(body, 'email'),
  role: textField(body, 'role'),
})

function readInvitation(typed: TypedInvitation, language: Language) {
  const { errors: words } = consoleWords[language].invitation
  const role = staffRoles.find((one): one is StaffRole => one === typed.role)
  const messages = {
    name: typed.name === '' ? words.name : typed.name.length > LONGEST_NAME ? words.nameLong : undefined,
    email: typed.email === '' ? words.email : isEmail(typed.email) ? undefined : words.emailForm,
    role: role ? undefined : words.role,
  }
  const errors = Object.entries(messages).flatMap(([field, message]) => (message ? [{ field, message }] : []))
  return { role, errors }
}

const isEmail = (text: string) => z.email().max(254).safeParse(text).success

function renderInvitation(req: Request, res: Response, typed: TypedInvitation, errors: FieldError[] = []): void {
  const { invitation: words, back } = consoleWords[req.language]
  renderStaffPage(req, res, 'oversight/console/invitation.njk', {
    ...{ title: words.title, words, back, typed, errors, backLink: '/agency/people' },
    roles: roleItems(typed.role, req.language),
    errorOf: errorMessages(errors, req.language),
  })
}
