import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig, type Config } from '../../src/config.ts'
import { startOneLogin } from '../../src/demo/one-login/server.ts'
import { loadOneLoginKeys } from '../../src/demo/one-login/keys.ts'
import { publicKeys as relyingPartyKeys } from '../../src/identity/relying-party.ts'
import { publicKeys } from '../../src/vault/signing-keys.ts'
import { takePort } from '../../src/web/listen.ts'
import type { TestDatabase } from '../support/database.ts'
import { openBodies, type Bodies, type BodiesDetails } from './bodies.ts'
import { keep, type Kept } from './kept-process.ts'
import type { ProcessSettings } from './settings.ts'

/** The service in processes of its own, and around it One Login and the bodies, in ours. */
export interface FaultTown {
  config: Config
  baseUrl: string
  database: TestDatabase
  bodies: Bodies
  web: Kept
  workers: Kept[]
  /** Ends the workers, as a platform asks them to, and has one in their place whose clock is so far ahead. */
  later(ahead: number): Promise<void>
  /** What the workers' clocks said at a time of ours. */
  theirTime(at: Date): Date
  close(): Promise<void>
}

export async function openTown(
  database: TestDatabase,
  { workers, brisk, ...details }: { workers: number; brisk: boolean } & Pick<BodiesDetails, 'chance' | 'without'>,
): Promise<FaultTown> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tell-us-once-faults-'))
  await chmod(dataDir, 0o755)
  const door = await takePort(0, ['127.0.0.1'])
  await door.close()
  const baseUrl = `http://localhost:${door.port}`
  const basics = { PORT: String(door.port), BASE_URL: baseUrl, DATA_DIR: dataDir, LOG_LEVEL: 'error' }
  const client = { id: 'tell-us-once', jwks: relyingPartyKeys(readConfig(basics).relyingParty) }
  const keys = await loadOneLoginKeys(join(dataDir, 'one-login.json'))
  const oneLogin = await startOneLogin({ baseUrl, client, keys })
  const env = { ...basics, ...oneLoginSettings(oneLogin) }
  const config = readConfig(env)
  const settings: ProcessSettings = { env, urls: database.urls, brisk }
  const signedWith = { keys: publicKeys(config.setSigningKeys), issuer: baseUrl, ...details }
  const bodies = await openBodies(database, config.vault, signedWith)
  const eras = [{ from: 0, ahead: 0 }]
  const town = {
    ...{ config, baseUrl, database, bodies },
    web: keep('web-process.ts', settings),
    workers: Array.from({ length: workers }, () => keep('worker-process.ts', settings)),
    async later(ahead: number) {
      for (const worker of town.workers) await worker.end()
      eras.push({ from: Date.now(), ahead })
      town.workers.push(keep('worker-process.ts', { ...settings, ahead }))
    },
    theirTime(at: Date) {
      const { ahead = 0 } = eras.findLast(({ from }) => from <= at.getTime()) ?? {}
      return new Date(at.getTime() + ahead)
    },
    async close() {
      await Promise.all([town.web, ...town.workers].map((one) => one.end()))
      await bodies.close()
      await oneLogin.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
  await Promise.all([town.web, ...town.workers].map((one) => one.works()))
  return town
}

const oneLoginSettings = (oneLogin: Record<'issuer' | 'identityIssuer' | 'didUrl' | 'didId', string>) => ({
  OIDC_ISSUER: oneLogin.issuer,
  OIDC_CLIENT_ID: 'tell-us-once',
  IDENTITY_ISSUER: oneLogin.identityIssuer,
  IDENTITY_DID_URL: oneLogin.didUrl,
  IDENTITY_DID_ID: oneLogin.didId,
})
