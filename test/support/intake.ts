import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { MemoryStore } from 'express-session'
import { exportJWK, generateKeyPair } from 'jose'
import { v7 as uuidv7 } from 'uuid'
import { registerActivity } from '../../src/access-log/activities/activity-store.ts'
import type { Activity } from '../../src/access-log/activities/registered-activity.ts'
import type { IntakeResult } from '../../src/access-log/intake/intake.ts'
import { accessLogMachineRoutes } from '../../src/access-log/intake/machine-routes.ts'
import { traceRoutes } from '../../src/access-log/intake/otlp/trace-routes.ts'
import { findAgency } from '../../src/agencies/agency-store.ts'
import { PURPOSE } from '../../src/agreements/agreement.ts'
import { agencyTokens } from '../../src/identity/agency-tokens.ts'
import { createLogger } from '../../src/shared/log.ts'
import type { SigningJwk } from '../../src/vault/signing-keys.ts'
import { createSite } from '../../src/web/site.ts'
import { testVault } from './access-log.ts'
import { accessToken, anAgency } from './agency.ts'
import { testDatabase, type TestDatabase } from './database.ts'

export const BASE_URL = 'https://tell-us-once.example'
export const INTAKE_NOW = new Date('2026-11-22T12:00:00Z')

export interface Intake {
  database: TestDatabase
  vault: ReturnType<typeof testVault>
  origin: string
  token: string
  logs: string[]
  report: (body: unknown, headers?: Record<string, string>) => Promise<IntakeAnswer>
  close(): Promise<void>
}

export interface IntakeAnswer {
  status: number
  results: IntakeResult[]
  errors: { field: string; message: string }[]
}

/** The doors of intake on a database of their own, and a token of a body, dvla. */
export async function startIntake(): Promise<Intake> {
  const database = await testDatabase()
  const vault = testVault()
  const logs: string[] = []
  const server = createServer(intakeSite(database, await aSigningKey(), logs, vault))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const dvla = await anAgency(database, { id: 'dvla' })
  const token = await accessToken(origin, BASE_URL, dvla, 'access-records.write')
  return {
    ...{ database, vault, origin, token, logs },
    report: async (body, headers = {}) => {
      const response = await fetch(`${origin}/api/access-records`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      })
      const { results = [], errors = [] } = (await response.json()) as Partial<IntakeAnswer>
      return { status: response.status, results, errors }
    },
    close: async () => {
      server.close()
      await database.close()
    },
  }
}

export async function aSigningKey(): Promise<SigningJwk> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  return { ...(await exportJWK(privateKey)), kid: 'ours' } as SigningJwk
}

/** The doors alone, for a process of their own too. */
export function intakeSite(
  database: Pick<TestDatabase, 'web'>,
  signingKey: SigningJwk,
  logs: string[] = [],
  vault = testVault(),
) {
  const logger = createLogger({ level: 'info', write: (line) => logs.push(line) })
  const tokens = agencyTokens({
    ...{ db: database.web, baseUrl: BASE_URL, logger, fetch },
    signingKeys: [signingKey],
    findAgency: (id) => findAgency(database.web, id),
  })
  const parts = { db: database.web, vault, clock: () => INTAKE_NOW, baseUrl: BASE_URL, agencies: tokens.agencies }
  return createSite(
    {
      ...{ db: database.web, logger, sessions: new MemoryStore(), sessionSecrets: ['x'.repeat(32)] },
      ...{ baseUrl: BASE_URL, behindProxy: false, formTargets: [], isReady: () => Promise.resolve(true) },
    },
    { machines: [tokens.routes, accessLogMachineRoutes(parts), traceRoutes(parts)], porters: [], people: [] },
  )
}

/** What a body uses data for; state what is remarkable. */
export async function anActivity(
  { owner }: TestDatabase,
  remarkable: Partial<Activity> & { id: string },
  since = new Date('2026-11-01T09:00:00Z'),
): Promise<string> {
  const activity: Activity = {
    ...{ agencyId: 'dvla', version: 1, purpose: { en: 'Check a licence', cy: 'Gwirio trwydded' } },
    ...{ dpvPurpose: PURPOSE, legalBasis: '6(1)(e)', power: 'Road Traffic Act 1988, section 99', powerName: null },
    ...{ specialBasis: null, dataCategories: ['name', 'driving-licence'], confidentiality: 'open' as const },
    ...{ opensAfterDays: null, sealAuthority: null, reviewAfterDays: null, retentionMonths: 84, agreementId: null },
    ...remarkable,
  }
  await registerActivity(owner, activity, since)
  return `${BASE_URL}/activities/${activity.agencyId}/${activity.id}/versions/${activity.version}`
}

/** What a body sends about somebody whom it names by number. */
export const aUse = (activityId: string, remarkable: Record<string, unknown> = {}) => ({
  record_id: uuidv7(),
  occurred_start: '2026-11-22T11:58:00.000Z',
  access_type: 'consult',
  controller: { id: 'dvla' },
  activity_id: activityId,
  data_categories: ['name'],
  actor: { kind: 'automated' },
  subject: { type: 'nino', id: 'QQ 12 34 56 C' },
  ...remarkable,
})
