import { dueFor, monthAfter, monthsAfter } from '../../access-log/questions/clocks.ts'
import { addDays, daysBetween, ukToday, type CalendarDate } from '../../shared/dates.ts'
import type { RightsRequest } from './right.ts'

/** A month from the day on which it is received (UK GDPR, article 12(3)). */
export const dueOf = (sentAt: Date): CalendarDate => monthAfter(ukToday(sentAt))

/** Two more months, from the same day; the days on which the body waited for the citizen come on top. */
export const extendedDue = ({ sentAt, due }: Pick<RightsRequest, 'sentAt' | 'due'>): CalendarDate =>
  addDays(monthsAfter(ukToday(sentAt), 3), due === undefined ? 0 : daysBetween(dueOf(sentAt), due))

/**
 * The clock stands while the body waits for what it reasonably needs (article 12A(3)), and goes on from where it stood
 * once the citizen has answered. Undefined: it did not stand.
 */
export function resumedDue({ due, pausedAt }: RightsRequest, now: Date): CalendarDate | undefined {
  if (due === undefined || pausedAt === undefined) return undefined
  return addDays(due, daysBetween(ukToday(pausedAt), ukToday(now)))
}

/** That a complaint was received is acknowledged within 30 days (Data Protection Act 2018, section 164A). */
export const complaintDue = (at: Date): CalendarDate => dueFor('complaint', at)
