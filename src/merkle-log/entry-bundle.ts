import { TILE_WIDTH } from './tile.ts'

/** Entries as a log serves them: each behind its length in two bytes, the larger first (C2SP tlog-tiles). */
export function bundle(entries: readonly Uint8Array[]): Buffer {
  return Buffer.concat(entries.flatMap((entry) => [lengthOf(entry), entry]))
}

/** Entries that stand in one bundle behind those that are there. */
export interface BundlePart {
  index: number
  bytes: Buffer
  /** Where in `bytes` each entry ends. */
  ends: number[]
}

/** @param first which place in the log the first of the entries has. */
export function bundleParts(first: number, entries: readonly Uint8Array[]): BundlePart[] {
  const byBundle = Map.groupBy(entries.entries(), ([at]) => Math.floor((first + at) / TILE_WIDTH))
  return [...byBundle].map(([index, ofBundle]) => {
    const held = ofBundle.map(([, entry]) => entry)
    return { index, bytes: bundle(held), ends: endsOf(held) }
  })
}

function endsOf(entries: readonly Uint8Array[]): number[] {
  let end = 0
  return entries.map(({ length }) => (end += 2 + length))
}

/** @returns undefined when bytes are missing or too many. */
export function entriesIn(bytes: Buffer): Buffer[] | undefined {
  const entries: Buffer[] = []
  let at = 0
  while (at + 2 <= bytes.length) {
    const end = at + 2 + bytes.readUInt16BE(at)
    entries.push(bytes.subarray(at + 2, end))
    at = end
  }
  return at === bytes.length ? entries : undefined
}

/** @throws {RangeError} for an entry of more than 65,535 bytes. */
function lengthOf({ length }: Uint8Array): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(length)
  return bytes
}
