import { join } from 'node:path'
import { z } from 'zod'
import { developmentKeys } from './development-keys.ts'
import { companionProblems, productionProblems } from './settings-together.ts'
import {
  address,
  databaseUrl,
  ed25519Seed,
  email,
  jwks,
  keyring,
  logLevel,
  logOrigin,
  notifyKey,
  origin,
  port,
  rsaPrivateKey,
  secrets,
  templateId,
  url,
  witnesses,
  type LogLevel,
  type SigningJwk,
} from './setting.ts'
import type { LogSettings } from './access-log/log/log-settings.ts'
import type { NotifySettings } from './notices/govuk-notify.ts'
import type { Keyring } from './vault/keyring.ts'

export type { SigningJwk }

/** Everything that differs between machines. The only place that reads `process.env`. */
export interface Config {
  production: boolean
  port: number
  /** Without a slash at the end. */
  baseUrl: string
  dataDir: string
  database: { url?: string | undefined; migrateUrl?: string | undefined }
  sessionSecrets: string[]
  vault: { dataKeys: Keyring; pseudonymKeys: Keyring }
  setSigningKeys: SigningJwk[]
  oauthSigningKeys: SigningJwk[]
  /** Of the public log over all access records. */
  log: LogSettings
  /** Undefined: the simulated One Login stands in, outside production only. */
  oneLogin: OneLoginSettings | undefined
  /** What the relying party signs with, whichever provider it talks to. */
  relyingParty: { privateKey: string; keyId: string }
  /** Where staff sign in. Undefined: a simulated provider stands in, outside production only. */
  staffOidc: StaffOidcSettings | undefined
  osPlacesApiKey?: string | undefined
  /** Where a registrar's reference is looked up. Without it, outside development only proved people report a death. */
  deathRegister?: { url: string; key: string } | undefined
  /** GOV.UK Notify, or outside production the file that holds what would have been sent. */
  notify: NotifySettings | { outbox: string }
  /** Who is told when a case needs a person. */
  operatorEmail?: string | undefined
  /** How long a body that cannot undo what it does is told nothing, so that a mistake can be put right. */
  coolingOffHours: number
  logLevel: LogLevel
  /** Where a collector finds figures of this process. Undefined: nowhere. */
  metrics?: { port: number; host: string } | undefined
  /** Development only: seeds passwords and the like of embedded parts. */
  developmentSecret: string
}

export interface OneLoginSettings {
  /** Its trailing slash, if it has one, is part of it. */
  issuer: string
  clientId: string
  identityIssuer: string
  didUrl: string
  didId: string
}

/** The provider of staff, and what we sign with there: a client of its own. */
export interface StaffOidcSettings {
  issuer: string
  clientId: string
  privateKey: string
  keyId: string
}

