import type { Request, Response } from 'express'
import { z } from 'zod'
import type { Contact } from '../../agencies/agency.ts'
import { addressProblem } from '../../agencies/outside-address.ts'
import { contactWays } from '../../agreements/contact-ways.ts'
import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { agencyOf, staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import type { Language } from '../../shared/language.ts'
import { textField, type FormBody } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { renderStaffPage } from '../staff-page.ts'
import { contactOfAgency, setContact } from './contact-store.ts'
import { errorMessages } from './error-messages.ts'
import type { ConsoleParts } from './routes.ts'
import { consoleWords } from './words.ts'

/** As the agencies file has them, with the words for going there in each language. */
export const CONTACT_FIELDS = [
  'phone',
  'textphone',
  'relay',
  'email',
  'url',
  'post',
  'in_person_en',
  'in_person_cy',
] as const
type Typed = Record<(typeof CONTACT_FIELDS)[number], string>

const LONGEST: Record<keyof Typed, number> = {
  ...{ phone: 60, textphone: 60, relay: 60, email: 254, url: 2000 },
  ...{ post: 300, in_person_en: 300, in_person_cy: 300 },
}

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
  res.redirect(303, '/agency/contact')
}

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ', ')
const typedContact = (body: FormBody) =>
  Object.fromEntries(CONTACT_FIELDS.map((field) => [field, oneLine(textField(body, field))])) as Typed

function mistakesIn(typed: Typed, { allowLoopback }: ConsoleParts, language: Language): FieldError[] {
  const { changeContact: words } = consoleWords[language]
  const problemOf = (field: keyof Typed): string | undefined => {
    const text = typed[field]
    const most = LONGEST[field]
    if (text.length > most) return words.errors.long(words[field], most)
    if (field === 'email' && text && !z.email().safeParse(text).success) return words.errors.email
    if (field === 'url' && text && addressProblem(text, { allowLoopback })) return words.errors.url
    return field === 'in_person_en' && !text && typed.in_person_cy ? words.errors.inPersonEn : undefined
  }
  return CONTACT_FIELDS.flatMap((field) => {
    const message = problemOf(field)
    return message ? [{ field, message }] : []
  })
}

function contactFrom({ in_person_en: en, in_person_cy: cy, ...lines }: Typed): Contact {
  const given = Object.fromEntries(Object.entries(lines).filter(([, text]) => text !== ''))
  return { ...given, ...(en && { in_person: { en, ...(cy && { cy }) } }) }
}

function renderForm(req: Request, res: Response, typed: Typed, errors: FieldError[] = []): void {
  const { changeContact: words, back } = consoleWords[req.language]
  renderStaffPage(req, res, 'oversight/console/contact-form.njk', {
    ...{ title: words.title, words, back, typed, errors, backLink: '/agency/contact' },
    errorOf: errorMessages(errors, req.language),
  })
}
