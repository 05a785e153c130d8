import { nextClosed, type Maintenance } from './maintenance.ts'
import type { SendingTerms } from './sending-limits.ts'

/** How a row of subscriptions keeps what a body grants of its receiver. */
export interface SendingRow {
  max_in_flight: number | null
  max_per_second: number | null
  maintenance: Maintenance[] | null
}

/** With the maintenance that is on or comes next, which is what claims ask for. */
export const sendingColumns = ({ maxInFlight, maxPerSecond, maintenance }: SendingTerms, now: Date) => ({
  max_in_flight: maxInFlight ?? null,
  max_per_second: maxPerSecond ?? null,
  maintenance: maintenance ? JSON.stringify(maintenance) : null,
  ...closedColumns(maintenance ?? [], now),
})

export function closedColumns(maintenance: readonly Maintenance[], now: Date) {
  const closed = nextClosed(maintenance, now)
  return { closed_from: closed?.from ?? null, closed_until: closed?.until ?? null }
}

export const toSendingTerms = (row: SendingRow) => ({
  maxInFlight: row.max_in_flight,
  maxPerSecond: row.max_per_second,
  maintenance: row.maintenance,
})
