/** Entries as a log serves them: each behind its length in two bytes, the larger first (C2SP tlog-tiles). */
export function bundle(entries: readonly Uint8Array[]): Buffer {
  return Buffer.concat(entries.flatMap((entry) => [lengthOf(entry), entry]))
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
