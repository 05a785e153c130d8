import { ukToday, type CalendarDate } from '../../shared/dates.ts'
import { remembered } from '../../shared/remembered.ts'
import type { Activity } from './registered-activity.ts'

/** The last day on which a record of it that is registered now is kept. */
export const keptUntil = ({ retentionMonths }: Pick<Activity, 'retentionMonths'>, now: Date): CalendarDate =>
  monthsLater(`${ukToday(now)}+${retentionMonths}`)

/** The 31st of a month without one is its last day. */
const monthsLater = remembered((sum: string) => {
  const [day = '', months] = sum.split('+')
  const start = new Date(`${day}T00:00:00Z`)
  const month = start.getUTCMonth() + Number(months)
  const lastDay = new Date(Date.UTC(start.getUTCFullYear(), month + 1, 0))
  const date = Math.min(start.getUTCDate(), lastDay.getUTCDate())
  return new Date(Date.UTC(lastDay.getUTCFullYear(), lastDay.getUTCMonth(), date)).toISOString().slice(0, 10)
})
