import { constants } from 'node:fs'
import { access, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '../../shared/folder.ts'
import { lock, type Release, tryLock } from './folder-lock.ts'

/** The folder that everything of the embedded server is kept in, made when missing; its real path. */
export async function openHome(dataDir: string): Promise<string> {
  try {
    makeFolder(dataDir)
    const home = await realpath(dataDir)
    await access(home, constants.R_OK | constants.W_OK | constants.X_OK)
    return home
  } catch (error) {
    throw unusable(dataDir, error)
  }
}

/** Held while a server is being started or stopped, so that two who come at once do not both do it. */
export async function lockHome(home: string, log: (line: string) => void): Promise<Release> {
  try {
    return await lock(join(home, 'postgres.lock'), () =>
      log('Waiting for another process that starts or stops PostgreSQL.'),
    )
  } catch (error) {
    throw unusable(home, error)
  }
}

/** Counts this process among the users of the server for as long as it lives, or until it calls what this answers. */
export function joinUsers(home: string): Release {
  const leave = tryLock(usersIn(home), 'shared')
  if (!leave) throw new Error(`${usersIn(home)} is locked by another program: stop it and start again.`)
  return leave
}

export function hasUsers(home: string): boolean {
  const alone = tryLock(usersIn(home), 'exclusive')
  alone?.()
  return !alone
}

const usersIn = (home: string) => join(home, 'postgres.users')

function unusable(dataDir: string, error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error)
  return new Error(`The folder ${dataDir} cannot be used (${reason}): set DATA_DIR to a folder that can be written.`)
}
