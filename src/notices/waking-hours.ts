import { Cron } from 'croner'

// A body may answer at three in the morning; nobody wants to be woken by that.
const FIRST_HOUR = 8
const LAST_HOUR = 20
const LONDON = 'Europe/London'

/** When a text may go that would come at night; undefined when it may go now. */
export function morningAfter(now: Date): Date | undefined {
  const hour = hourInLondon(now)
  if (hour >= FIRST_HOUR && hour < LAST_HOUR) return undefined
  return new Cron(`0 ${FIRST_HOUR} * * *`, { timezone: LONDON }).nextRun(now) ?? undefined
}

const hourInLondon = (now: Date) =>
  Number(new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: LONDON }).format(now))
