import type { Db } from '../../shared/database.ts'
import { ukToday, type CalendarDate } from '../../shared/dates.ts'
import { OUR_CONTROLLER, OUR_SYSTEM } from '../access-record.ts'
import { addArrivals, addToTell } from './arrival-store.ts'
import { reasonsToTell, type TellableRecord } from './reasons-to-tell.ts'

/** A record as the sequencer has it in hand. */
export interface Arrived extends TellableRecord {
  chain: 'open' | 'sealed'
  subject_ref: Buffer
  registered_at: Date
  record_id: string
  controller_id: string
  controller_system: string | null
  counterparty_id: string | null
}

/** How many of one kind a body has reported for one day. */
export interface Arrival {
  agencyId: string
  day: CalendarDate
  accessType: string
  /** Empty where data passed to nobody. */
  counterpartyId: string
  records: number
}

/**
 * Notes a batch that gets its places in the log, in the same transaction: so each record is counted once. Ours are not
 * counted, nor what people of a body did in our own pages: no body says how many there should be.
 */
export async function noteArrivals(tx: Db, records: readonly Arrived[], now: Date): Promise<void> {
  const ofBodies = records.filter(({ controller_id }) => controller_id !== OUR_CONTROLLER)
  const reported = ofBodies.filter(({ controller_system }) => controller_system !== OUR_SYSTEM)
  if (reported.length > 0) await addArrivals(tx, tally(reported), now)
  // A sealed record is counted with the others, and nobody is told of it. That we told a body, its citizen knows.
  const told = records.filter((record) => record.chain === 'open' && !isOurTelling(record))
  await addToTell(
    tx,
    told.map((record) => ({ record, reasons: reasonsToTell(record) })),
  )
}

const isOurTelling = ({ controller_id, access_type }: Arrived) =>
  controller_id === OUR_CONTROLLER && access_type !== 'consult'

/** In one order, so that two that count never wait for each other. */
export function tally(records: readonly Arrived[]): Arrival[] {
  const tallied = new Map<string, Arrival>()
  for (const { controller_id: agencyId, occurred_start, access_type: accessType, counterparty_id } of records) {
    const [day, counterpartyId] = [ukToday(occurred_start), counterparty_id ?? '']
    const key = [agencyId, day, accessType, counterpartyId].join(' ')
    const arrival = tallied.get(key) ?? { agencyId, day, accessType, counterpartyId, records: 0 }
    tallied.set(key, { ...arrival, records: arrival.records + 1 })
  }
  return [...tallied].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, arrival]) => arrival)
}
