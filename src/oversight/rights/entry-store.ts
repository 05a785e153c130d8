import type { Db } from '../../shared/database.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import type { Exception } from './exception.ts'
import type { RightsEntry, Step } from './right.ts'

export interface NewEntry {
  id: string
  requestId: string
  at: Date
  kind: Step
  madeBy: RightsEntry['madeBy']
  staffId?: string | undefined
  due?: CalendarDate | undefined
  exception?: Exception | undefined
  /** Sealed. */
  words?: Buffer | undefined
}

/** It moves its request on; the other side is written to, unless nothing is new to them. */
export async function addEntry(tx: Db, entry: NewEntry, { tell }: { tell: boolean }): Promise<void> {
  await tx('rights_entries').insert({
    ...{ id: entry.id, request_id: entry.requestId, at: entry.at, kind: entry.kind, made_by: entry.madeBy },
    ...{ staff_id: entry.staffId ?? null, due: entry.due ?? null, exception: entry.exception ?? null },
    words: entry.words ?? null,
  })
  if (tell) await tx.raw('select queue_rights_notice(?, ?)', [entry.requestId, entry.id])
}

export type SealedEntry = Omit<RightsEntry, 'words'> & { words?: Buffer | undefined }

/** In their order. */
export async function entriesOf(tx: Db, requestId: string): Promise<SealedEntry[]> {
  const rows = await tx<EntryRow>('rights_entries').where({ request_id: requestId }).orderBy(['at', 'id'])
  return rows.map(({ id, at, kind, made_by: madeBy, due, exception, words }) => ({
    ...{ id, at, kind, madeBy, due: due ?? undefined, exception: exception ?? undefined, words: words ?? undefined },
  }))
}

interface EntryRow {
  id: string
  request_id: string
  at: Date
  kind: Step
  made_by: RightsEntry['madeBy']
  due: CalendarDate | null
  exception: Exception | null
  words: Buffer | null
}
