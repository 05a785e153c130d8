import { findAgencies } from '../agencies/agency-store.ts'
import { agreementVersions } from '../agreements/agreement-store.ts'
import type { CalendarDate } from '../shared/dates.ts'
import { ask, type Db } from '../shared/database.ts'
import type { Bilingual } from '../shared/language.ts'

/** A body that an earlier report of the same matter tells: how far it is, and nothing that is the first citizen's. */
export interface JoinedDelivery {
  agreementId: string
  name: Bilingual
  purpose?: Bilingual | undefined
  state: 'due' | 'acknowledged' | 'given-up' | 'not-allowed' | 'withdrawn'
  /** The body's latest answer. */
  status?: 'received' | 'in_progress' | 'done' | 'no_record' | 'needs_information' | 'refused' | undefined
  effectiveDate?: CalendarDate | undefined
}

/** None for a report that joins no other. In its citizen's context. */
export async function joinedDeliveries(tx: Db, reportId: string): Promise<JoinedDelivery[]> {
  const text = 'select * from progress_of_joined($1)'
  const rows = await ask<Row>(tx, { name: 'progress of joined', text, values: [reportId] })
  if (rows.length === 0) return []
  const agencies = await findAgencies(
    tx,
    rows.map(({ agency_id }) => agency_id),
  )
  const versions = rows.map(({ agreement_id: id, agreement_version: version }) => ({ id, version }))
  const agreements = await agreementVersions(tx, versions)
  return rows.map((row) => ({
    agreementId: row.agreement_id,
    name: agencies.get(row.agency_id)?.name ?? { en: row.agency_id },
    purpose: agreements.find(({ id }) => id === row.agreement_id)?.purpose,
    state: row.state,
    status: row.status ?? undefined,
    effectiveDate: row.effective_date ?? undefined,
  }))
}

interface Row {
  agency_id: string
  agreement_id: string
  agreement_version: number
  state: JoinedDelivery['state']
  status: JoinedDelivery['status'] | null
  effective_date: string | null
}
