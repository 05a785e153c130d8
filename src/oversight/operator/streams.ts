import type { Request, Response } from 'express'
import { inContext } from '../../shared/database.ts'
import { formatDateTime } from '../../shared/dates.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { streamName } from '../conformance/tried-stream.ts'
import { renderStaffPage } from '../staff-page.ts'
import { streamHealth, type Health } from './operator-store.ts'
import type { OperatorParts } from './routes.ts'
import { words } from './words.ts'

export async function showStreams({ db }: OperatorParts, req: Request, res: Response): Promise<void> {
  const all = await inContext(db, { operator: true }, streamHealth)
  const text = words[req.language].streams
  renderStaffPage(req, res, 'oversight/operator/streams.njk', {
    ...{ title: text.title, words: text },
    streams: all.map((health) => cardOf(health, req.language)),
  })
}

/** Whose, and which: a body may have several. */
export const nameOf = (health: Pick<Health, 'agencyName' | 'method' | 'endpointUrl'>, language: Language) =>
  `${inLanguage(health.agencyName, language)}: ${streamName(health, language)}`

/** A stream as the list and its own page show it. */
export function cardOf(health: Health, language: Language) {
  const text = words[language].streams
  const row = (key: string, value: string) => ({ key: { text: key }, value: { text: value } })
  const time = (at: Date | null, without: string) => (at ? formatDateTime(at, language) : without)
  return {
    href: `/operator/streams/${health.id}`,
    ...{ name: nameOf(health, language), status: health.status, tag: text.statuses[health.status] },
    failing: health.failingSince !== null,
    rows: [
      row(text.rows.waiting, String(health.waiting)),
      row(text.rows.lag, time(health.oldestDue, text.nothing)),
      row(text.rows.success, time(health.lastSuccess, text.never)),
      ...(health.failingSince ? [row(text.rows.failing, time(health.failingSince, ''))] : []),
      row(text.rows.givenUp, String(health.givenUp)),
      ...(health.status === 'enabled' ? [] : [row(text.rows.by, whoStopped(health, language))]),
    ],
  }
}

/** Somebody in the console; else its own program, or we, who give a reason. */
function whoStopped({ by, reason }: Health, language: Language): string {
  const text = words[language].streams
  const who = by === null ? (reason === null ? text.byItself : text.byUs) : by === '' ? text.byUs : by
  return reason === null ? who : `${who}: ${reason}`
}
