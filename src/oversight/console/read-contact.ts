import { z } from 'zod'
import type { Contact } from '../../agencies/agency.ts'
import { addressProblem, type AddressRules } from '../../agencies/outside-address.ts'
import type { Language } from '../../shared/language.ts'
import { oneLine, textField, type FormBody } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
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
export type TypedContact = Record<(typeof CONTACT_FIELDS)[number], string>

const LONGEST: Record<keyof TypedContact, number> = {
  ...{ phone: 60, textphone: 60, relay: 60, email: 254, url: 2000 },
  ...{ post: 300, in_person_en: 300, in_person_cy: 300 },
}

export const typedContact = (body: FormBody) =>
  Object.fromEntries(CONTACT_FIELDS.map((field) => [field, oneLine(textField(body, field), ', ')])) as TypedContact

export function mistakesIn(typed: TypedContact, { allowLoopback }: AddressRules, language: Language): FieldError[] {
  const { changeContact: words } = consoleWords[language]
  const problemOf = (field: keyof TypedContact): string | undefined => {
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

export function contactFrom({ in_person_en: en, in_person_cy: cy, ...lines }: TypedContact): Contact {
  const given = Object.fromEntries(Object.entries(lines).filter(([, text]) => text !== ''))
  return { ...given, ...(en && { in_person: { en, ...(cy && { cy }) } }) }
}
