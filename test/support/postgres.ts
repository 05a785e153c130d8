import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type DatabaseUrls, provideDatabase } from '../../src/demo/database/provide-database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated database that every test database is a copy of. Copies need it unused: never connect to it. */
    template: DatabaseUrls
  }
}

/** One server for the whole run, whatever DATABASE_URL says: tests empty and drop databases. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tell-us-once-test-'))
  // Open to root's server, whose data would work in a folder elsewhere otherwise, and stay there if we were killed.
  await chmod(dataDir, 0o755)
  const database = await provideDatabase({ dataDir, log: () => undefined, flags: FAST_AND_FORGETFUL })
  project.provide('template', database.urls)
  return async () => {
    await database.stop()
    await rm(dataDir, { recursive: true })
  }
}

const FAST_AND_FORGETFUL = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'autovacuum=off',
  // Each test file has pools of its own for three roles.
  'max_connections=200',
].flatMap((setting) => ['-c', setting])
