import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { provideDatabase } from '../../src/demo/database/provide-database.ts'
import { openDatabase } from '../../src/shared/database.ts'
import { startHouse, type House } from '../support/house.ts'

/** The web process over a database of its own, on disk and durable as in production. `close` leaves nothing behind. */
export async function standingHouse(): Promise<{ house: House; close: () => Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tell-us-once-bench-'))
  // Where root's server, which is another user's, may enter.
  await chmod(dataDir, 0o755)
  const provided = await provideDatabase({ dataDir, log: () => undefined })
  const { urls } = provided
  const [owner, web, worker] = [openDatabase(urls.owner), openDatabase(urls.web), openDatabase(urls.worker)]
  const house = await startHouse({}, { database: { urls, owner, web, worker, close: () => Promise.resolve() } })
  // As behind a proxy, so that callers have addresses of their own: limits are per address.
  house.app.set('trust proxy', 1)
  return {
    house,
    async close() {
      await house.close()
      await Promise.all([owner, web, worker].map((pool) => pool.destroy()))
      await provided.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
