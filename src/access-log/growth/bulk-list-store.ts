import type { Db } from '../../shared/database.ts'

/** A use about many people, as anyone may read it. */
export interface BulkUse {
  recordId: string
  bodyId: string
  registeredAt: Date
  occurredStart: Date
  occurredEnd: Date
  accessType: string
  activityId: string
  dataCategories: string[]
  people: number
  supersedes: string | null
  void: boolean
}

/** The newest that may be known, the newest first. Row-level security leaves out what may not. */
export async function listBulkUses(db: Db, limit: number): Promise<BulkUse[]> {
  const rows = await db<Row>('bulk_uses')
    .orderBy([
      { column: 'registered_at', order: 'desc' },
      { column: 'record_id', order: 'desc' },
    ])
    .limit(limit)
  return rows.map((row) => ({
    recordId: row.record_id,
    bodyId: row.controller_id,
    registeredAt: row.registered_at,
    occurredStart: row.occurred_start,
    occurredEnd: row.occurred_end,
    accessType: row.access_type,
    activityId: row.activity_id,
    dataCategories: row.data_categories,
    people: row.people,
    supersedes: row.supersedes,
    void: row.void,
  }))
}

interface Row {
  record_id: string
  controller_id: string
  registered_at: Date
  occurred_start: Date
  occurred_end: Date
  access_type: string
  activity_id: string
  data_categories: string[]
  people: number
  supersedes: string | null
  void: boolean
}
