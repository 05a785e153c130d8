import type { Db } from '../shared/database.ts'

/** What sending needs of a report, as its row has it; the facts are sealed. */
export interface ToldReport {
  id: string
  data_key_id: string
  facts: Buffer
  submitted_at: Date
  /** Agreement id to fields that its body is not told. */
  redacted: Readonly<Record<string, readonly string[]>>
  /** Somebody may be at risk: said when it was sent, or in a correction since. */
  safety: boolean
}

/** These reports by id, in one query for a batch. */
export async function toldReports(db: Db, ids: readonly string[]): Promise<Map<string, ToldReport>> {
  const { rows } = await db
    .raw<{ rows: ToldReport[] }>(
      'select id, data_key_id, facts, submitted_at, redacted, safety from reports where id = any(?::uuid[])',
      [[...new Set(ids)]] as unknown as string[],
    )
    .options({ name: 'told reports' })
  return new Map(rows.map((row) => [row.id, row]))
}
