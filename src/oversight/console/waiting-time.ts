import { DAY, HOUR, MINUTE } from '../../shared/clock.ts'
import type { Language } from '../../shared/language.ts'
import { consoleWords } from './words.ts'

/** How long something has waited, as people say it: the largest unit alone. */
export function waitingTime(since: Date, now: Date, language: Language): string {
  const { ages } = consoleWords[language]
  const waited = now.getTime() - since.getTime()
  if (waited < MINUTE) return ages.seconds
  if (waited < HOUR) return ages.minutes(Math.floor(waited / MINUTE))
  if (waited < 2 * DAY) return ages.hours(Math.floor(waited / HOUR))
  return ages.days(Math.floor(waited / DAY))
}
