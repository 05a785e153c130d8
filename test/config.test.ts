import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ConfigError, readConfig, readDatabaseConfig } from '../src/config.ts'
import { logKeyOf } from '../src/access-log/log/log-settings.ts'
import { signerKey, vkey } from '../src/merkle-log/note-key.ts'
import { productionSettings, rsaPem, secret, signingKeys } from './support/production-settings.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'tell-us-once-config-'))
const notAFolder = join(dataDir, 'a-file')
writeFileSync(notAFolder, '')
afterAll(() => rmSync(dataDir, { recursive: true }))

function keyOf(namedCurve: string): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve })
  return JSON.stringify({ keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'one' }] })
}

describe('in production', () => {
  test('a whole set of settings is read, and everything that is optional may be missing', () => {
    const config = readConfig(productionSettings)
    expect(config).toMatchObject({ production: true, port: 3000, baseUrl: 'https://tell-us-once.example.gov.uk' })
    expect(config.oneLogin?.issuer).toBe('https://oidc.account.gov.uk/')
    expect(config.vault.dataKeys.current.id).toBe('2')
    expect(config.oauthSigningKeys).toEqual(config.setSigningKeys)
    expect(config.notify).toMatchObject({ baseUrl: 'https://api.notifications.service.gov.uk' })
  })

  test('figures are shown on a port of their own, to this machine alone unless it is said otherwise', () => {
    expect(readConfig(productionSettings).metrics).toBeUndefined()
    const given = { ...productionSettings, METRICS_PORT: '9464' }
    expect(readConfig(given).metrics).toEqual({ port: 9464, host: '127.0.0.1' })
    expect(readConfig({ ...given, METRICS_HOST: '::' }).metrics).toEqual({ port: 9464, host: '::' })
    expect(problemsOf({ ...given, METRICS_HOST: 'everywhere', METRICS_PORT: 'x' })).toEqual([
      'METRICS_HOST must be an IP address of this machine',
      'METRICS_PORT must be a port number, 0 to 65535',
    ])
  })

  test('the public log is named after the address, and its witnesses are read one by one', () => {
    const config = readConfig(productionSettings)
    expect(logKeyOf(config).name).toBe('tell-us-once.example.gov.uk/log')
    const LOG_WITNESSES = `https://one.example/a ${WITNESS}, https://two.example ${WITNESS}`
    const { log } = readConfig({ ...productionSettings, LOG_WITNESSES })
    expect(log.witnesses.map(({ url, key }) => [url, key.name])).toEqual([
      ['https://one.example/a', 'witness.example'],
      ['https://two.example', 'witness.example'],
    ])
    const http = LOG_WITNESSES.replace('https://two', 'http://two')
    expect(problemsOf({ ...productionSettings, LOG_WITNESSES: http })).toEqual([
      'LOG_WITNESSES must be https in production',
    ])
  })

  test('the release step needs its database and no key', () => {
    const url = 'postgres://owner@db.example/tell_us_once'
    const config = readDatabaseConfig({ NODE_ENV: 'production', MIGRATE_DATABASE_URL: url })
    expect(config.database).toEqual({ url: undefined, migrateUrl: url })
    expect(() => readDatabaseConfig({ NODE_ENV: 'production' })).toThrow('MIGRATE_DATABASE_URL is missing')
    expect(() => readDatabaseConfig({ DATABASE_URL: 'mysql://db' })).toThrow('DATABASE_URL must be a postgres:// URL')
  })

  test('every missing setting is named at once, and no development value stands in', () => {
    expect(problemsOf({ NODE_ENV: 'production' })).toEqual([
      'BASE_URL is missing',
      'DATABASE_URL is missing',
      'DATA_KEYS is missing',
      'IDENTITY_DID_ID is missing',
      'IDENTITY_DID_URL is missing',
      'IDENTITY_ISSUER is missing',
      'LOG_SIGNING_KEY is missing',
      'NOTIFY_API_KEY is missing',
      'NOTIFY_EMAIL_TEMPLATE_ID is missing',
      'NOTIFY_TEXT_TEMPLATE_ID is missing',
      'OIDC_CLIENT_ID is missing',
      'OIDC_ISSUER is missing',
      'OIDC_KEY_ID is missing',
      'OIDC_PRIVATE_KEY is missing',
      'PSEUDONYM_KEYS is missing',
      'SESSION_SECRETS is missing',
      'SET_SIGNING_KEYS is missing',
      'STAFF_OIDC_CLIENT_ID is missing',
      'STAFF_OIDC_ISSUER is missing',
      'STAFF_OIDC_KEY_ID is missing',
      'STAFF_OIDC_PRIVATE_KEY is missing',
    ])
  })

  test('an empty setting is a missing one', () => {
    expect(problemsOf({ ...productionSettings, OIDC_KEY_ID: '', DATABASE_URL: '' })).toEqual([
      'DATABASE_URL is missing',
      'OIDC_KEY_ID is missing',
    ])
  })

  test.each(['BASE_URL', 'OIDC_ISSUER', 'IDENTITY_ISSUER', 'IDENTITY_DID_URL', 'STAFF_OIDC_ISSUER', 'NOTIFY_BASE_URL'])(
    '%s over plain http is refused',
    (name) => {
      expect(problemsOf({ ...productionSettings, [name]: 'http://localhost:3000/' })).toEqual([
        `${name} must be https in production`,
      ])
    },
  )

  test('keys that a development machine made are refused', () => {
    const made = {
      DATA_KEYS: `1:${secret()},dev-1:${secret()}`,
      PSEUDONYM_KEYS: `dev-1:${secret()}`,
      SET_SIGNING_KEYS: signingKeys('dev-abc'),
      LOG_SIGNING_KEY: `dev-${secret()}`,
      OIDC_KEY_ID: 'dev-abc',
    }
    expect(problemsOf({ ...productionSettings, ...made })).toEqual(
      Object.keys(made)
        .sort()
        .map((name) => `${name} holds a development key, which production refuses`),
    )
  })
})

