import type { Language } from '../../shared/language.ts'
import { closedInAWeek, LONGEST_MAINTENANCE, type Maintenance } from '../../subscriptions/maintenance.ts'
import {
  LEAST_PER_SECOND,
  MOST_AT_ONCE,
  MOST_PER_SECOND,
  MOST_WINDOWS,
  problemOf,
} from '../../subscriptions/sending-entry.ts'
import type { SendingTerms } from '../../subscriptions/sending-limits.ts'
import { textField, type FormBody } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { maintenanceIn } from './read-maintenance.ts'
import { sendingWords, typedLine } from './sending-words.ts'

export const SENDING_FIELDS = ['max_in_flight', 'max_per_second', 'maintenance'] as const
export type TypedSending = Record<(typeof SENDING_FIELDS)[number], string>

export const typedSending = (body: FormBody): TypedSending => ({
  max_in_flight: textField(body, 'max_in_flight').trim(),
  max_per_second: textField(body, 'max_per_second').trim(),
  maintenance: textField(body, 'maintenance').trim(),
})

/** What stands, as it would be typed. */
export const typedFrom = (terms: SendingTerms, language: Language): TypedSending => ({
  max_in_flight: String(terms.maxInFlight ?? ''),
  max_per_second: String(terms.maxPerSecond ?? ''),
  maintenance: (terms.maintenance ?? []).map((one) => typedLine(one, language)).join('\n'),
})

/** What was typed, or every mistake in it. */
export function readSending(
  typed: TypedSending,
  language: Language,
): { terms: SendingTerms } | { errors: FieldError[] } {
  const words = sendingWords[language].form.errors
  const atOnce = numberIn(typed.max_in_flight, /^\d+$/, { least: 1, most: MOST_AT_ONCE })
  const perSecond = numberIn(typed.max_per_second, /^\d+(\.\d+)?$/, { least: LEAST_PER_SECOND, most: MOST_PER_SECOND })
  const lines = typed.maintenance.split(/\r?\n/).map((line) => line.trim().replaceAll(/\s+/g, ' '))
  const maintenance = lines.flatMap((line) => (line === '' ? [] : [maintenanceIn(line)]))
  const errors = [
    ...(atOnce === undefined ? [{ field: 'max_in_flight', message: words.atOnce(MOST_AT_ONCE) }] : []),
    ...(perSecond === undefined
      ? [{ field: 'max_per_second', message: words.perSecond(LEAST_PER_SECOND, MOST_PER_SECOND) }]
      : []),
    ...maintenanceErrors(lines, language),
  ]
  if (errors.length > 0) return { errors }
  return { terms: { maxInFlight: atOnce ?? null, maxPerSecond: perSecond ?? null, maintenance: whole(maintenance) } }
}

const whole = (read: readonly (Maintenance | undefined)[]) => {
  const lines = read.filter((one) => one !== undefined)
  return lines.length > 0 ? lines : null
}

/** Null for nothing, undefined for what is not such a number. */
function numberIn(text: string, form: RegExp, { least, most }: { least: number; most: number }) {
  if (text === '') return null
  const number = Number(text)
  return form.test(text) && number >= least && number <= most ? number : undefined
}

function maintenanceErrors(lines: readonly string[], language: Language): FieldError[] {
  const words = sendingWords[language].form.errors
  const error = (message: string): FieldError[] => [{ field: 'maintenance', message }]
  const written = lines.filter((line) => line !== '')
  if (written.length > MOST_WINDOWS) return error(words.many(MOST_WINDOWS))
  for (const [index, line] of lines.entries()) {
    const read = line === '' ? undefined : maintenanceIn(line)
    if (line !== '' && !read) return error(words.line(index + 1))
    const problem = read && problemOf({ ...read })
    if (problem) return error(problem.message.includes('like') ? words.line(index + 1) : words.times(index + 1))
  }
  const all = written.flatMap((line) => maintenanceIn(line) ?? [])
  return closedInAWeek(all) > LONGEST_MAINTENANCE ? error(words.week) : []
}
