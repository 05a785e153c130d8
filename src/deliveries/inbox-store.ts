import type { Knex } from 'knex'
import type { CalendarDate } from '../shared/dates.ts'
import { DURING_DAY } from './agency-delivery-rows.ts'
import { ANY_PRIORITY, NONE_BEFORE, STILL_DUE, toClaimed, type Claim, type DeliveryRow } from './delivery-store.ts'
import type { ClaimedDelivery } from './delivery.ts'

/**
 * Of these, what waits in an inbox that is open, leased for the one who opens it. Somebody else who opens the same at
 * the same moment waits, and then finds it opened. In its body's context.
 */
export async function claimToOpen(
  tx: Knex.Transaction,
  ids: readonly string[],
  { lease, now, leasedUntil }: Pick<Claim, 'lease' | 'now' | 'leasedUntil'>,
): Promise<ClaimedDelivery[]> {
  const { rows } = await tx.raw<{ rows: DeliveryRow[] }>(
    `with waiting as materialized (
       select d.id from deliveries d
       where d.id = any(:ids::uuid[]) and ${STILL_DUE} and d.next_attempt_at <= :now and ${NONE_BEFORE}
         and ${IN_OPEN_INBOX}
       order by d.id for update
     )
     update deliveries d set lease = :lease, leased_until = :leasedUntil from waiting where d.id = waiting.id
     returning d.*, false as claimed_before`,
    { ids: [...ids] as unknown as string, lease, now, leasedUntil },
  )
  return rows.map(toClaimed)
}

/** Of these, what was opened before. In its body's context. */
export async function openedBefore(tx: Knex.Transaction, ids: readonly string[]): Promise<ClaimedDelivery[]> {
  const { rows } = await tx.raw<{ rows: DeliveryRow[] }>(
    `select d.*, true as claimed_before from deliveries d
     where d.id = any(?::uuid[]) and d.state = 'acknowledged' and ${IN_OPEN_INBOX}`,
    [[...ids]] as unknown as string[],
  )
  return rows.map(toClaimed)
}

/** Bodies with something in their inbox that came before then and nobody has opened. With the worker's role. */
export async function agenciesWithUnopened(tx: Knex.Transaction, before: Date): Promise<string[]> {
  const { rows } = await tx.raw<{ rows: { agency_id: string }[] }>(
    `select distinct s.agency_id from subscriptions s join agencies a on a.id = s.agency_id
     where s.method = 'inbox' and s.status = 'enabled' and a.status = 'active' and exists (
       select from deliveries d
       where d.subscription_id = s.id and ${ANY_PRIORITY} and d.state = 'due' and d.next_attempt_at <= ?)
     order by s.agency_id`,
    [before],
  )
  return rows.map(({ agency_id }) => agency_id)
}

/** What came to its inbox on a day, opened or not, the earliest first. In the body's context. */
export async function idsOfDay(
  tx: Knex.Transaction,
  agency: string,
  { day, now, limit }: { day: CalendarDate; now: Date; limit: number },
): Promise<string[]> {
  const { rows } = await tx.raw<{ rows: { id: string }[] }>(
    `select d.id from deliveries d left join subscriptions s on s.id = d.subscription_id
     where d.agency_id = ? and s.method = 'inbox' ${DURING_DAY}
       and (d.state = 'acknowledged' or (d.state = 'due' and d.next_attempt_at <= ?))
     order by d.created_at, d.id limit ?`,
    [agency, day, day, now, limit],
  )
  return rows.map(({ id }) => id)
}

const IN_OPEN_INBOX = `exists (
  select from subscriptions s where s.id = d.subscription_id and s.method = 'inbox' and s.status = 'enabled')`
