import type { Facts } from '../catalogue/life-event.ts'
import type { Grant } from '../subscriptions/grants-store.ts'
import { minimise } from '../subscriptions/minimise.ts'
import type { Vault } from '../vault/vault.ts'
import { toldBy, type Change } from './change.ts'
import type { Settlement } from './delivery-store.ts'
import type { ClaimedDelivery } from './delivery.ts'
import { openEndpoint, type Endpoint } from './endpoint.ts'
import { mayBeSent, type Way } from './may-be-sent.ts'
import type { ToldFollowUp } from './told-follow-up-store.ts'

/** Ready to be signed and sent: its disclosure is on record. */
export interface Sendable {
  delivery: ClaimedDelivery
  grant: Grant
  /** All that the body may be told, and nothing else. */
  facts: Facts
  /** What it says of an earlier token; undefined in the first one. */
  change: Change | undefined
  happenedAt: Date
  endpoint: Endpoint
}

export type Prepared =
  | { kind: 'send'; sendable: Sendable }
  | { kind: 'hold'; delivery: ClaimedDelivery }
  | { kind: 'settle'; settlement: Settlement }

/** What is known of a delivery at the moment of sending it. */
export interface KnownDelivery {
  delivery: ClaimedDelivery
  grant: Grant | undefined
  followUp: ToldFollowUp | undefined
  reportedAt: Date | undefined
  /** Undefined when the report is erased. */
  whole: Facts | undefined
  /** Fields that the citizen was shown, where that was not what is granted now. */
  shown: ReadonlySet<string> | undefined
  /** Fields that the citizen left out for this body. */
  leftOut: readonly string[]
  /** How it is about to be told: pushed unless said otherwise. */
  way?: Way | undefined
  /** False when the body has said that it has no file on the person, and was not told yet. */
  hasFile?: boolean
  /** The person's objection has stopped the sharing under this agreement. */
  stopped?: boolean
}

/** Whether a delivery is sent now, later or never, and what exactly it tells. */
export function judge(vault: Vault, now: Date, known: KnownDelivery): Prepared {
  const { delivery, grant, followUp, reportedAt } = known
  const verdict = mayBeSent(grant, known.way)
  if (verdict === 'hold' && !known.stopped) return { kind: 'hold', delivery }
  const told = toldBy(followUp, known.whole)
  if (verdict !== 'send' || known.stopped || known.hasFile === false || !grant || !told || !reportedAt) {
    return { kind: 'settle', settlement: { delivery, decision: { state: 'not-allowed' }, at: now } }
  }
  const { change, whole } = told
  const facts = minimise(whole, fieldsOf(grant, known))
  const happenedAt = change && followUp ? followUp.at : reportedAt
  return {
    kind: 'send',
    sendable: { delivery, grant, facts, change, happenedAt, endpoint: openEndpoint(vault, grant.subscription) },
  }
}

const fieldsOf = ({ fields }: Grant, { shown, leftOut }: KnownDelivery) =>
  fields.filter((field) => (!shown || shown.has(field)) && !leftOut.includes(field))
