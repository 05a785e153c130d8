import { arrayLiteral } from '../shared/array-literal.ts'
import { ask, statement, type Db } from '../shared/database.ts'

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

/** In one statement, however many. */
export async function addResults(tx: Db, results: readonly DisclosureResult[]): Promise<void> {
  await ask(
    tx,
    adding({
      subjects: arrayLiteral(results.map(({ subjectRef }) => subjectRef)),
      records: arrayLiteral(results.map(({ recordId }) => recordId)),
      results: arrayLiteral(results.map(({ result }) => result)),
      times: arrayLiteral(results.map(({ at }) => at)),
    }),
  )
}

const adding = statement(
  'add disclosure results',
  `insert into disclosure_results (subject_ref, record_id, result, at)
   select * from unnest(:subjects::bytea[], :records::uuid[], :results::text[], :times::timestamptz[])
   on conflict (subject_ref, record_id) do nothing`,
)

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
