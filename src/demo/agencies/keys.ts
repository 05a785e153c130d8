import { createHmac, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose'

/** What makes a restarted body the same one. */
export interface AgencyKeys {
  /** Signs its client assertions (ES256). */
  privateKey: JWK
  /** Makes the secrets with which it knows the service when it calls. */
  secret: string
}

/** The keys of a body, from its file in the folder; made at the first start. Without a folder: new ones. */
export async function agencyKeys(id: string, folder?: string): Promise<AgencyKeys> {
  if (!folder) return newKeys()
  const file = join(folder, `${id}.keys.json`)
  try {
    return JSON.parse(await readFile(file, 'utf8')) as AgencyKeys
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const keys = await newKeys()
  await mkdir(folder, { recursive: true })
  await writeFile(file, JSON.stringify(keys), { mode: 0o600 })
  return keys
}

export function publicKeyOf({ kty, crv, x, y, kid }: JWK): JWK {
  return JSON.parse(JSON.stringify({ kty, crv, x, y, kid, alg: 'ES256', use: 'sig' })) as JWK
}

/** The `Authorization` header that a body expects at one of its addresses, and tells the service in confidence. */
export function authorizationHeader({ secret }: AgencyKeys, path: string): string {
  return `Bearer ${createHmac('sha256', secret).update(path).digest('base64url')}`
}

async function newKeys(): Promise<AgencyKeys> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = await exportJWK(privateKey)
  return {
    privateKey: { ...jwk, kid: await calculateJwkThumbprint(jwk) },
    secret: randomBytes(32).toString('base64url'),
  }
}
