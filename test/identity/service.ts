import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { Router } from 'express'
import type { JWK } from 'jose'
import type { OneLoginAddresses } from '../../src/demo/one-login/server.ts'
import { citizens, signedIn } from '../../src/identity/access-rules.ts'
import { identityOf } from '../../src/identity/account-store.ts'
import { identityMachineRoutes } from '../../src/identity/machine-routes.ts'
import { openOneLogin, type OneLogin } from '../../src/identity/one-login.ts'
import { personOf } from '../../src/identity/person.ts'
import { publicKeys, type RelyingParty } from '../../src/identity/relying-party.ts'
import { identityRoutes, identitySession } from '../../src/identity/routes.ts'
import type { Clock } from '../../src/shared/clock.ts'
import { createLogger } from '../../src/shared/log.ts'
import { parseKeyring } from '../../src/vault/keyring.ts'
import type { Vault } from '../../src/vault/vault.ts'
import { anyone } from '../../src/web/access.ts'
import { openSessionStore } from '../../src/web/session.ts'
import { createSite } from '../../src/web/site.ts'
import { createClient, type Client } from '../support/client.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'

/** A provider to sign in at, started for a service at `baseUrl`. */
export type StartProvider<Provider extends OneLoginAddresses> = (service: {
  baseUrl: string
  client: { id: string; jwks: { keys: JWK[] } }
}) => Promise<Provider & { close(): Promise<void> }>

/** A service with nothing but sign-in and a few doors: `/` for anyone, `/reports` and `/basics` behind the rules. */
export interface Service<Provider> {
  baseUrl: string
  provider: Provider
  relyingParty: RelyingParty
  oneLogin: OneLogin
  vault: Vault
  database: TestDatabase
  logs: string[]
  clock: Clock & { advance(milliseconds: number): void; reset(): void }
  browser(): Client
  close(): Promise<void>
}

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const PEM = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

const vault = (): Vault => ({
  dataKeys: parseKeyring(`d1:${Buffer.alloc(32, 1).toString('base64')}`),
  pseudonymKeys: parseKeyring(`p1:${Buffer.alloc(32, 2).toString('base64')}`),
})

export async function startService<Provider extends OneLoginAddresses>(
  startProvider: StartProvider<Provider>,
): Promise<Service<Provider>> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const baseUrl = `http://localhost:${(server.address() as AddressInfo).port}`
  const client = { id: 'tell-us-once', jwks: publicKeys({ privateKey: PEM, keyId: 'rp-1' }) }
  const provider = await startProvider({ baseUrl, client })
  const { issuer, identityIssuer, didUrl, didId } = provider
  const relyingParty: RelyingParty = {
    ...{ baseUrl, issuer, identityIssuer, didUrl, didId },
    clientId: client.id,
    privateKey: PEM,
    keyId: 'rp-1',
    production: false,
  }
  const clock = movingClock()
  const oneLogin = openOneLogin(relyingParty, { clock })
  const database = await testDatabase()
  const sessions = openSessionStore(database.urls.web)
  const logs: string[] = []
  const parts = { db: database.web, vault: vault(), oneLogin }
  const app = createSite(
    {
      db: database.web,
      logger: createLogger({ level: 'info', write: (line) => logs.push(line) }),
      sessions: sessions.store,
      sessionSecrets: ['a secret of the tests, long enough for the rule'],
      baseUrl,
      behindProxy: false,
      formTargets: [new URL(issuer).origin],
      isReady: () => Promise.resolve(true),
    },
    {
      machines: [identityMachineRoutes(parts)],
      porters: identitySession(parts),
      people: [identityRoutes(parts), doors(parts)],
    },
  )
  server.on('request', app)
  return {
    ...{ baseUrl, provider, relyingParty, oneLogin, database, logs, clock, vault: parts.vault },
    browser: () => createClient(baseUrl),
    async close() {
      server.closeAllConnections()
      await promisify(server.close.bind(server))()
      await provider.close()
      await sessions.close()
      await database.close()
    },
  }
}

function doors({ db, vault }: { db: TestDatabase['web']; vault: Vault }): Router {
  const router = Router()
  router.get('/', anyone, (req, res) => {
    res.json({ person: req.person?.accountId })
  })
  router.get('/reports', citizens, async (req, res) => {
    const person = personOf(req)
    res.json({ account: person.accountId, identity: await identityOf(db, vault, person) })
  })
  router.get('/reports/:reference', citizens, (req, res) => {
    res.json({ reference: req.params['reference'], query: req.query })
  })
  router.get('/token', anyone, (req, res) => {
    res.type('text').send(req.csrfToken?.())
  })
  router.get('/basics', signedIn, (req, res) => {
    res.json(personOf(req))
  })
  return router
}

function movingClock(): Service<unknown>['clock'] {
  let offset = 0
  return Object.assign(() => new Date(Date.now() + offset), {
    advance: (milliseconds: number) => (offset += milliseconds),
    reset: () => (offset = 0),
  })
}
