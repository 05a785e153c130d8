import { isUuid } from './references.ts'
import { Refusal } from './refusal.ts'

/** A place in a list that is ordered by time and, within one moment, by id. Newer rows do not move it. */
export interface Cursor {
  /** Microseconds since 1970, as PostgreSQL keeps them: a Date would lose the last three digits. */
  microseconds: number
  id: string
}

/** As it stands in a link: opaque to people, and made of nothing that says who they are. */
export const encodeCursor = ({ microseconds, id }: Cursor) =>
  Buffer.from(`${microseconds}.${id}`, 'utf8').toString('base64url')

/** @throws Refusal `gone` for anything that we did not make: a broken cursor must not silently show the first page. */
export function decodeCursor(text: string): Cursor {
  const [time = '', id = ''] = Buffer.from(text, 'base64url').toString('utf8').split('.')
  const cursor = { microseconds: Number(time), id }
  const ours = /^\d{1,16}$/.test(time) && Number.isSafeInteger(cursor.microseconds) && isUuid(id)
  if (!ours || encodeCursor(cursor) !== text) throw new Refusal('gone', 'This page of the list is no longer there')
  return cursor
}
