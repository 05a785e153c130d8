import { lookReasons, type LookReason } from '../../access-log/look-reason.ts'
import type { Language } from '../../shared/language.ts'
import { textField, type FormBody } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { words } from './words.ts'

export const LOOK_FIELDS = ['reason', 'case-reference']

export interface TypedLook {
  reason: string
  caseRef: string
}

// A number of a ticket or a file.
const LONGEST = 100

/** @returns with errors, without a reason. */
export function readLook(
  body: FormBody,
  language: Language,
): { typed: TypedLook; errors: FieldError[]; reason?: LookReason } {
  const { errors: text } = words[language].cover
  const typed = { reason: textField(body, 'reason'), caseRef: textField(body, 'case-reference') }
  const reason = lookReasons.find((one) => one === typed.reason)
  const ofCase = typed.caseRef === '' ? text.caseRef : typed.caseRef.length > LONGEST ? text.long : undefined
  const errors = [
    ...(reason ? [] : [{ field: 'reason', message: text.reason }]),
    ...(ofCase ? [{ field: 'case-reference', message: ofCase }] : []),
  ]
  return { typed, errors, ...(reason && errors.length === 0 && { reason }) }
}
