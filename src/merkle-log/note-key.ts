import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'

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

const PKCS8_OF_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex')
const SPKI_OF_ED25519 = Buffer.from('302a300506032b6570032100', 'hex')

export const publicKeyObject = ({ publicKey }: VerifierKey) =>
  createPublicKey({ key: Buffer.concat([SPKI_OF_ED25519, publicKey]), format: 'der', type: 'spki' })

/** @param publicKey 32 bytes. */
export function verifierKeyOf(name: string, type: SignatureType, publicKey: Buffer): VerifierKey {
  const hashed = createHash('sha256').update(`${name}\n`).update(Buffer.of(SIGNATURE_TYPES[type])).update(publicKey)
  return { name, type, publicKey, id: hashed.digest().subarray(0, 4) }
}
