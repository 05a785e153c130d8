import type { Nation } from '../agencies/agency.ts'
import { AGREEMENT_COLUMNS, toAgreement, type AgreementRow } from '../agreements/agreement-rows.ts'
import { fieldsFor, type Agreement } from '../agreements/agreement.ts'
import { ask, statement, type Db } from '../shared/database.ts'
import type { CalendarDate } from '../shared/dates.ts'
import type { Algorithm } from '../vault/signing-keys.ts'
import { GRANTED_COLUMNS, grantedTo, type GrantedRow } from './granted-subscription.ts'
import type { SendingLimits } from './sending-limits.ts'
import type { Subscription } from './subscription.ts'

/** What may be sent at this moment, under the agreement as it stands now: not as it stood when the report was made. */
export interface Grant {
  agreement: Agreement
  /** All that may be sent: the agreement's fields for this event and its matching fields. */
  fields: string[]
  subscription: GrantedSubscription
  /** False while the body is suspended: then hold what is for it. */
  agencyActive: boolean
  /** Whose bank holidays the body keeps. */
  nation: Nation
  /** It has said of whom it has a file. */
  keepsList: boolean
}

/** Its header and client are sealed. */
export type GrantedSubscription = Pick<
  Subscription,
  'id' | 'method' | 'endpointUrl' | 'authorizationHeader' | 'tokenUrl' | 'status'
> &
  SendingLimits & {
    tokenClient: Buffer | null
    /** When its endpoint, as it is now, proved itself; null: nothing about a person is pushed to it. */
    provedAt: Date | null
    /** When it last began to be open; null: from the start. */
    deliversSince: Date | null
    /** What its tokens are signed with. */
    algorithm: Algorithm
  }

export interface WantedGrant {
  subscriptionId: string
  agreementId: string
  eventType: string
}

/** The key of `currentGrants`. */
export const grantKey = ({ subscriptionId, agreementId, eventType }: WantedGrant) =>
  `${subscriptionId}/${agreementId}/${eventType}`

/**
 * Asks the database, in one query for a batch, and keeps nothing. What is not in the map may not be sent: the agreement
 * has ended, is over or no longer covers the event, or the subscription is gone or no longer serves it.
 */
export async function currentGrants(
  db: Db,
  wanted: readonly WantedGrant[],
  today: CalendarDate,
): Promise<Map<string, Grant>> {
  const asked = [...new Map(wanted.map((one) => [grantKey(one), one])).values()]
  const rows = await ask<Row>(
    db,
    granting({
      subscriptions: asked.map((one) => one.subscriptionId),
      agreements: asked.map((one) => one.agreementId),
      events: asked.map((one) => one.eventType),
      today,
    }),
  )
  return new Map(rows.map((row) => [keyOf(row), toGrant(row)]))
}

const granting = statement(
  'current grants',
  `select g.subscription_id, g.event_type, g.method, g.status, g.agency_status,
            b.nation, b.areas, s.lists or b.by_interest as keeps_list, ${GRANTED_COLUMNS}, ${AGREEMENT_COLUMNS}
     from unnest(:subscriptions::uuid[], :agreements::text[], :events::text[]) as w (subscription_id, agreement_id, event_type)
     join grants g using (subscription_id, agreement_id, event_type)
     join agreements a on a.id = g.agreement_id
     join agreement_versions v on v.agreement_id = g.agreement_id and v.version = g.agreement_version
     join subscriptions s on s.id = g.subscription_id
     join agencies b on b.id = s.agency_id
     where g.ends_on is null or g.ends_on >= :today`,
)

interface Row extends AgreementRow, GrantedRow {
  event_type: string
  keeps_list: boolean
}

const keyOf = (row: Row) =>
  grantKey({ subscriptionId: row.subscription_id, agreementId: row.agreement_id, eventType: row.event_type })

function toGrant(row: Row): Grant {
  const agreement = toAgreement(row)
  return { agreement, fields: fieldsFor(agreement, row.event_type), keepsList: row.keeps_list, ...grantedTo(row) }
}
