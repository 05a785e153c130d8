import type { Knex } from 'knex'
import type { NoticeKind } from '../../notices/notice.ts'
import { queueNotice } from '../../notices/queue-notice.ts'
import { inTransaction, type Db } from '../../shared/database.ts'
import { ukToday } from '../../shared/dates.ts'
import { DAY, later } from '../../shared/clock.ts'
import { retryPolicy } from '../after-attempt.ts'
import { agenciesGivenUpOn } from '../dead-letter-store.ts'
import {
  distrust,
  forgetWarnings,
  rememberTold,
  rememberWarning,
  troubledStreams,
  type TroubledStream,
} from './stream-trouble-store.ts'
import { measuresFor, type Measure, type Share } from './stream-trouble.ts'

const WARNINGS: Record<Share, NoticeKind> = {
  50: 'deliveries-at-risk',
  70: 'deliveries-at-risk-soon',
  90: 'deliveries-at-risk-now',
}

/**
 * Looks after streams that are in trouble: warns their bodies of what will be given up, an e-mail for each stream and
 * step however much waits; tells body and operators of a receiver that needs them; sends nothing about anybody to one
 * that has taken nothing for a day, until it has proved itself anew. And tells the operators of dead letters, once a day.
 * Every few minutes, with the worker's role; what was done is remembered with it, so that it may be done twice.
 */
export async function mindStreams(db: Db, now: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    for (const stream of await troubledStreams(tx, now, retryPolicy.window)) {
      for (const measure of measuresFor(stream, now, retryPolicy.window)) await take(tx, stream, measure, now)
    }
    const givenUpOn = await agenciesGivenUpOn(tx, later(now, -DAY))
    const key = ukToday(now)
    if (givenUpOn.length > 0) await queueNotice(tx, { to: { operator: true }, kind: 'dead-letters', key })
  })
}

async function take(tx: Knex.Transaction, { id, agencyId }: TroubledStream, measure: Measure, now: Date) {
  const key = `${id}:${ukToday(now)}`
  switch (measure.kind) {
    case 'warn':
      await rememberWarning(tx, id, measure.share, now)
      return queueNotice(tx, { to: { agency: agencyId }, kind: WARNINGS[measure.share], key })
    case 'forget-warnings':
      return forgetWarnings(tx, id)
    case 'tell':
      await rememberTold(tx, id, now)
      await queueNotice(tx, { to: { agency: agencyId }, kind: 'stream-failing', key })
      return queueNotice(tx, { to: { operator: true }, kind: 'receiver-failing', key })
    case 'distrust':
      return distrust(tx, id)
  }
}
