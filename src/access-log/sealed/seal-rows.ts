import { formatDate, ukToday } from '../../shared/dates.ts'
import type { Db } from '../../shared/database.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { registeredActivities } from '../activities/activity-store.ts'
import type { AccessEntry } from '../access-entry.ts'
import { OUR_CONTROLLER } from '../access-record.ts'
import { isNeutral } from '../neutral.ts'
import { row, type SummaryRow } from '../summary-row.ts'
import { sealHistoryOf } from './seal-history-store.ts'
import { words } from './words.ts'

/** What a record's page says of a seal that has ended: until when, who renewed it, who allowed it. */
export async function sealRows(
  tx: Db,
  subjects: readonly Buffer[],
  entry: AccessEntry,
  language: Language,
): Promise<SummaryRow[]> {
  const { rows: text } = words[language]
  if (isNeutral(entry)) return row(text.protected, text.protectedText)
  // What we told a body ourselves is never kept back.
  if (entry.bodyId === OUR_CONTROLLER || entry.ours) return []
  const history = await sealHistoryOf(tx, subjects, entry.recordId, entry.bodyId)
  if (!history) return []
  const day = (time: Date) => formatDate(ukToday(time), language)
  const authority = (await registeredActivities(tx, [entry.activityId])).get(entry.activityId)?.sealAuthority
  return row(
    text.sealed,
    text.shown(day(history.releasedAt)),
    history.renewals.length > 0 && text.first(day(history.firstUntil)),
    ...history.renewals.map(({ decidedAt, until }) => text.renewed(day(decidedAt), day(until))),
    authority ? text.authority(inLanguage(authority, language)) : undefined,
  )
}
