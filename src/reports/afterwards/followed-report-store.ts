import { openDataKey, type DataKey } from '../../vault/data-key-store.ts'
import type { Owner } from '../owner.ts'

/** A report of the citizen's that something is done about. */
export interface FollowedReport {
  id: string
  reference: string
  /** Somebody may be at risk. */
  safety: boolean
  /** Sent or corrected by somebody whose identity was proved. */
  proved: boolean
  /** Undefined when it is erased. */
  dataKey: DataKey | undefined
}

/** In its citizen's context: undefined for another's. */
export async function reportToFollow({ tx, vault }: Owner, id: string): Promise<FollowedReport | undefined> {
  const row = await tx<ReportRow>('reports').where({ id }).first('reference', 'data_key_id', 'safety', 'proved')
  if (!row) return undefined
  const { reference, safety, proved } = row
  return { id, reference, safety, proved, dataKey: await openDataKey(tx, vault, row.data_key_id) }
}

interface ReportRow {
  id: string
  reference: string
  data_key_id: string
  safety: boolean
  proved: boolean
}
