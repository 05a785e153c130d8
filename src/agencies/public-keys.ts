import { createPublicKey, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import { entriesOf, entry, type Report } from './file-entry.ts'

/** A JSON Web Key Set (RFC 7517, section 5) of public keys that a body's programs sign with, each with a `kid`. */
export const publicKeys = entry(
  { keys: z.array(z.record(z.string(), z.unknown())).min(1, 'must hold at least one key') },
  (set, report) => {
    const seen = new Set<unknown>()
    for (const { index, entry: key } of entriesOf(set['keys'])) {
      const about: Report = (path, problem) => report(['keys', index, ...path], problem)
      checkKey(key, about)
      if (key['kid'] !== undefined && seen.has(key['kid'])) about(['kid'], 'is the kid of another key too')
      seen.add(key['kid'])
    }
  },
)

// RFC 7518, sections 6.2.2 and 6.3.2: what only the holder of the private key may know.
const PRIVATE = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth']

function checkKey(key: Record<string, unknown>, report: Report): void {
  if (typeof key['kid'] !== 'string' || key['kid'] === '')
    report(['kid'], 'is missing: each key needs a name of its own')
  if (key['kty'] === 'oct' || key['k'] !== undefined) {
    return report([], 'is a shared secret: give a public key, and replace that secret wherever it is in use')
  }
  if (PRIVATE.some((part) => key[part] !== undefined)) {
    return report(
      [],
      'holds the private half: give the public half only, and replace that key, which others have now seen',
    )
  }
  if (key['use'] !== undefined && key['use'] !== 'sig') report(['use'], 'must be sig: the key is for signing')
  const problem = keyProblem(key)
  if (problem) report([], problem)
}

function keyProblem(key: Record<string, unknown>): string | undefined {
  const known = toKey(key)
  if (!known) return 'is not a public key that can be read: it needs kty and, for EC, crv, x and y, for RSA, n and e'
  const { namedCurve, modulusLength = 0 } = known.asymmetricKeyDetails ?? {}
  if (known.asymmetricKeyType === 'rsa') return modulusLength < 2048 ? 'must have at least 2048 bits' : undefined
  if (known.asymmetricKeyType === 'ed25519') return undefined
  // Curves that RFC 7518, section 3.4, signs with.
  return /^(prime256v1|secp384r1|secp521r1)$/.test(namedCurve ?? '')
    ? undefined
    : 'must be an RSA, Ed25519 or EC key on curve P-256, P-384 or P-521'
}

function toKey(key: Record<string, unknown>): KeyObject | undefined {
  try {
    return createPublicKey({ key, format: 'jwk' })
  } catch {
    return undefined
  }
}
