import { createPrivateKey, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import { developmentKeys } from './development-keys.ts'
import { parseKeyring, type Keyring } from './vault/keyring.ts'

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
  /** Undefined: the simulated One Login stands in, outside production only. */
  oneLogin: OneLoginSettings | undefined
  /** What the relying party signs with, whichever provider it talks to. */
  relyingParty: { privateKey: string; keyId: string }
  osPlacesApiKey?: string | undefined
  /** How long a body that cannot undo what it does is told nothing, so that a mistake can be put right. */
  coolingOffHours: number
  logLevel: LogLevel
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

/** A private EC (ES256) or RSA (RS256) key; the first one signs, the others are published for overlap. */
export type SigningJwk = z.infer<typeof signingJwk>

type LogLevel = z.infer<typeof logLevel>

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

const logLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
  error: 'must be fatal, error, warn, info, debug, trace or silent',
})

const NO_PORT = 'must be a port number, 0 to 65535'
const port = z
  .string()
  .regex(/^\d{1,5}$/, NO_PORT)
  .transform(Number)
  .pipe(z.int().max(65535, NO_PORT))

const url = z.url({ protocol: /^https?$/, error: orMissing('must be a whole http or https URL') })
const databaseUrl = z.url({ protocol: /^postgres(ql)?$/, error: orMissing('must be a postgres:// URL') })

const signingJwk = z.looseObject({
  kid: z.string().min(1),
  kty: z.enum(['EC', 'RSA']),
  alg: z.enum(['ES256', 'RS256']).optional(),
  d: z.string().min(1),
})

const jwks = readWith((text) => {
  const { keys } = z.object({ keys: z.array(signingJwk).min(1) }).parse(JSON.parse(text))
  for (const key of keys) refuseUnfit(createPrivateKey({ key, format: 'jwk' }))
  return keys
}, 'must be a JWKS with private EC P-256 or RSA keys, each with a kid')

const databaseSettings = z.object({
  DATABASE_URL: databaseUrl.optional(),
  MIGRATE_DATABASE_URL: databaseUrl.optional(),
  DATA_DIR: z.string().default('.data'),
})

const settings = databaseSettings.extend({
  PORT: port.default(3000),
  BASE_URL: url.superRefine(refuseMoreThanAnOrigin).transform((text) => text.replace(/\/+$/, '')),
  SESSION_SECRETS: readWith(parseSecrets, 'must be secrets of at least 32 random bytes, separated by commas'),
  DATA_KEYS: readWith(parseKeyring),
  PSEUDONYM_KEYS: readWith(parseKeyring),
  SET_SIGNING_KEYS: jwks,
  OAUTH_SIGNING_KEYS: jwks.optional(),
  OIDC_ISSUER: url.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_PRIVATE_KEY: readWith(parsePrivateKey, 'must be an RSA private key of 2048 bits or more, in PEM'),
  OIDC_KEY_ID: z.string({ error: 'is missing' }),
  IDENTITY_ISSUER: url.optional(),
  IDENTITY_DID_URL: url.optional(),
  IDENTITY_DID_ID: z.string().startsWith('did:', 'must be a DID').optional(),
  OS_PLACES_API_KEY: z.string().optional(),
  COOLING_OFF_HOURS: z.coerce
    .number({ error: 'must be a number of hours' })
    .int('must be whole hours')
    .min(0, 'must not be below 0')
    .max(168, 'must not be over 168, a week')
    .default(24),
  LOG_LEVEL: logLevel.default('info'),
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
    oneLogin: oneLoginOf(data),
    relyingParty: { privateKey: data.OIDC_PRIVATE_KEY, keyId: data.OIDC_KEY_ID },
    osPlacesApiKey: data.OS_PLACES_API_KEY,
    coolingOffHours: data.COOLING_OFF_HOURS,
    logLevel: data.LOG_LEVEL,
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

const ONE_LOGIN = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'IDENTITY_ISSUER', 'IDENTITY_DID_URL', 'IDENTITY_DID_ID']

/** With one setting of a provider given, all are needed: half a provider is nobody's wish. */
function companionProblems(given: Record<string, string | undefined>): string[] {
  const missing = ONE_LOGIN.filter((name) => !given[name])
  if (missing.length === ONE_LOGIN.length) return []
  return missing.map((name) => `${name} is missing: other settings of the same provider are given`)
}

const REQUIRED = ['BASE_URL', 'DATABASE_URL', ...ONE_LOGIN]

function productionProblems(given: Record<string, string | undefined>): string[] {
  const missing = REQUIRED.filter((name) => !given[name]).map((name) => `${name} is missing`)
  const insecure = ['BASE_URL', 'OIDC_ISSUER', 'IDENTITY_ISSUER', 'IDENTITY_DID_URL']
    .filter((name) => given[name]?.startsWith('http:'))
    .map((name) => `${name} must be https in production`)
  const development = Object.entries(given)
    .filter(([name, value]) => /KEY|SECRET/.test(name) && /(^|,)dev-|"kid":"dev-/.test(value ?? ''))
    .map(([name]) => `${name} holds a development key, which production refuses`)
  return [...missing, ...insecure, ...development]
}

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

/** Cookies, redirects and the addresses in signed tokens are made for the root of a host. */
function refuseMoreThanAnOrigin(text: string, context: z.RefinementCtx): void {
  const { pathname, search, hash, username, password } = URL.parse(text) ?? {}
  if (pathname && !/^\/+$/.test(pathname))
    context.addIssue('must have no path: the service stands at the root of a host')
  if (search || hash) context.addIssue('must have no query and no fragment')
  if (username || password) context.addIssue('must hold no name and no password')
}

function orMissing(problem: string) {
  return (issue: { input?: unknown }) => (issue.input === undefined ? 'is missing' : problem)
}

function readWith<Value>(read: (text: string) => Value, problem?: string) {
  return z.string({ error: 'is missing' }).transform((text, context): Value => {
    try {
      return read(text)
    } catch (error) {
      context.addIssue(problem ?? (error as Error).message)
      return z.NEVER
    }
  })
}

function parseSecrets(text: string): string[] {
  const secrets = text.split(',').map((secret) => secret.trim())
  if (secrets.some((secret) => Buffer.byteLength(secret) < 32)) throw new Error('too short')
  return secrets
}

/** ES256 is P-256 and nothing else: with another curve every receiver would refuse every token. */
function refuseUnfit({ asymmetricKeyType, asymmetricKeyDetails: { namedCurve, modulusLength = 0 } = {} }: KeyObject) {
  const isFit = asymmetricKeyType === 'ec' ? namedCurve === 'prime256v1' : modulusLength >= 2048
  if (!isFit) throw new Error('wrong kind')
}

function parsePrivateKey(text: string): string {
  const pem = text.replaceAll('\\n', '\n')
  const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(pem)
  if (asymmetricKeyType !== 'rsa' || (asymmetricKeyDetails?.modulusLength ?? 0) < 2048) throw new Error('wrong kind')
  return pem
}

const inWords = (issue: z.core.$ZodIssue) =>
  `${issue.path.join('.')} ${issue.code === 'invalid_type' && issue.message.startsWith('Invalid') ? 'is missing' : issue.message}`
