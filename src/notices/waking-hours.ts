import { HOUR, later } from '../shared/clock.ts'

// A body may answer at three in the morning; nobody wants to be woken by that.
const FIRST_HOUR = 8
const LAST_HOUR = 20

/** When a text may go that would come at night; undefined when it may go now. */
export function morningAfter(now: Date): Date | undefined {
  return isWaking(now) ? undefined : firstWaking(wholeHour(now))
}

/** The clocks change on the hour and by an hour, in the night: so somewhere in it an hour begins that is the first. */
const firstWaking = (hour: Date): Date => (isWaking(hour) ? hour : firstWaking(later(hour, HOUR)))

const wholeHour = (now: Date) => new Date(now.getTime() - (now.getTime() % HOUR))

function isWaking(now: Date): boolean {
  const hour = Number(hourInLondon.format(now))
  return hour >= FIRST_HOUR && hour < LAST_HOUR
}

const hourInLondon = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: 'Europe/London' })
