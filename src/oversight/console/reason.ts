import type { Language } from '../../shared/language.ts'
import { textField, type FormBody } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { consoleWords } from './words.ts'

/** As long as a receiver's own reason may be (SSF 1.0, section 8.1.2.2, wants a short one). */
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
