import { sign, verify } from 'node:crypto'
import { cosignedAt, cosignedText } from './cosignature.ts'
import { publicKeyObject, type SignerKey, type VerifierKey } from './note-key.ts'

/** One line below a note. */
export interface Signature {
  name: string
  keyId: Buffer
  bytes: Buffer
}

export interface Note {
  /** With its last newline. */
  text: string
  signatures: Signature[]
}

/** A line to stand below a note. */
export const signatureLine = ({ name, keyId, bytes }: Signature) =>
  `\u2014 ${name} ${Buffer.concat([keyId, bytes]).toString('base64')}\n`

export function signNote(text: string, key: SignerKey): string {
  const signature = { name: key.name, keyId: key.id, bytes: sign(null, Buffer.from(text), key.privateKey) }
  return `${text}\n${signatureLine(signature)}`
}

/** Reads a note without believing it. @returns undefined when it is none. */
export function parseNote(note: string): Note | undefined {
  const end = note.lastIndexOf('\n\n')
  if (end < 0 || !note.endsWith('\n') || hasControls(note)) return undefined
  const lines = note.slice(end + 2, -1).split('\n')
  const signatures = lines.slice(0, MOST_SIGNATURES + 1).map(parseSignature)
  if (signatures.length > MOST_SIGNATURES || signatures.some((one) => !one)) return undefined
  return { text: note.slice(0, end + 1), signatures: signatures as Signature[] }
}

/** By whom of those we know a note is signed: undefined when by none, or when one that claims to be of them is wrong. */
export function signersOf<Key extends VerifierKey>(note: Note, known: readonly Key[]): Key[] | undefined {
  const claims = note.signatures.flatMap((signature) => {
    const key = known.find(({ name, id }) => name === signature.name && id.equals(signature.keyId))
    return key ? [{ key, holds: holds(note.text, signature, key) }] : []
  })
  return claims.length > 0 && claims.every((claim) => claim.holds) ? claims.map(({ key }) => key) : undefined
}

/** Whether a line below the note says that it is of this key: it may be wrong. */
export const isNamedIn = ({ signatures }: Note, key: VerifierKey): boolean =>
  signatures.some(({ name, keyId }) => name === key.name && key.id.equals(keyId))

// Up to 16 must be read; whoever adds more makes us work for nothing.
const MOST_SIGNATURES = 32

const ED25519_SIGNATURE = 64

function parseSignature(line: string): Signature | undefined {
  const [, name = '', base64 = ''] = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? []
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length <= 4 || bytes.toString('base64') !== base64) return undefined
  return { name, keyId: bytes.subarray(0, 4), bytes: bytes.subarray(4) }
}

function holds(text: string, signature: Signature, key: VerifierKey): boolean {
  const timed = key.type === 'cosignature'
  if (signature.bytes.length !== ED25519_SIGNATURE + (timed ? 8 : 0)) return false
  const signed = timed ? cosignedText(text, cosignedAt(signature)) : text
  return verify(null, Buffer.from(signed), publicKeyObject(key), signature.bytes.subarray(timed ? 8 : 0))
}

function hasControls(text: string): boolean {
  return [...text].some((character) => character < ' ' && character !== '\n')
}
