import type { Language } from '../../shared/language.ts'
import { textField, type FormBody } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { consoleWords } from './words.ts'

/** As long as Shared Signals lets the reason of a status be. */
const LONGEST = 255

export interface Reason {
  text: string
  errors: FieldError[]
}

/** Why somebody does what bites: one field, which may not be empty. */
export function readReason(body: FormBody, language: Language): Reason {
  const { reason: words } = consoleWords[language]
  const text = textField(body, 'reason')
  const message = text === '' ? words.missing : text.length > LONGEST ? words.long : undefined
  return { text, errors: message ? [{ field: 'reason', message }] : [] }
}
