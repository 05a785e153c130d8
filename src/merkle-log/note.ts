import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'

/** What a key signs: notes as they are, or, as a witness, checkpoints with the time (C2SP signed-note, signature types). */
export const SIGNATURE_TYPES = { note: 0x01, cosignature: 0x04 } as const

export type SignatureType = keyof typeof SIGNATURE_TYPES

/** A key that somebody is known by: Ed25519. */
export interface VerifierKey {
  /** Without spaces or plus signs; by custom a URL without its scheme. */
  name: string
  type: SignatureType
  /** 32 bytes. */
  publicKey: Buffer
  /** 4 bytes, which a signature names it by. */
  id: Buffer
}

export interface SignerKey extends VerifierKey {
  privateKey: KeyObject
}

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

/** @param seed 32 bytes, the private key of RFC 8032. */
export function signerKey(name: string, seed: Buffer, type: SignatureType = 'note'): SignerKey {
  const der = Buffer.concat([PKCS8_OF_ED25519, seed])
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const publicKey = Buffer.from(createPublicKey(privateKey).export({ format: 'jwk' }).x ?? '', 'base64url')
  return { ...verifierKeyOf(name, type, publicKey), privateKey }
}

/** `<name>+<id in hex>+<base64 of the type and the key>`. */
export const vkey = ({ name, type, publicKey, id }: VerifierKey) =>
  `${name}+${id.toString('hex')}+${Buffer.of(SIGNATURE_TYPES[type], ...publicKey).toString('base64')}`

/** @throws {TypeError} for text that is no key, or whose id is not the key's. */
export function parseVkey(text: string): VerifierKey {
  const [, name = '', id, base64 = ''] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text) ?? []
  const [number, ...bytes] = Buffer.from(base64, 'base64')
  const type = (Object.keys(SIGNATURE_TYPES) as SignatureType[]).find((known) => SIGNATURE_TYPES[known] === number)
  if (!type || bytes.length !== 32) throw new TypeError('not a verifier key of Ed25519 (name+id+key)')
  const key = verifierKeyOf(name, type, Buffer.from(bytes))
  if (key.id.toString('hex') !== id) throw new TypeError(`${name}: the id in the verifier key is not that of its key`)
  return key
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

// Up to 16 must be read; whoever adds more makes us work for nothing.
const MOST_SIGNATURES = 32

const ED25519_SIGNATURE = 64

const PKCS8_OF_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex')
const SPKI_OF_ED25519 = Buffer.from('302a300506032b6570032100', 'hex')

function verifierKeyOf(name: string, type: SignatureType, publicKey: Buffer): VerifierKey {
  const hashed = createHash('sha256').update(`${name}\n`).update(Buffer.of(SIGNATURE_TYPES[type])).update(publicKey)
  return { name, type, publicKey, id: hashed.digest().subarray(0, 4) }
}

function parseSignature(line: string): Signature | undefined {
  const [, name = '', base64 = ''] = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? []
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length <= 4 || bytes.toString('base64') !== base64) return undefined
  return { name, keyId: bytes.subarray(0, 4), bytes: bytes.subarray(4) }
}

function holds(text: string, signature: Signature, { type, publicKey }: VerifierKey): boolean {
  const timed = type === 'cosignature'
  if (signature.bytes.length !== ED25519_SIGNATURE + (timed ? 8 : 0)) return false
  const signed = timed ? cosignedText(text, cosignedAt(signature)) : text
  const key = createPublicKey({ key: Buffer.concat([SPKI_OF_ED25519, publicKey]), format: 'der', type: 'spki' })
  return verify(null, Buffer.from(signed), key, signature.bytes.subarray(timed ? 8 : 0))
}

function hasControls(text: string): boolean {
  return [...text].some((character) => character < ' ' && character !== '\n')
}
