import { createPrivateKey, type KeyObject } from 'node:crypto'
import { isIP } from 'node:net'
import { z } from 'zod'
import type { Witness } from './merkle-log/ask-witness.ts'
import { parseVkey } from './merkle-log/note-key.ts'
import { parseKeyring } from './vault/keyring.ts'

// What one setting may be: text from outside into a value, or a sentence for an operator that never quotes the text.
export const logLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
  error: 'must be fatal, error, warn, info, debug, trace or silent',
})

export type LogLevel = z.infer<typeof logLevel>

const UUID = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'

const NO_PORT = 'must be a port number, 0 to 65535'
export const port = z
  .string()
  .regex(/^\d{1,5}$/, NO_PORT)
  .transform(Number)
  .pipe(z.int().max(65535, NO_PORT))

/** What a port is bound to: an address of this machine, `0.0.0.0` and `::` being all of them. */
export const address = z.string().refine((text) => isIP(text) !== 0, 'must be an IP address of this machine')

export const url = z.url({ protocol: /^https?$/, error: orMissing('must be a whole http or https URL') })
/** Without a slash at the end. */
export const origin = url.superRefine(refuseMoreThanAnOrigin).transform((text) => text.replace(/\/+$/, ''))

/** As GOV.UK Notify makes them: a name, the service's id and the secret, both UUIDs. */
export const notifyKey = z
  .string()
  .regex(
    new RegExp(`^.+-${UUID}-${UUID}$`),
    'must be an API key as GOV.UK Notify shows it: name, service id and secret',
  )

export const templateId = z.string().regex(new RegExp(`^${UUID}$`), 'must be a template id of GOV.UK Notify, a UUID')
export const email = z.email('must be an email address')

export const databaseUrl = z.url({ protocol: /^postgres(ql)?$/, error: orMissing('must be a postgres:// URL') })

const signingJwk = z.looseObject({
  kid: z.string().min(1),
  kty: z.enum(['EC', 'RSA']),
  alg: z.enum(['ES256', 'RS256']).optional(),
  d: z.string().min(1),
})

/** A private EC (ES256) or RSA (RS256) key; the first one signs, the others are published for overlap. */
export type SigningJwk = z.infer<typeof signingJwk>

export const jwks = readWith((text) => {
  const { keys } = z.object({ keys: z.array(signingJwk).min(1) }).parse(JSON.parse(text))
  for (const key of keys) refuseUnfit(createPrivateKey({ key, format: 'jwk' }))
  return keys
}, 'must be a JWKS with private EC P-256 or RSA keys, each with a kid')

export const keyring = readWith(parseKeyring)
export const secrets = readWith(parseSecrets, 'must be secrets of at least 32 random bytes, separated by commas')
/** The 32 random bytes that a private key of Ed25519 is made from; behind `dev-` where a development machine made them. */
export const ed25519Seed = readWith(parseSeed, 'must be 32 random bytes, in base64')
export const logOrigin = z
  .string()
  .regex(/^(?!https?:)[^\s+]+[^\s+/]$/, 'must be a URL without its scheme and without a slash at the end')
export const witnesses = readWith(
  parseWitnesses,
  'must be witnesses, separated by commas: each its URL, a space, its verifier key',
)
export const rsaPrivateKey = readWith(parsePrivateKey, 'must be an RSA private key of 2048 bits or more, in PEM')

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

function parseSeed(text: string): Buffer {
  const encoded = text.replace(/^dev-/, '')
  const seed = Buffer.from(encoded, 'base64')
  if (seed.length !== 32 || seed.toString('base64') !== encoded) throw new Error('not 32 bytes')
  return seed
}

function parseWitnesses(text: string): Witness[] {
  return text.split(',').map((entry) => {
    const [address, key = '', ...more] = entry.trim().split(/\s+/)
    if (more.length > 0) throw new Error('more than a URL and a key')
    return { url: url.parse(address), key: parseVkey(key) }
  })
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
