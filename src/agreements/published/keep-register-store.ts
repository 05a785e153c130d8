import type { Knex } from 'knex'
import type { StoredAgreement } from './published-store.ts'

/** What is kept of an agreement, but for when it was. */
export type KeptAgreement = Omit<StoredAgreement, 'changedAt' | 'leftAt'>

export interface Imported {
  added: number
  changed: number
  unchanged: number
  left: number
}

/** Brings the table to what the register says now, in two statements however long it is. */
export async function keepRegister(
  tx: Knex.Transaction,
  agreements: readonly KeptAgreement[],
  now: Date,
): Promise<Imported> {
  const rows = JSON.stringify(agreements.map(toRow))
  const kept = await tx.raw<{ rows: { added: boolean }[] }>(KEEP, { rows, now })
  const left = await tx('published_agreements')
    .whereNull('left_at')
    .whereRaw('number <> all(?::integer[])', [agreements.map(({ number }) => number)])
    .update({ left_at: now })
  const added = kept.rows.filter((row) => row.added).length
  const changed = kept.rows.length - added
  return { added, changed, unchanged: agreements.length - added - changed, left }
}

const COLUMNS = [
  ...['number', 'name', 'purpose', 'benefits', 'information', 'method', 'power', 'controllers', 'processors'],
  ...['retention', 'starts_on', 'ends_on', 'review_on', 'contacts', 'untidy'],
]
const said = COLUMNS.filter((column) => column !== 'number')
const tuple = (prefix: string) => `(${said.map((column) => `${prefix}.${column}`).join(', ')})`

const KEEP = `
  insert into published_agreements as known (${COLUMNS.join(', ')}, changed_at)
  select ${COLUMNS.join(', ')}, :now
  from jsonb_populate_recordset(null::published_agreements, cast(:rows as jsonb))
  on conflict (number) do update set ${said.map((column) => `${column} = excluded.${column}`).join(', ')},
    changed_at = excluded.changed_at, left_at = null
  where ${tuple('known')} is distinct from ${tuple('excluded')} or known.left_at is not null
  returning xmax = 0 as added`

const toRow = ({ startsOn, endsOn, reviewOn, ...same }: KeptAgreement) => ({
  ...same,
  starts_on: startsOn,
  ends_on: endsOn,
  review_on: reviewOn,
})