/** Every missing or malformed setting at once, each in words for an operator and without its value. */
export class ConfigError extends Error {
  constructor(problems: string[]) {
    super(`These settings need attention:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
    this.name = 'ConfigError'
  }
}

/** @throws ConfigError naming every bad setting at once. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const production = inProduction(given)
  const withDefaults = production ? given : { ...developmentDefaults(given), ...given }
  const parsed = settings.safeParse(withDefaults)
  const problems = parsed.success ? [] : parsed.error.issues.map(inWords)
  const more = production ? productionProblems(given) : companionProblems(given)
  if (!parsed.success || more.length > 0) throw new ConfigError([...new Set([...problems, ...more])].sort())
  return toConfig(parsed.data, production)
}

/** Whether this machine says that it is production: what `npm start` must know before it reads any other setting. */
export const inProduction = (env: Record<string, string | undefined> = process.env) => env['NODE_ENV'] === 'production'

/** What the release step needs: it runs before there is anything else, and no key is its business. */
export function readDatabaseConfig(env: Record<string, string | undefined> = process.env) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = databaseSettings.safeParse(given)
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map(inWords))
  const { DATABASE_URL: url, MIGRATE_DATABASE_URL: migrateUrl, DATA_DIR: dataDir } = parsed.data
  if (inProduction(given) && !url && !migrateUrl) throw new ConfigError(['MIGRATE_DATABASE_URL is missing'])
  return { database: { url, migrateUrl }, dataDir }
}

const databaseSettings = z.object({
  DATABASE_URL: databaseUrl.optional(),
  MIGRATE_DATABASE_URL: databaseUrl.optional(),
  DATA_DIR: z.string().default('.data'),
})

const settings = databaseSettings.extend({
  PORT: port.default(3000),
  BASE_URL: origin,
  SESSION_SECRETS: secrets,
  DATA_KEYS: keyring,
  PSEUDONYM_KEYS: keyring,
  SET_SIGNING_KEYS: jwks,
  OAUTH_SIGNING_KEYS: jwks.optional(),
  LOG_SIGNING_KEY: ed25519Seed,
  LOG_ORIGIN: logOrigin.optional(),
  LOG_WITNESSES: witnesses.optional(),
  LOG_CHECKPOINT_FILE: z.string().optional(),
  OIDC_ISSUER: url.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_PRIVATE_KEY: rsaPrivateKey,
  OIDC_KEY_ID: z.string({ error: 'is missing' }),
  IDENTITY_ISSUER: url.optional(),
  IDENTITY_DID_URL: url.optional(),
  IDENTITY_DID_ID: z.string().startsWith('did:', 'must be a DID').optional(),
  STAFF_OIDC_ISSUER: url.optional(),
  STAFF_OIDC_CLIENT_ID: z.string().optional(),
  STAFF_OIDC_PRIVATE_KEY: rsaPrivateKey.optional(),
  STAFF_OIDC_KEY_ID: z.string().optional(),
  OS_PLACES_API_KEY: z.string().optional(),
  DEATH_REGISTER_URL: url.optional(),
  DEATH_REGISTER_KEY: z.string().optional(),
  NOTIFY_API_KEY: notifyKey.optional(),
  NOTIFY_BASE_URL: url
    .transform((text) => text.replace(/\/+$/, ''))
    .default('https://api.notifications.service.gov.uk'),
  NOTIFY_EMAIL_TEMPLATE_ID: templateId.optional(),
  NOTIFY_TEXT_TEMPLATE_ID: templateId.optional(),
  OPERATOR_EMAIL: email.optional(),
  COOLING_OFF_HOURS: z.coerce
    .number({ error: 'must be a number of hours' })
    .int('must be whole hours')
    .min(0, 'must not be below 0')
    .max(168, 'must not be over 168, a week')
    .default(24),
  LOG_LEVEL: logLevel.default('info'),
  METRICS_PORT: port.optional(),
  METRICS_HOST: address.default('127.0.0.1'),
  DEVELOPMENT_SECRET: z.string().default(''),
})

function toConfig(data: z.infer<typeof settings>, production: boolean): Config {
  return {
    production,
    port: data.PORT,
    baseUrl: data.BASE_URL,
    dataDir: data.DATA_DIR,
    database: { url: data.DATABASE_URL, migrateUrl: data.MIGRATE_DATABASE_URL },
    sessionSecrets: data.SESSION_SECRETS,
    vault: { dataKeys: data.DATA_KEYS, pseudonymKeys: data.PSEUDONYM_KEYS },
    setSigningKeys: data.SET_SIGNING_KEYS,
    oauthSigningKeys: data.OAUTH_SIGNING_KEYS ?? data.SET_SIGNING_KEYS,
    log: logOf(data),
    oneLogin: oneLoginOf(data),
    relyingParty: { privateKey: data.OIDC_PRIVATE_KEY, keyId: data.OIDC_KEY_ID },
    staffOidc: staffOidcOf(data),
    osPlacesApiKey: data.OS_PLACES_API_KEY,
    deathRegister: deathRegisterOf(data),
    notify: notifyOf(data),
    operatorEmail: data.OPERATOR_EMAIL,
    coolingOffHours: data.COOLING_OFF_HOURS,
    logLevel: data.LOG_LEVEL,
    metrics: data.METRICS_PORT === undefined ? undefined : { port: data.METRICS_PORT, host: data.METRICS_HOST },
    developmentSecret: data.DEVELOPMENT_SECRET,
  }
}

function oneLoginOf(data: z.infer<typeof settings>): OneLoginSettings | undefined {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, IDENTITY_ISSUER, IDENTITY_DID_URL, IDENTITY_DID_ID } = data
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !IDENTITY_ISSUER || !IDENTITY_DID_URL || !IDENTITY_DID_ID) return undefined
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    identityIssuer: IDENTITY_ISSUER,
    didUrl: IDENTITY_DID_URL,
    didId: IDENTITY_DID_ID,
  }
}

const logOf = (data: z.infer<typeof settings>): LogSettings => ({
  seed: data.LOG_SIGNING_KEY,
  origin: data.LOG_ORIGIN,
  witnesses: data.LOG_WITNESSES ?? [],
  checkpointFile: data.LOG_CHECKPOINT_FILE,
})

function staffOidcOf(data: z.infer<typeof settings>): StaffOidcSettings | undefined {
  const { STAFF_OIDC_ISSUER: issuer, STAFF_OIDC_CLIENT_ID: clientId } = data
  const { STAFF_OIDC_PRIVATE_KEY: privateKey, STAFF_OIDC_KEY_ID: keyId } = data
  return issuer && clientId && privateKey && keyId ? { issuer, clientId, privateKey, keyId } : undefined
}

function deathRegisterOf({ DEATH_REGISTER_URL: url, DEATH_REGISTER_KEY: key }: z.infer<typeof settings>) {
  return url && key ? { url, key } : undefined
}

function notifyOf(data: z.infer<typeof settings>): Config['notify'] {
  const { NOTIFY_API_KEY: apiKey, NOTIFY_BASE_URL: baseUrl } = data
  if (!apiKey) return { outbox: join(data.DATA_DIR, 'outbox.jsonl') }
  // A stand-in for GOV.UK Notify asks for no template of anybody's.
  const { NOTIFY_EMAIL_TEMPLATE_ID: email = NO_TEMPLATE, NOTIFY_TEXT_TEMPLATE_ID: text = NO_TEMPLATE } = data
  return { apiKey, baseUrl, templates: { email, text } }
}

const NO_TEMPLATE = '00000000-0000-4000-8000-000000000000'

function developmentDefaults(given: Record<string, string | undefined>): Record<string, string> {
  const { data = 3000 } = port.safeParse(given['PORT'])
  return { BASE_URL: `http://localhost:${data}`, ...keysIn(given['DATA_DIR'] ?? '.data') }
}

function keysIn(dataDir: string) {
  try {
    return developmentKeys(dataDir)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
    if (code === undefined) throw error
    throw new ConfigError([`DATA_DIR must be a folder that can be made and written to (${code})`])
  }
}

const inWords = (issue: z.core.$ZodIssue) =>
  `${issue.path.join('.')} ${issue.code === 'invalid_type' && issue.message.startsWith('Invalid') ? 'is missing' : issue.message}`
