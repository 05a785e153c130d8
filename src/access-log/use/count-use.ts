import type { Db } from '../../shared/database.ts'
import { ukToday, type CalendarDate } from '../../shared/dates.ts'
import { OUR_CONTROLLER } from '../access-record.ts'
import { addUse } from './agreement-use-store.ts'

/** What of a record matters here. */
export interface CountedRecord {
  chain: 'open' | 'sealed'
  controller_id: string
  access_type: string
  agreement_ref: string | null
  occurred_start: Date
  registered_at: Date
  drift: readonly string[]
  supersedes: string | null
}

/** What a batch adds to one month of one agreement. */
export interface AddedUse {
  agreementId: string
  month: CalendarDate
  told: number
  used: number
  drift: number
  lastAt: Date
}

/**
 * Counts a batch that gets its places in the log for the agreements that it names, in the same transaction: each record
 * once, and none is ever read again for it. Whatever is not placed yet is counted when it is, so there is nothing to
 * catch up with.
 */
export async function noteUse(tx: Db, records: readonly CountedRecord[]): Promise<void> {
  const added = tallyUse(records)
  if (added.length > 0) await addUse(tx, added)
}

/** By agreement and month, in one order, so that two that count never wait for each other. */
export function tallyUse(records: readonly CountedRecord[]): AddedUse[] {
  const tallied = new Map<string, AddedUse>()
  for (const record of records) {
    const { agreement_ref: agreementId } = record
    if (agreementId === null || !counts(record)) continue
    const at = timeOf(record)
    const month = `${ukToday(at).slice(0, 7)}-01`
    const key = `${agreementId} ${month}`
    const so = tallied.get(key) ?? { agreementId, month, told: 0, used: 0, drift: 0, lastAt: at }
    const ours = record.controller_id === OUR_CONTROLLER
    tallied.set(key, {
      ...so,
      told: so.told + (ours ? 1 : 0),
      used: so.used + (ours ? 0 : 1),
      drift: so.drift + (record.drift.length > 0 ? 1 : 0),
      lastAt: at > so.lastAt ? at : so.lastAt,
    })
  }
  return [...tallied].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, added]) => added)
}

/**
 * Not a sealed one, of which a count by agreement would say that somebody is looked into; not a correction, whose first
 * record was counted; of our own only what tells a body something.
 */
const counts = ({ chain, supersedes, controller_id, access_type }: CountedRecord) =>
  chain === 'open' && supersedes === null && (controller_id !== OUR_CONTROLLER || access_type === 'disclose')

/** By the body's clock, unless that is ahead of ours. */
const timeOf = ({ occurred_start: occurred, registered_at: registered }: CountedRecord) =>
  occurred < registered ? occurred : registered