const WITNESS = vkey(signerKey('witness.example', Buffer.alloc(32, 1), 'cosignature'))
const NO_ORIGIN = 'must be a URL without its scheme and without a slash at the end'
const NO_WITNESSES = 'must be witnesses, separated by commas: each its URL, a space, its verifier key'

describe('every malformed setting is named, and its value never', () => {
  const malformed: [name: string, value: string, problem: string][] = [
    ...['http', '70000', '-1', '30.5', '0x1F', '1e3'].map((value): [string, string, string] => [
      ...(['PORT', value, 'must be a port number, 0 to 65535'] as const),
    ]),
    ['LOG_LEVEL', 'loud', 'must be fatal, error, warn, info, debug, trace or silent'],
    ['BASE_URL', 'https://gov.example/tell-us', 'must have no path: the service stands at the root of a host'],
    ['BASE_URL', 'https://gov.example/?lang=cy', 'must have no query and no fragment'],
    ['BASE_URL', 'https://gov.example/#top', 'must have no query and no fragment'],
    ['BASE_URL', 'https://amira:secret@gov.example', 'must hold no name and no password'],
    ['BASE_URL', 'tell-us-once.example', 'must be a whole http or https URL'],
    ['BASE_URL', 'ftp://tell-us-once.example', 'must be a whole http or https URL'],
    ['DATABASE_URL', 'mysql://db.example/tell_us_once', 'must be a postgres:// URL'],
    ['MIGRATE_DATABASE_URL', 'db.example', 'must be a postgres:// URL'],
    ['SESSION_SECRETS', 'tooshortforasecret', 'must be secrets of at least 32 random bytes, separated by commas'],
    ['SESSION_SECRETS', `${secret()},tooshort`, 'must be secrets of at least 32 random bytes, separated by commas'],
    ['DATA_KEYS', 'justwords', 'must be written id:base64,id:base64, the current key first'],
    ['DATA_KEYS', '1:c2hvcnQ=', 'key 1 must have 32 random bytes, in base64'],
    ['PSEUDONYM_KEYS', `1:${secret()},1:${secret()}`, 'names the same key id twice'],
    ['SET_SIGNING_KEYS', '{"keys":[]}', 'must be a JWKS with private EC P-256 or RSA keys, each with a kid'],
    ['SET_SIGNING_KEYS', keyOf('P-384'), 'must be a JWKS with private EC P-256 or RSA keys, each with a kid'],
    ['SET_SIGNING_KEYS', 'nojson', 'must be a JWKS with private EC P-256 or RSA keys, each with a kid'],
    ['OAUTH_SIGNING_KEYS', signingKeys(''), 'must be a JWKS with private EC P-256 or RSA keys, each with a kid'],
    ['LOG_SIGNING_KEY', 'c2hvcnQ=', 'must be 32 random bytes, in base64'],
    ['LOG_ORIGIN', 'https://log.example', NO_ORIGIN],
    ['LOG_ORIGIN', 'log.example/', NO_ORIGIN],
    ['LOG_ORIGIN', 'two words', NO_ORIGIN],
    ['LOG_WITNESSES', 'https://witness.example', NO_WITNESSES],
    ['LOG_WITNESSES', `witness.example ${WITNESS}`, NO_WITNESSES],
    ['LOG_WITNESSES', `https://witness.example ${WITNESS.replace('e', 'f')}`, NO_WITNESSES],
    ['OIDC_ISSUER', 'oidc.account.gov.uk', 'must be a whole http or https URL'],
    ['OIDC_PRIVATE_KEY', 'nokey', 'must be an RSA private key of 2048 bits or more, in PEM'],
    ['OIDC_PRIVATE_KEY', rsaPem(1024), 'must be an RSA private key of 2048 bits or more, in PEM'],
    ['IDENTITY_DID_ID', 'web:identity', 'must be a DID'],
    ['NOTIFY_API_KEY', 'just-a-word', 'must be an API key as GOV.UK Notify shows it: name, service id and secret'],
    ['NOTIFY_BASE_URL', 'notify.example', 'must be a whole http or https URL'],
    ['NOTIFY_TEXT_TEMPLATE_ID', 'one', 'must be a template id of GOV.UK Notify, a UUID'],
    ['OPERATOR_EMAIL', 'operator', 'must be an email address'],
    ['COOLING_OFF_HOURS', '169', 'must not be over 168, a week'],
    ['COOLING_OFF_HOURS', '-3', 'must not be below 0'],
    ['COOLING_OFF_HOURS', 'soon', 'must be a number of hours'],
  ]

  test.each(malformed.map(([name, value, problem]) => [name, problem, value]))('%s %s', (name, problem, value) => {
    const problems = problemsOf({ ...productionSettings, [name]: value })
    expect(problems).toEqual([`${name} ${problem}`])
    expect(problems.join()).not.toContain(value)
  })

  test('all at once', () => {
    const problems = problemsOf({
      ...productionSettings,
      PORT: 'x',
      DATA_KEYS: 'x',
      OIDC_PRIVATE_KEY: 'x',
      BASE_URL: 'x',
    })
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'BASE_URL',
      'DATA_KEYS',
      'OIDC_PRIVATE_KEY',
      'PORT',
    ])
  })
})

