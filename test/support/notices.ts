import { readOutbox, type KeptMessage } from '../../src/notices/development-outbox.ts'
import { createNoticesWorker } from '../../src/notices/worker.ts'
import { noticesParts } from '../../src/worker.ts'
import type { House } from './house.ts'

/**
 * Does what the house's worker would do about notices by now.
 *
 * @returns every message so far as the outbox keeps it, newest first.
 */
export async function sendNotices({ config, database, clock, logger, baseUrl }: House): Promise<KeptMessage[]> {
  if (!('outbox' in config.notify)) throw new Error('This house sends to GOV.UK Notify')
  const parts = { db: database.worker, clock, logger, baseUrl, ...noticesParts(config, database.worker, clock) }
  await createNoticesWorker(parts).runOnce()
  return readOutbox(config.notify.outbox)
}
