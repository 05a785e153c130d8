import { setTimeout as pause } from 'node:timers/promises'
import type { Citizen } from '../support/access-log.ts'
import type { TestDatabase } from '../support/database.ts'
import { aReport } from '../support/reports.ts'
import { sharedNow, type Child } from './child.ts'
import { FAR_AWAY, manyReports } from './many-reports.ts'
import { vault, type Bench } from './set-up.ts'

/** One commit of one row, one notify, one signed POST: milliseconds from before the commit to the arrival. */
export async function floorTimes({ database, receiver }: Bench, samples: number): Promise<number[]> {
  return telling(receiver, samples, async () => {
    const tx = await database.owner.transaction()
    await tx.raw(`select pg_notify('floor', '')`)
    await tx('single_use').insert({ kind: 'floor', id: crypto.randomUUID(), expires_at: new Date() })
    const begun = sharedNow()
    const arrived = firstOf(receiver, 1)
    await tx.commit()
    return (await arrived) - begun
  })
}

/** Milliseconds from before the commit of a report to its first arrival at an agency, when nothing else goes on. */
export async function arrivalTimes({ database, citizen, receiver }: Bench, samples: number): Promise<number[]> {
  const recipients = Number(
    await database
      .owner('subscriptions')
      .count()
      .first()
      .then((row) => row?.['count']),
  )
  return telling(receiver, samples, async () => {
    const arrived = firstOf(receiver, recipients)
    const begun = await committing(database, () => aReport(database, vault, citizen))
    const time = (await arrived) - begun
    await settled(database)
    return time
  })
}

/**
 * Deliveries a second, from when so many reports are due, at once, until all of them are settled.
 *
 * @param whose the one citizen's, unless said
 */
export async function deliveryRate(
  { database, citizen }: Pick<Bench, 'database' | 'citizen'>,
  reports: number,
  whose: (report: number) => Citizen = () => citizen,
): Promise<number> {
  const ids = await manyReports(database, vault, { whose, number: reports, notBefore: FAR_AWAY })
  const begun = sharedNow()
  await makeDue(database)
  await settled(database)
  const milliseconds = sharedNow() - begun
  return ((await deliveriesOf(database, ids)) * 1000) / milliseconds
}

/** All reports that wait for a day that is far away. */
export function makeDue({ owner }: TestDatabase): Promise<void> {
  return owner.transaction(async (tx) => {
    await tx('reports').whereNull('fanned_out_at').update({ not_before: new Date() })
    await tx.raw(`select pg_notify('reports', '')`)
  })
}

/**
 * Milliseconds from when a report was begun to when its body had answered, for each delivery, while so many reports a
 * second come in.
 */
export async function loadedTimes({ database, citizen }: Bench, reports: number, perSecond: number): Promise<number[]> {
  const begun = new Date()
  const sending: Promise<unknown>[] = []
  for (let report = 0; report < reports; report += 1) {
    const wait = begun.getTime() + (report * 1000) / perSecond - Date.now()
    if (wait > 0) await pause(wait)
    sending.push(aReport(database, vault, citizen))
  }
  await Promise.all(sending)
  await settled(database)
  const { rows } = await database.owner.raw<{ rows: { ms: number }[] }>(
    `select (extract(epoch from a.finished_at - r.submitted_at) * 1000)::float8 as ms
     from reports r join deliveries d on d.report_id = r.id join delivery_attempts a on a.delivery_id = d.id
     where r.submitted_at >= ?`,
    [begun],
  )
  return rows.map(({ ms }) => ms)
}

async function telling(receiver: Child, samples: number, sample: () => Promise<number>): Promise<number[]> {
  await receiver.ask({ kind: 'tell', on: true })
  const times: number[] = []
  for (let number = 0; number < samples; number += 1) times.push(await sample())
  await receiver.ask({ kind: 'tell', on: false })
  return times
}

/** When the first of so many arrived; resolves when all have. */
function firstOf(receiver: Child, number: number): Promise<number> {
  const times: number[] = []
  return new Promise((resolve) => {
    receiver.onNews((news) => {
      times.push((news as { at: number }).at)
      if (times.length === number) resolve(Math.min(...times))
    })
  })
}

/** When the commit that `work` ends with was asked for. */
async function committing({ web }: TestDatabase, work: () => Promise<unknown>): Promise<number> {
  let begun = 0
  const note = ({ sql }: { sql: string }) => {
    if (/^commit/i.test(sql)) begun = sharedNow()
  }
  web.on('query', note)
  await work()
  web.off('query', note)
  return begun
}

async function deliveriesOf({ owner }: TestDatabase, reports: readonly string[]): Promise<number> {
  const row = await owner('deliveries')
    .whereRaw('report_id = any(?::uuid[])', [reports as never])
    .count()
    .first()
  return Number(row?.['count'])
}

const UNSETTLED = `select exists (select from reports where fanned_out_at is null)
  or exists (select from deliveries where state = 'due') as unsettled`

export async function settled({ owner }: TestDatabase): Promise<void> {
  for (;;) {
    const { rows } = await owner.raw<{ rows: { unsettled: boolean }[] }>(UNSETTLED)
    if (rows[0]?.unsettled === false) return
    // Often enough for a run of seconds, and seldom enough to take nothing from it.
    await pause(20)
  }
}