describe('on a machine of one’s own', () => {
  test('a wrong PORT is named alone, and no address that was made of it', () => {
    expect(problemsOf({ DATA_DIR: dataDir, PORT: 'abc' })).toEqual(['PORT must be a port number, 0 to 65535'])
  })

  test.each([
    ['below what is no folder', join(notAFolder, 'data')],
    ['that is no folder', notAFolder],
    // Where Node's own way of making folders never ends.
    ['where no folder can be made', '/proc/tell-us-once/data'],
  ])('a DATA_DIR %s is refused at once', (_what, place) => {
    const [problem, ...others] = problemsOf({ DATA_DIR: place })
    expect(problem).toMatch(/^DATA_DIR must be a folder that can be made and written to \(E[A-Z]+\)$/)
    expect(others).toEqual([])
  })

  test('folders above DATA_DIR are made too', () => {
    const deep = join(dataDir, 'one', 'two')
    expect(readConfig({ DATA_DIR: deep }).dataDir).toBe(deep)
    expect(statSync(deep).isDirectory()).toBe(true)
  })

  test('nothing is needed: keys are made once and kept', () => {
    const first = readConfig({ DATA_DIR: dataDir })
    const second = readConfig({ DATA_DIR: dataDir, PORT: '4000' })
    expect(first).toMatchObject({
      production: false,
      baseUrl: 'http://localhost:3000',
      oneLogin: undefined,
      database: {},
    })
    expect(second.baseUrl).toBe('http://localhost:4000')
    expect(second.sessionSecrets).toEqual(first.sessionSecrets)
    expect(second.setSigningKeys).toEqual(first.setSigningKeys)
    const [one, other] = [first, second].map(({ vault }) => vault.dataKeys.current.key.export().toString('hex'))
    expect(one).toBe(other)
  })

  test('emails go into a file until there is a key of GOV.UK Notify, whose place another may take', () => {
    expect(readConfig({ DATA_DIR: dataDir }).notify).toEqual({ outbox: join(dataDir, 'outbox.jsonl') })
    const key = { NOTIFY_API_KEY: productionSettings.NOTIFY_API_KEY, NOTIFY_BASE_URL: 'http://localhost:6001/' }
    const { notify } = readConfig({ DATA_DIR: dataDir, ...key })
    expect(notify).toMatchObject({ apiKey: key.NOTIFY_API_KEY, baseUrl: 'http://localhost:6001' })
  })

  test('another provider on this machine may stand in for One Login, with all of its settings or none', () => {
    const simulator = { OIDC_ISSUER: 'http://localhost:9000/', OIDC_CLIENT_ID: 'client' }
    expect(problemsOf({ DATA_DIR: dataDir, ...simulator })).toEqual([
      'IDENTITY_DID_ID is missing: other settings of the same provider are given',
      'IDENTITY_DID_URL is missing: other settings of the same provider are given',
      'IDENTITY_ISSUER is missing: other settings of the same provider are given',
    ])
    const whole = {
      ...simulator,
      IDENTITY_ISSUER: 'http://localhost:9000/',
      IDENTITY_DID_URL: 'http://localhost:9000/.well-known/did.json',
      IDENTITY_DID_ID: 'did:web:localhost%3A9000',
    }
    expect(readConfig({ DATA_DIR: dataDir, ...whole }).oneLogin?.issuer).toBe('http://localhost:9000/')
  })
})

/** Each line of the error but the first. */
function problemsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.message
      .split('\n')
      .slice(1)
      .map((line) => line.trim())
  }
  return []
}

test('a death register is given with its token or not at all, and over https in production', () => {
  const one = { DEATH_REGISTER_URL: 'http://register.example/deaths' }
  expect(() => readConfig(one)).toThrow('DEATH_REGISTER_KEY is missing')
  const both = { ...one, DEATH_REGISTER_KEY: 'secret' }
  expect(readConfig(both).deathRegister).toEqual({ url: one.DEATH_REGISTER_URL, key: 'secret' })
  expect(() => readConfig({ ...both, NODE_ENV: 'production' })).toThrow(
    'DEATH_REGISTER_URL must be https in production',
  )
  expect(readConfig({}).deathRegister).toBeUndefined()
})
