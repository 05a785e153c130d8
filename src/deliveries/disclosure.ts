import type { Disclosure, DisclosureResult } from '../access-log/record.ts'
import { activityUri, PURPOSE, type Agreement } from '../agreements/agreement.ts'
import { findLifeEvent, type Catalogue } from '../catalogue/catalogue.ts'
import type { Facts } from '../catalogue/life-event.ts'
import type { Change } from './change.ts'
import type { Settlement } from './delivery-store.ts'
import type { ClaimedDelivery } from './delivery.ts'

interface AboutToBeTold {
  delivery: ClaimedDelivery
  grant: { agreement: Agreement }
  facts: Facts
  change?: Change | undefined
}

/** Who of a body opens it: their role, and who they are, sealed. */
export type DoneBy = Pick<Disclosure, 'actor' | 'sealed'>

interface Setting {
  baseUrl: string
  events?: Catalogue
}

/**
 * The access record of what a body is about to be told: of what it really gets, not of all that it could get. What leaves
 * the house about a person is on record, a withdrawal too, which tells no more than that.
 */
export function disclosureOf(told: AboutToBeTold, { baseUrl, events }: Setting, at: Date): Disclosure {
  const { delivery, grant, change } = told
  const { agreement } = grant
  return {
    recordId: delivery.accessRecordId,
    subjectRef: delivery.subjectRef,
    registeredAt: at,
    agencyId: delivery.agencyId,
    agreementId: agreement.id,
    activityId: activityUri(baseUrl, agreement),
    purpose: PURPOSE,
    legalBasis: agreement.legalBasis,
    power: agreement.power,
    dataCategories: categoriesOf(told, events),
    reportId: delivery.reportId,
    ...traceOf(delivery),
    name: [
      'disclose',
      delivery.eventType,
      ...(change ? [change.change] : []),
      ...(delivery.again ? ['again'] : []),
    ].join(' '),
  }
}

/** What becomes of the record; undefined while the delivery is not done with, or when there may be no record of it. */
export function disclosureResultOf({ delivery, decision, attempt, at }: Settlement): DisclosureResult | undefined {
  const { subjectRef, accessRecordId: recordId } = delivery
  if (decision.state === 'due') return undefined
  if (decision.state === 'acknowledged') return { subjectRef, recordId, result: 'made', at }
  const mayBeRecorded = attempt !== undefined || delivery.attempts > 0 || delivery.claimedBefore
  return mayBeRecorded ? { subjectRef, recordId, result: 'not-made', at } : undefined
}

/**
 * W3C trace context of a delivery: its jti, which both sides know, and half of the record's id. Neither is known to
 * another agency, so that no two of them can join what they hold by it.
 */
export const traceOf = ({ id, accessRecordId }: Pick<ClaimedDelivery, 'id' | 'accessRecordId'>) => ({
  traceId: id.replaceAll('-', ''),
  spanId: accessRecordId.replaceAll('-', '').slice(-16),
})

function categoriesOf({ delivery, facts, change }: AboutToBeTold, events: Catalogue | undefined): string[] {
  const fields = findLifeEvent(delivery.eventType, events)?.fields ?? {}
  const categories = Object.keys(facts).flatMap((name) => fields[name]?.category ?? [])
  const message = change && change.change !== 'corrected' ? (['correspondence'] as const) : []
  return [...new Set([...categories, ...message])]
}
