import type { Db } from '../../shared/database.ts'
import type { StoredToken } from './synthetic-token-store.ts'

/** What a body sent itself in the sandbox, newest first. In its context. */
export async function sandboxTokens(tx: Db, agencyId: string, most: number): Promise<SandboxToken[]> {
  const rows = await tx<Row>('synthetic_tokens')
    .where({ agency_id: agencyId, run_id: null })
    .orderBy('id', 'desc')
    .limit(most)
  return rows.map((row) => ({
    ...{ eventType: row.event_type, state: row.state, outcome: row.outcome, sentAt: row.created_at },
  }))
}

export interface SandboxToken {
  eventType: string
  state: StoredToken['state']
  /** As its system answered: `done`, `no_record`. */
  outcome: string | null
  sentAt: Date
}

interface Row {
  agency_id: string
  run_id: string | null
  event_type: string
  state: StoredToken['state']
  outcome: string | null
  created_at: Date
  id: number
}
