import type { Stretch } from '../deliveries/agency-delivery.ts'
import { decodeCursor, encodeCursor, type Cursor } from '../shared/cursor.ts'
import { Refusal } from '../shared/refusal.ts'
import { textField } from '../web/form.ts'

export const PAGE_SIZE = 25

/** The stretch of a list that a query's cursor leads to, and one row more, which shows whether there is more. */
export function stretchIn(query: unknown, order: Stretch['order'], now: Date): Stretch {
  const [after, before] = [cursorIn(query, 'after'), cursorIn(query, 'before')]
  if (after && before) throw new Refusal('gone', 'A list is read in one direction')
  return { order, after, before, limit: PAGE_SIZE + 1, now }
}

export interface Shown<Row> {
  rows: Row[]
  /** Queries that lead on, where there is more. */
  previous?: { before: string }
  next?: { after: string }
}

/** A page of what was found, and where it goes on. */
export function pageOf<Row extends { cursor: Cursor }>(found: readonly Row[], { after, before }: Stretch): Shown<Row> {
  const more = found.length > PAGE_SIZE
  const rows = before && more ? found.slice(1) : found.slice(0, PAGE_SIZE)
  const [first, last] = [rows.at(0), rows.at(-1)]
  return {
    rows,
    ...(first && (before ? more : after) ? { previous: { before: encodeCursor(first.cursor) } } : {}),
    ...(last && (before ?? more) ? { next: { after: encodeCursor(last.cursor) } } : {}),
  }
}

/** Links to the pages before and after, with what else the query says. */
export function pageLinks({ previous, next }: Shown<unknown>, path: string, filter: Record<string, string>) {
  const href = (cursor: Record<string, string> | undefined) =>
    cursor && `${path}?${new URLSearchParams({ ...filter, ...cursor }).toString()}`
  return { previousHref: href(previous), nextHref: href(next) }
}

function cursorIn(query: unknown, name: string): Cursor | undefined {
  const text = textField(query, name)
  return text === '' ? undefined : decodeCursor(text)
}
