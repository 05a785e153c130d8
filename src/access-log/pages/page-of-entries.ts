import { decodeCursor, encodeCursor } from '../../shared/cursor.ts'
import type { Db } from '../../shared/database.ts'
import { Refusal } from '../../shared/refusal.ts'
import { textField } from '../../web/form.ts'
import type { AccessEntry, AccessFilter } from '../access-entry.ts'
import { findEntries } from '../access-entry-store.ts'

export interface PageOfEntries {
  entries: AccessEntry[]
  /** Queries that lead on, where there is more. */
  newer?: { newer: string }
  older?: { older: string }
}

export const PAGE_SIZE = 20

/**
 * One page of the list: the newest, or the one that the query's cursor leads to.
 *
 * @throws Refusal `gone` for a cursor that is broken; it must not silently show the first page.
 */
export async function pageOfEntries(
  tx: Db,
  subjects: readonly Buffer[],
  filter: AccessFilter,
  query: unknown,
): Promise<PageOfEntries> {
  const [older, newer] = [cursorIn(query, 'older'), cursorIn(query, 'newer')]
  if (older && newer) throw new Refusal('gone', 'A list is read in one direction')
  // One more than a page shows whether there is more.
  const found = await findEntries(tx, subjects, { filter, older, newer, limit: PAGE_SIZE + 1 })
  const more = found.length > PAGE_SIZE
  const entries = newer && more ? found.slice(1) : found.slice(0, PAGE_SIZE)
  const [first, last] = [entries.at(0), entries.at(-1)]
  return {
    entries,
    ...(first && (newer ? more : older) ? { newer: { newer: encodeCursor(first.cursor) } } : {}),
    ...(last && (newer ?? more) ? { older: { older: encodeCursor(last.cursor) } } : {}),
  }
}

function cursorIn(query: unknown, name: string) {
  const text = textField(query, name)
  return text === '' ? undefined : decodeCursor(text)
}
