import { z } from 'zod'
import { entry, type Unchecked } from '../agencies/file-entry.ts'
import { isRealDate } from '../shared/dates.ts'
import { closedInAWeek, lengthOf, LONGEST_MAINTENANCE, weekdays } from './maintenance.ts'

export const MOST_AT_ONCE = 64
export const MOST_PER_SECOND = 1000
export const LEAST_PER_SECOND = 0.1
export const MOST_WINDOWS = 20

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

const window = entry({ day: z.enum(weekdays).optional(), from: z.string(), until: z.string() }, (written, report) => {
  const problem = problemOf(written)
  if (problem) report([problem.member], problem.message)
})

const inFlight = `must be a whole number from 1 to ${MOST_AT_ONCE}`
const perSecond = `must be a number from ${LEAST_PER_SECOND} to ${MOST_PER_SECOND}`

/** Members of a stream in the agencies file, and of its delivery in the API. */
export const sendingShape = {
  max_in_flight: z.int(inFlight).min(1, inFlight).max(MOST_AT_ONCE, inFlight).nullable().optional(),
  max_per_second: z
    .number(perSecond)
    .min(LEAST_PER_SECOND, perSecond)
    .max(MOST_PER_SECOND, perSecond)
    .nullable()
    .optional(),
  maintenance: z
    .array(window)
    .max(MOST_WINDOWS, `must have at most ${MOST_WINDOWS} entries`)
    .nullable()
    .optional()
    .refine(
      (windows) => closedInAWeek(windows ?? []) <= LONGEST_MAINTENANCE,
      'must leave four days of the week: to be told nothing for longer, pause the stream',
    ),
}
export const sendingMembers = ['max_in_flight', 'max_per_second', 'maintenance'] as const

export type WrittenTerms = z.output<z.ZodObject<typeof sendingShape>>

/** In words for whoever wrote it, with the member that is wrong. */
export function problemOf({ day, from, until }: Unchecked): { member: 'from' | 'until'; message: string } | undefined {
  const isMoment = day === undefined ? isDateAndTime : isTime
  const form = day === undefined ? 'a day and time like 2026-12-24T18:00' : 'a time of day like 22:00'
  if (!isMoment(from)) return { member: 'from', message: `must be ${form}` }
  if (!isMoment(until)) return { member: 'until', message: `must be ${form}` }
  if (day !== undefined) {
    return from === until ? { member: 'until', message: 'must be another time than from' } : undefined
  }
  const length = lengthOf({ from: String(from), until: String(until) })
  if (length <= 0) return { member: 'until', message: 'must be after from' }
  if (length <= LONGEST_MAINTENANCE) return undefined
  return {
    member: 'until',
    message: 'must be 3 days after from at most: to be told nothing for longer, pause the stream',
  }
}

const isTime = (text: unknown) => typeof text === 'string' && TIME.test(text)

function isDateAndTime(text: unknown): boolean {
  if (typeof text !== 'string') return false
  const [date = '', time = '', ...more] = text.split('T')
  return more.length === 0 && isRealDate(date) && TIME.test(time)
}
