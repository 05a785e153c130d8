import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose'

/** What makes a restarted simulator the same one: its signing keys, its people's identifiers, its port. */
export interface OneLoginKeys {
  /** Signs ID tokens and logout tokens (ES256). */
  idTokenKey: JWK
  /** Signs coreIdentityJWT (ES256); published in the DID document only. */
  identityKey: JWK
  /** Makes subjects pairwise. */
  subjectSalt: string
  cookieKey: string
  port?: number
}

export async function createOneLoginKeys(): Promise<OneLoginKeys> {
  return {
    idTokenKey: await newSigningKey(),
    identityKey: await newSigningKey(),
    subjectSalt: randomBytes(32).toString('base64url'),
    cookieKey: randomBytes(32).toString('base64url'),
  }
}

/** The keys in `file`, which is written at the first start, for its owner's eyes only. */
export async function loadOneLoginKeys(file: string): Promise<OneLoginKeys> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as OneLoginKeys
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const keys = await createOneLoginKeys()
  await saveOneLoginKeys(file, keys)
  return keys
}

export async function saveOneLoginKeys(file: string, keys: OneLoginKeys): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, JSON.stringify(keys, undefined, 2), { mode: 0o600 })
}

export function publicKeyOf({ kty, crv, x, y, kid, alg, use }: JWK): JWK {
  return JSON.parse(JSON.stringify({ kty, crv, x, y, kid, alg, use })) as JWK
}

async function newSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = await exportJWK(privateKey)
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256', use: 'sig' }
}
