import { createHash } from 'node:crypto'

/** RFC 6962, section 2.1, word for word and as slow as it stands there: what the quick one is held against. */
export function plainRoot(entries: readonly Uint8Array[]): Buffer {
  if (entries.length === 0) return sha256()
  const [only] = entries
  if (entries.length === 1 && only) return sha256(Buffer.of(0), only)
  const split = splitOf(entries.length)
  return sha256(Buffer.of(1), plainRoot(entries.slice(0, split)), plainRoot(entries.slice(split)))
}

/** Section 2.1.1. */
export function plainPath(leaf: number, entries: readonly Uint8Array[]): Buffer[] {
  if (entries.length <= 1) return []
  const split = splitOf(entries.length)
  const [left, right] = [entries.slice(0, split), entries.slice(split)]
  return leaf < split
    ? [...plainPath(leaf, left), plainRoot(right)]
    : [...plainPath(leaf - split, right), plainRoot(left)]
}

/** Section 2.1.2: SUBPROOF(m, D[n], b). */
export function plainConsistency(older: number, entries: readonly Uint8Array[], known = true): Buffer[] {
  if (older === entries.length) return known ? [] : [plainRoot(entries)]
  const split = splitOf(entries.length)
  const [left, right] = [entries.slice(0, split), entries.slice(split)]
  return older <= split
    ? [...plainConsistency(older, left, known), plainRoot(right)]
    : [...plainConsistency(older - split, right, false), plainRoot(left)]
}

function splitOf(leaves: number): number {
  let split = 1
  while (split * 2 < leaves) split *= 2
  return split
}

function sha256(...parts: Uint8Array[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
