import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'

export type Release = () => void

/**
 * Takes a lock on a file, alone (`exclusive`) or with others (`shared`), or answers undefined when it is taken.
 * SQLite is the one portable way in Node to the operating system's own file locks, which end with the process
 * however it ends: nothing to clean up after a SIGKILL, and no process number to mistake for another's.
 */
export function tryLock(file: string, mode: 'exclusive' | 'shared'): Release | undefined {
  const lock = new DatabaseSync(file, { timeout: 0 })
  try {
    lock.exec(
      `${NO_JOURNAL_FILE}; ${mode === 'exclusive' ? 'begin exclusive' : 'begin; select count(*) from sqlite_schema'}`,
    )
  } catch (error) {
    lock.close()
    if (isBusy(error)) return undefined
    throw error
  }
  held.add(lock)
  return () => {
    if (held.delete(lock)) lock.close()
  }
}

/** Waits for a lock of its own; `onWait` is called once if somebody else has it. */
export async function lock(file: string, onWait: () => void): Promise<Release> {
  let release = tryLock(file, 'exclusive')
  if (!release) onWait()
  while (!release) {
    await wait(50)
    release = tryLock(file, 'exclusive')
  }
  return release
}

// The garbage collector closes a database nobody holds, and with it the lock.
const held = new Set<DatabaseSync>()

// Nothing is ever written, so there is nothing to undo, and a kill leaves no file behind.
const NO_JOURNAL_FILE = 'pragma journal_mode = memory'

const SQLITE_BUSY = 5

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY
}
