import type { Answers } from '../catalogue/answers.ts'
import type { Facts } from '../catalogue/life-event.ts'
import { openDataKey } from '../vault/data-key-store.ts'
import { open } from '../vault/sealing.ts'
import type { FollowUpContents } from './afterwards/follow-up.ts'
import type { Owner } from './owner.ts'

/** What a report says now: as it was sent, or as it was corrected last. */
export interface Said {
  eventType: string
  facts: Facts
  /** Undefined in reports from before they were kept. */
  answers: Answers | undefined
  /** When it was last corrected. */
  correctedAt: Date | undefined
}

/** In the citizen's context: undefined for another's report, and for one that is erased. */
export async function whatReportSays({ tx, vault }: Owner, id: string): Promise<Said | undefined> {
  const row = await tx<ReportRow>('reports').where({ id }).first('event_type', 'data_key_id', 'facts', 'answers')
  const dataKey = row && (await openDataKey(tx, vault, row.data_key_id))
  if (!row || !dataKey) return undefined
  const correction = await tx<FollowUpRow>('follow_ups')
    .where({ report_id: id, kind: 'correction' })
    .orderBy(['created_at', 'id'].map((column) => ({ column, order: 'desc' })))
    .first('id', 'content', 'created_at')
  if (correction?.content) {
    const place = { table: 'follow_ups', column: 'content', row: correction.id }
    const content = open<FollowUpContents['correction']>(dataKey.key, correction.content, place)
    return { eventType: row.event_type, ...content, correctedAt: correction.created_at }
  }
  const sealed = (column: string) => ({ table: 'reports', column, row: id })
  return {
    eventType: row.event_type,
    facts: open(dataKey.key, row.facts, sealed('facts')),
    answers: row.answers ? open<Answers>(dataKey.key, row.answers, sealed('answers')) : undefined,
    correctedAt: undefined,
  }
}

interface ReportRow {
  id: string
  event_type: string
  data_key_id: string
  facts: Buffer
  answers: Buffer | null
}

interface FollowUpRow {
  id: string
  report_id: string
  kind: string
  content: Buffer | null
  created_at: Date
}
