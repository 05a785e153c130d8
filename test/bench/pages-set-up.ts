import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { provideDatabase } from '../../src/demo/database/provide-database.ts'
import { startChild } from './child.ts'
import type { Target } from './pages-load.ts'

/** Each page by its name in the figures, as we serve it and as the bare application does. */
export type Pages = Record<string, { ours: Target; bare: Target }>

/** A database of its own, on disk and durable as in production, and the web process. Leaves nothing behind. */
export async function withPages<Result>(work: (pages: Pages) => Promise<Result>): Promise<Result> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tell-us-once-bench-'))
  // Where root's server, which is another user's, may enter.
  await chmod(dataDir, 0o755)
  const database = await provideDatabase({ dataDir, log: () => undefined })
  const web = await startChild('pages-process.ts', { urls: database.urls })
  try {
    return await work(await web.ask<Pages>({ kind: 'prepare' }))
  } finally {
    await web.end()
    await database.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
