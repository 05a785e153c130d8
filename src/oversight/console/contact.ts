import type { Request, Response } from 'express'
import { contactWays } from '../../agreements/contact-ways.ts'
import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { agencyOf, staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import type { FieldError } from '../../web/page.ts'
import { noteStaffDone } from '../staff-done.ts'
import { renderStaffPage } from '../staff-page.ts'
import { contactOfAgency, setContact } from './contact-store.ts'
import { errorMessages } from './error-messages.ts'
import { contactFrom, mistakesIn, typedContact, type TypedContact } from './read-contact.ts'
import type { ConsoleParts } from './routes.ts'
import { consoleWords } from './words.ts'

export async function showContact({ db }: ConsoleParts, req: Request, res: Response): Promise<void> {
  const { contact: words, keys } = consoleWords[req.language]
  const agency = agencyOf(req)
  const contact = await inContext(db, { agency }, (tx) => contactOfAgency(tx, agency))
  renderStaffPage(req, res, 'oversight/console/contact.njk', {
    ...{ title: words.title, words, only: keys.officers },
    ways: contactWays(contact, req.language),
  })
}

export async function showContactForm({ db }: ConsoleParts, req: Request, res: Response): Promise<void> {
  const agency = agencyOf(req)
  const contact = await inContext(db, { agency }, (tx) => contactOfAgency(tx, agency))
  renderForm(
    req,
    res,
    typedContact({ ...contact, in_person_en: contact.in_person?.en, in_person_cy: contact.in_person?.cy }),
  )
}

export async function changeContact(parts: ConsoleParts, req: Request, res: Response): Promise<void> {
  const typed = typedContact(req.body)
  const errors = mistakesIn(typed, parts, req.language)
  if (errors.length > 0) return renderForm(req, res, typed, errors)
  const agency = agencyOf(req)
  const at = parts.clock()
  await inContext(parts.db, { agency }, async (tx) => {
    await setContact(tx, agency, contactFrom(typed), at)
    await recordAction(tx, { staff: staffOf(req), action: 'contact-changed', target: agency, at })
  })
  noteStaffDone(req, 'contact-changed')
  res.redirect(303, '/agency/contact')
}

function renderForm(req: Request, res: Response, typed: TypedContact, errors: FieldError[] = []): void {
  const { changeContact: words, back } = consoleWords[req.language]
  renderStaffPage(req, res, 'oversight/console/contact-form.njk', {
    ...{ title: words.title, words, back, typed, errors, backLink: '/agency/contact' },
    errorOf: errorMessages(errors, req.language),
  })
}
