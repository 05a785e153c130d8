import type { Language } from '../../shared/language.ts'
import { listField, textField, type FormBody } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import type { Asked } from './ask.ts'
import { LONGEST_MESSAGE, questionKinds } from './question.ts'
import { words } from './words.ts'

export const QUESTION_FIELDS = { single: ['kind', 'message'], list: ['urgent'] }

export interface ReadQuestion {
  typed: { kind: string; urgent: boolean; message: string }
  errors: FieldError[]
  /** Undefined with an error. */
  asked?: Asked
}

export function readQuestion(body: FormBody, language: Language): ReadQuestion {
  const { errors: text } = words[language].ask
  const typed = {
    kind: textField(body, 'kind'),
    urgent: listField(body, 'urgent').includes('yes'),
    message: textField(body, 'message'),
  }
  const kind = questionKinds.find((one) => one === typed.kind)
  const errors = [
    ...(kind ? [] : [{ field: 'kind', message: text.kind }]),
    ...messageErrors(typed.message, { missing: text.message, long: text.long }),
  ]
  return { typed, errors, ...(kind && errors.length === 0 && { asked: { ...typed, kind } }) }
}

/** Blank and too long are told apart. */
export function messageErrors(message: string, text: { missing: string; long: string }): FieldError[] {
  if (message === '') return [{ field: 'message', message: text.missing }]
  return [...message].length > LONGEST_MESSAGE ? [{ field: 'message', message: text.long }] : []
}
