import { addYears, parseDateParts, ukToday } from '../../shared/dates.ts'
import { ukInstant } from '../../shared/uk-time.ts'
import type { Language } from '../../shared/language.ts'
import { textField, type FormBody } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { words } from './words.ts'

export const RENEWAL_FIELDS = ['until-day', 'until-month', 'until-year', 'reason']

export type TypedRenewal = Record<'day' | 'month' | 'year' | 'reason', string>
export const nothingTyped: TypedRenewal = { day: '', month: '', year: '', reason: '' }

const LONGEST = 500

/** @returns until when, the beginning of that day where our citizens are; undefined with an error */
export function readRenewal(body: FormBody, { opensAt, now }: { opensAt: Date; now: Date }, language: Language) {
  const text = words[language].seal.errors
  const part = (name: 'day' | 'month' | 'year') => textField(body, `until-${name}`)
  const typed = { day: part('day'), month: part('month'), year: part('year'), reason: textField(body, 'reason') }
  const parsed = parseDateParts(typed)
  const until = parsed.kind === 'date' ? ukInstant({ date: parsed.date, time: '00:00' }) : undefined
  const latest = ukInstant({ date: addYears(ukToday(now), 1), time: '00:00' })
  const inRange = until && until > opensAt && until > now && until <= latest
  const ofDay =
    parsed.kind === 'blank' ? text.missing : parsed.kind !== 'date' ? text.notReal : inRange ? undefined : text.range
  const ofReason = typed.reason === '' ? text.reason : typed.reason.length > LONGEST ? text.long : undefined
  const errors: FieldError[] = [
    ...(ofDay ? [{ field: 'until-day', message: ofDay }] : []),
    ...(ofReason ? [{ field: 'reason', message: ofReason }] : []),
  ]
  return { typed, errors, until: errors.length === 0 ? until : undefined }
}
