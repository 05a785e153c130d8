import { join } from 'node:path'
import { logKeyOf } from './access-log/log/log-settings.ts'
import type { Config, OneLoginSettings, StaffOidcSettings } from './config.ts'
import { provideDatabase, type DatabaseUrls } from './demo/database/provide-database.ts'
import { forkOneLogin } from './demo/one-login/process.ts'
import { startStaffSignIn } from './demo/staff-sign-in/server.ts'
import { forkWitness } from './demo/witness/process.ts'
import type { Witness } from './merkle-log/ask-witness.ts'
import { parseVkey, vkey } from './merkle-log/note-key.ts'
import { publicKeys } from './identity/relying-party.ts'
import { inWords } from './run-process.ts'
import { openDatabase } from './shared/database.ts'
import { roleProblem, type ProcessRole } from './shared/role-store.ts'

/** What a machine of one's own has in place of what production is given. Each gives way to its setting alone. */
export interface Embedded<Part> {
  part: Part
  stop: () => Promise<void>
}

/** For a process of its own, the URL with its role. In production only a role that row-level security holds for. */
export async function databaseOf(process: ProcessRole, config: Config): Promise<Embedded<string>> {
  const { url } = config.database
  if (config.production && url) {
    await refuseUnsafeRole(url, process)
    return { part: url, stop: () => Promise.resolve() }
  }
  const database = await ownDatabase(config, () => undefined)
  return { ...database, part: database.part[process] }
}

/** The database of a machine of one's own: the one of DATABASE_URL, or the embedded one. */
export async function ownDatabase(config: Config, log: (line: string) => void): Promise<Embedded<DatabaseUrls>> {
  const { url, migrateUrl } = config.database
  const options = { dataDir: config.dataDir, databaseUrl: url, migrateDatabaseUrl: migrateUrl, log }
  const database = await provideDatabase(options)
  return { part: database.urls, stop: () => database.stop() }
}

/** The One Login of the settings, or outside production the simulated one as a process of its own. */
export async function oneLoginOf(config: Config): Promise<Embedded<OneLoginSettings>> {
  if (config.oneLogin) return { part: config.oneLogin, stop: () => Promise.resolve() }
  if (config.production) throw new Error('The simulated One Login does not run in production.')
  const client = { id: 'tell-us-once', jwks: publicKeys(config.relyingParty) }
  const keysFile = join(config.dataDir, 'one-login.json')
  const running = await forkOneLogin({ baseUrl: config.baseUrl, client, keysFile })
  return { part: { ...running, clientId: client.id }, stop: () => running.close() }
}

/** The witnesses of the settings, or outside production a sample one as a process of its own. */
export async function witnessesOf(config: Config): Promise<Embedded<readonly Witness[]>> {
  const { witnesses } = config.log
  if (witnesses.length > 0 || config.production) return { part: witnesses, stop: () => Promise.resolve() }
  const running = await forkWitness({ folder: join(config.dataDir, 'witness'), logs: [vkey(logKeyOf(config))] })
  return { part: [{ url: running.url, key: parseVkey(running.vkey) }], stop: () => running.close() }
}

/** Where staff sign in by the settings, or outside production the simulated one, in this process. */
export async function staffOidcOf(config: Config): Promise<Embedded<StaffOidcSettings>> {
  if (config.staffOidc) return { part: config.staffOidc, stop: () => Promise.resolve() }
  if (config.production) throw new Error('The simulated sign-in for staff does not run in production.')
  const client = { id: 'tell-us-once-staff', jwks: publicKeys(config.relyingParty) }
  const keysFile = join(config.dataDir, 'staff-sign-in.json')
  const running = await startStaffSignIn({ baseUrl: config.baseUrl, client, keysFile })
  const part = { issuer: running.issuer, clientId: client.id, ...config.relyingParty }
  return { part, stop: () => running.close() }
}

async function refuseUnsafeRole(url: string, process: ProcessRole): Promise<void> {
  const db = openDatabase(url, { max: 1 })
  try {
    const problem = await roleProblem(db, process).catch(unusable)
    if (problem) throw new Error(problem)
  } finally {
    await db.destroy()
  }
}

const unusable = (error: unknown) => `The database of DATABASE_URL cannot be used (${inWords(error)}).`
