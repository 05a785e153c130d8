import type { Knex } from 'knex'
import type { Db } from '../../shared/database.ts'

/** What a state of the gallery is played on: it sees what the owner sees, and nothing of it stays. */
export type StageTransaction = Knex.Transaction

/** Lets the owner of a development database act as the web role, so that row-level security holds on the stage too. */
export async function mayActAsWeb(db: Db): Promise<void> {
  await db.raw('grant tell_us_once_web to current_user with inherit false, set true')
}

/** From here on the transaction has the rights of the web process, and no more. */
export async function actAsWeb(tx: StageTransaction): Promise<void> {
  await tx.raw('set local role tell_us_once_web')
}

/** Whatever else waits in this database is not the stage's business. */
export async function setAsideOtherReports(tx: StageTransaction, own: string): Promise<void> {
  await tx('reports').whereNull('fanned_out_at').whereNot({ id: own }).update({ fanned_out_at: new Date() })
}

export interface StagedDelivery {
  id: string
  report_id: string
  agency_id: string
  agreement_id: string
  agreement_version: number
  access_record_id: string
  subscription_id: string
}

export async function deliveriesOf(tx: StageTransaction, reportId: string): Promise<StagedDelivery[]> {
  return tx<StagedDelivery>('deliveries').where({ report_id: reportId }).orderBy('id')
}

export async function setDelivery(tx: StageTransaction, id: string, columns: object): Promise<void> {
  await tx('deliveries').where({ id }).update(columns)
}

export async function setSubscription(tx: StageTransaction, id: string, columns: object): Promise<void> {
  await tx('subscriptions').where({ id }).update(columns)
}

export async function streamsOfAgency(tx: StageTransaction, agencyId: string): Promise<string[]> {
  return tx('subscriptions').where({ agency_id: agencyId }).orderBy(['position', 'id']).pluck<string[]>('id')
}

/** As if they had been with another body. */
export async function removeAgreementsOf(tx: StageTransaction, agencyId: string): Promise<void> {
  await tx('agreements').where({ agency_id: agencyId }).update({ agency_id: 'hmrc' })
}

/** A case about a report that is erased by now. @returns its id. */
export async function addCase(tx: StageTransaction, accountId: string, at: Date): Promise<string> {
  const id = crypto.randomUUID()
  const about = { report_id: crypto.randomUUID(), account_id: accountId, kind: 'wrong-report' }
  await tx('cases').insert({ id, ...about, opened_at: at })
  return id
}

export interface StagedSample {
  at: Date
  agency_id: string
  due: number
  /** In seconds. */
  oldest_due: number
  in_flight: number
  failed: number
  within_second: number
  within_ten_seconds: number
  later: number
}

/** These samples and no others. */
export async function stageSamples(tx: StageTransaction, samples: readonly StagedSample[]): Promise<void> {
  await tx('delivery_samples').delete()
  if (samples.length > 0) await tx('delivery_samples').insert(samples).onConflict(['at', 'agency_id']).ignore()
}

/** Timers that were done at a time, and others that fail. */
export async function stageTimers(
  tx: StageTransaction,
  { done, failing, at }: { done: string[]; failing: string[]; at: Date },
): Promise<void> {
  await tx.raw(`select jobs.create_queue('timers', '{"policy": "exclusive"}')`)
  const cron = { name: 'timers', kind: 'cron', cron: '* * * * *', timezone: 'Europe/London' }
  await tx('jobs.schedule').where({ name: 'timers' }).delete()
  await tx('jobs.schedule').insert([...done, ...failing].map((key) => ({ ...cron, key })))
  await tx('jobs.job').where({ name: 'timers' }).delete()
  const job = (state: string) => (key: string) => ({ name: 'timers', singleton_key: key, state })
  await tx('jobs.job').insert(done.map((key) => ({ ...job('completed')(key), completed_on: at, retry_count: 0 })))
  await tx('jobs.job').insert(failing.map((key) => ({ ...job('retry')(key), retry_count: 3 })))
}
