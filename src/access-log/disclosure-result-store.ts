import type { Db } from '../shared/database.ts'

/**
 * What became of a disclosure: acknowledged, or never made (given up, no longer allowed, withdrawn). Unconfirmed: handed
 * over to a body that fetches, which never said that it arrived.
 */
export interface DisclosureResult {
  subjectRef: Buffer
  recordId: string
  result: 'made' | 'not-made' | 'unconfirmed'
  at: Date
}

interface Row {
  subject_ref: Buffer
  record_id: string
  result: DisclosureResult['result']
  at: Date
}

// Far below the 65,535 parameters that PostgreSQL takes a statement.
const ROWS_A_STATEMENT = 2000

export async function addResults(tx: Db, results: readonly DisclosureResult[]): Promise<void> {
  for (let start = 0; start < results.length; start += ROWS_A_STATEMENT) {
    const rows = results.slice(start, start + ROWS_A_STATEMENT).map(resultRow)
    await tx('disclosure_results').insert(rows).onConflict(['subject_ref', 'record_id']).ignore()
  }
}

/** By record id; those that nothing has become of yet are not in the map. */
export async function findResults(tx: Db, subjects: readonly Buffer[], recordIds: readonly string[]) {
  if (recordIds.length === 0) return new Map<string, Pick<Row, 'result' | 'at'>>()
  const { rows } = await tx
    .raw<{ rows: Row[] }>(
      `select record_id, result, at from disclosure_results
       where subject_ref = any(?::bytea[]) and record_id = any(?::uuid[])`,
      [[...subjects], [...recordIds]],
    )
    // By a name each connection plans it once.
    .options({ name: 'disclosure results' })
  return new Map(rows.map(({ record_id, result, at }) => [record_id, { result, at }]))
}

const resultRow = ({ subjectRef, recordId, result, at }: DisclosureResult): Row => ({
  subject_ref: subjectRef,
  record_id: recordId,
  result,
  at,
})
