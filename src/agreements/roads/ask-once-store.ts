import type { Db } from '../../shared/database.ts'
import type { AgreementEntry } from '../agreement-entry.ts'
import type { ProposalState } from '../proposals/proposal.ts'

interface Draft {
  id: string
  askerId: string
  holderId: string
  terms: AgreementEntry
}

/** @returns its id; undefined while one about this agreement is open, or where the agreement is live. */
export async function openDraft(tx: Db, { id, askerId, holderId, terms }: Draft, now: Date) {
  const { rows } = await tx.raw<{ rows: { id: string | null }[] }>('select open_ask_once(?, ?, ?, ?, ?, ?) as id', [
    ...[id, askerId, holderId, terms.id, JSON.stringify(terms), now.toISOString()],
  ])
  return rows[0]?.id ?? undefined
}

export interface Filed extends Omit<Draft, 'askerId'> {
  /** An administrator of the body that asks. */
  by: string
  questions: number
  minutes: number | null
}

/** In the context of the body that asks. A draft that citizens opened is made into it. @returns as `openDraft` */
export async function fileAskOnce(tx: Db, filed: Filed, now: Date): Promise<string | undefined> {
  const { id, holderId, terms, by, questions, minutes } = filed
  const { rows } = await tx.raw<{ rows: { id: string | null }[] }>(
    'select file_ask_once(?, ?, ?, ?, ?, ?, ?, ?) as id',
    [...[id, holderId, terms.id, JSON.stringify(terms), by, questions], ...[minutes, now.toISOString()]] as string[],
  )
  return rows[0]?.id ?? undefined
}

export interface AskOnceLine {
  id: string
  askerId: string
  holderId: string
  terms: AgreementEntry
  state: ProposalState
  proposedAt: Date
  /** Null: citizens opened it. */
  proposedBy: string | null
}

/** Those that the context's body asked, or is asked, newest first. */
export async function askOnceRequests(tx: Db, most: number): Promise<AskOnceLine[]> {
  const rows = await tx<Row>('grant_proposals').where({ road: 'ask-once' }).orderBy('proposed_at', 'desc').limit(most)
  return rows.map(toLine)
}

/** Undefined for one that the context may not see. */
export async function askOnceRequest(tx: Db, id: string): Promise<AskOnceLine | undefined> {
  const row = await tx<Row>('grant_proposals').where({ id, road: 'ask-once' }).first()
  return row && toLine(row)
}

interface Row {
  id: string
  road: string
  agency_id: string
  holder_id: string
  terms: AgreementEntry
  state: ProposalState
  proposed_at: Date
  proposed_by: string | null
}

const toLine = (row: Row): AskOnceLine => ({
  ...{ id: row.id, askerId: row.agency_id, holderId: row.holder_id, terms: row.terms, state: row.state },
  ...{ proposedAt: row.proposed_at, proposedBy: row.proposed_by },
})

/** A fact that a body gets from another one, so that it need not ask a citizen. */
export interface SharedFact {
  agreementId: string
  askerId: string
  holderId: string
  type: string
  field: string
}

/** By body; for anyone. */
export async function sharedFacts(db: Db, today: string): Promise<SharedFact[]> {
  const { rows } = await db.raw<{ rows: SharedFact[] }>(
    `select a.id as "agreementId", a.agency_id as "askerId", v.holder_id as "holderId", e.event_type as type,
       unnest(e.fields) as field
     from agreement_versions v
     join agreements a on a.id = v.agreement_id and a.version = v.version and a.state = 'live'
     join agreement_events e on e.agreement_id = v.agreement_id and e.version = v.version
     where v.holder_id is not null and (v.ends_on is null or v.ends_on >= ?)
     order by a.agency_id, a.id, field`,
    [today],
  )
  return rows
}
