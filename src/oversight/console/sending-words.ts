import type { Language } from '../../shared/language.ts'
import type { SendingTerms } from '../../subscriptions/sending-limits.ts'
import type { Maintenance } from '../../subscriptions/maintenance.ts'
import { cy } from './content/sending-cy.ts'
import { en } from './content/sending-en.ts'

export const sendingWords = { en, cy }

/** What a stream that is pushed to grants, as rows of its page. */
export function sendingRows({ maxInFlight, maxPerSecond, maintenance }: SendingTerms, language: Language) {
  const words = sendingWords[language]
  const lines = (maintenance ?? []).map((one) => lineOf(one, language))
  return [
    [words.atOnce, maxInFlight == null ? words.weThinkRight : String(maxInFlight)],
    [words.perSecond, maxPerSecond == null ? words.asTaken : String(maxPerSecond)],
    [words.maintenance, lines.join('; ') || words.none],
  ]
}

/** As it is shown: `Every Sunday, 22:00 to 02:00`. */
function lineOf({ day, from, until }: Maintenance, language: Language): string {
  const words = sendingWords[language]
  return day === undefined ? words.once(dated(from), dated(until)) : words.weekly(words.days[day], from, until)
}

/** As it is typed: `Sunday 22:00 to 02:00`. */
export function typedLine({ day, from, until }: Maintenance, language: Language): string {
  const words = sendingWords[language]
  return day === undefined ? words.once(dated(from), dated(until)) : `${words.days[day]} ${words.once(from, until)}`
}

/** `24/12/2026 18:00` */
function dated(moment: string): string {
  const [date = '', time = ''] = moment.split('T')
  return `${date.split('-').toReversed().join('/')} ${time}`
}
