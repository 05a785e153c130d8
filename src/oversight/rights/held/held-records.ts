import { findEntries } from '../../../access-log/access-entry-store.ts'
import type { AccessEntry } from '../../../access-log/access-entry.ts'
import { aboutEntries } from '../../../access-log/pages/about-entries.ts'
import { exportedEntry } from '../../../access-log/pages/exported-entry.ts'
import type { Asker, RightsParts } from '../rights-parts.ts'

const RECORDS_AT_A_TIME = 500

/** A page of who used the citizen's data, as the export of that list has it, and where it goes on. */
export async function recordsJson({ events }: RightsParts, { tx, person }: Asker, older?: AccessEntry['cursor']) {
  const { subjects } = person
  const entries = await findEntries(tx, subjects, { filter: {}, older, limit: RECORDS_AT_A_TIME })
  const about = await aboutEntries(tx, subjects, entries, events)
  return {
    records: entries.map((entry) => exportedEntry(entry, about)),
    older: entries.length === RECORDS_AT_A_TIME ? entries.at(-1)?.cursor : undefined,
  }
}
