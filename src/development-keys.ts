import { createHash, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from './shared/folder.ts'

/** Settings that a machine without any gets: real keys, made once and kept, so that a restart finds the same people. */
export type DevelopmentKeys = Record<(typeof names)[number], string>

const names = [
  'SESSION_SECRETS',
  'DATA_KEYS',
  'PSEUDONYM_KEYS',
  'SET_SIGNING_KEYS',
  'LOG_SIGNING_KEY',
  'OIDC_PRIVATE_KEY',
  'OIDC_KEY_ID',
  'DEVELOPMENT_SECRET',
] as const

/** Reads `<dataDir>/development-keys.json`, or makes it, readable by its owner alone. */
export function developmentKeys(dataDir: string): DevelopmentKeys {
  const file = join(dataDir, 'development-keys.json')
  const kept = readKept(file)
  if (names.every((name) => kept[name])) return kept as DevelopmentKeys
  const keys = { ...newKeys(), ...kept }
  makeFolder(dataDir)
  writeFileSync(`${file}.new`, JSON.stringify(keys, null, 2), { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return keys
}

function readKept(file: string): Partial<DevelopmentKeys> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<DevelopmentKeys>
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
    throw error
  }
}

function newKeys(): DevelopmentKeys {
  const rsa = newRsaKey()
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  // For receivers that know RS256 only; the first one is for all the others.
  const setKeys = [privateJwk(ec.privateKey, 'ES256'), privateJwk(newRsaKey().privateKey, 'RS256')]
  return {
    SESSION_SECRETS: secret(),
    DATA_KEYS: `dev-1:${secret()}`,
    PSEUDONYM_KEYS: `dev-1:${secret()}`,
    SET_SIGNING_KEYS: JSON.stringify({ keys: setKeys }),
    LOG_SIGNING_KEY: `dev-${secret()}`,
    OIDC_PRIVATE_KEY: rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    OIDC_KEY_ID: `dev-${fingerprint(rsa.publicKey)}`,
    DEVELOPMENT_SECRET: secret(),
  }
}

const newRsaKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 })

const secret = () => randomBytes(32).toString('base64')

const privateJwk = (key: KeyObject, alg: string) => ({
  ...key.export({ format: 'jwk' }),
  alg,
  use: 'sig',
  kid: `dev-${fingerprint(key)}`,
})

const fingerprint = (key: KeyObject) =>
  createHash('sha256')
    .update(JSON.stringify(key.export({ format: 'jwk' })))
    .digest('base64url')
    .slice(0, 10)
