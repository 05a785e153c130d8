import { randomUUID } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { recordOutcome } from '../../src/deliveries/record-outcome.ts'
import type { Outcome } from '../../src/deliveries/outcome.ts'
import type { TrackedDelivery } from '../../src/progress/tracked-delivery.ts'
import type { Vault } from '../../src/vault/vault.ts'
import type { Citizen } from './access-log.ts'
import type { TestDatabase } from './database.ts'

/** A report's deliveries have been worked out at this time; without any, that is all that happens. */
export async function fannedOut({ worker }: TestDatabase, reportId: string, at: Date): Promise<void> {
  await worker('reports').where({ id: reportId }).update({ fanned_out_at: at })
}

export type DeliveryDetails = Partial<TrackedDelivery> & {
  reportId: string
  createdAt: Date
  subscriptionId?: string
  lastFailure?: string
}

/** One body on its way to being told of a report. @returns the jti of its token. */
export async function aDelivery(
  { worker }: TestDatabase,
  { accountId, subject }: Citizen,
  remarkable: DeliveryDetails,
): Promise<string> {
  const { reportId, createdAt, state = 'due', attempts = 0 } = remarkable
  const id = remarkable.id ?? uuidv7()
  await worker('deliveries').insert({
    id,
    report_id: reportId,
    account_id: accountId,
    subject_ref: subject,
    subscription_id: remarkable.subscriptionId ?? randomUUID(),
    agency_id: remarkable.agencyId ?? 'dvla',
    agreement_id: remarkable.agreementId ?? 'dvla-driving-licence',
    agreement_version: remarkable.agreementVersion ?? 1,
    event_type: 'change-of-address',
    access_record_id: remarkable.accessRecordId ?? uuidv7(),
    state,
    attempts,
    last_failure: remarkable.lastFailure ?? null,
    created_at: createdAt,
    next_attempt_at: remarkable.nextAttemptAt ?? createdAt,
    settled_at: remarkable.settledAt ?? (state === 'due' ? null : createdAt),
  })
  return id
}

/** What a body answers, as its program does once it is through the door. */
export async function anAnswer(
  { web: db }: TestDatabase,
  vault: Vault,
  { jti, at, agencyId = 'dvla', ...outcome }: Outcome & { jti: string; at: Date; agencyId?: string },
): Promise<void> {
  await recordOutcome({ db, vault, clock: () => at }, agencyId, jti, outcome)
}
