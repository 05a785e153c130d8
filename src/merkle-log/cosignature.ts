import { sign } from 'node:crypto'
import type { Signature } from './note.ts'
import type { SignerKey } from './note-key.ts'

/** Says when, for a cosignature, the witness signed (seconds since 1970, as the last 8 of them count from the left). */
export const cosignedAt = ({ bytes }: Signature) => Number(bytes.readBigUInt64BE(0))

/** What a witness signs: that it saw this at a time, in seconds since 1970 (C2SP tlog-cosignature). */
export const cosignedText = (text: string, at: number) => `cosignature/v1\ntime ${at}\n${text}`

/** @param at seconds since 1970. */
export function cosign(text: string, key: SignerKey, at: number): Signature {
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(at))
  const signature = sign(null, Buffer.from(cosignedText(text, at)), key.privateKey)
  return { name: key.name, keyId: key.id, bytes: Buffer.concat([time, signature]) }
}
