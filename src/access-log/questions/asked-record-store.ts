import type { Db } from '../../shared/database.ts'

/** What a question must know of the record that it is about. */
export interface AskedRecord {
  subjectRef: Buffer
  controllerId: string
}

/** In its citizen's context. @param body whose record it is, as its page's address says; ours without one */
export async function findAskedRecord(
  tx: Db,
  subjects: readonly Buffer[],
  { recordId, ours, bodyId }: { recordId: string; ours: boolean; bodyId: string },
): Promise<AskedRecord | undefined> {
  const { rows } = await tx.raw<{ rows: { subject_ref: Buffer; controller_id: string }[] }>(
    `select subject_ref, controller_id from access_records
     where subject_ref = any(?::bytea[]) and record_id = ? and body_id = ?
       and (controller_id <> body_id) = ? limit 1`,
    [[...subjects], recordId, bodyId, ours],
  )
  const [row] = rows
  return row && { subjectRef: row.subject_ref, controllerId: row.controller_id }
}
