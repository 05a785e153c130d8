import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto'

/** Where a sealed value stands. It is bound into the seal, so that a value moved elsewhere does not open. */
export interface Place {
  table: string
  column: string
  row: string
}

/** The value does not belong to this key or place, or was changed. Says nothing about its content. */
export class SealBroken extends Error {
  constructor(place: Place) {
    super(`A sealed value of ${place.table}.${place.column} does not open`)
    this.name = 'SealBroken'
  }
}

/** What sealed it is not among the keys that we were given: a rotation was ended too soon, or a setting is wrong. */
export class KeyMissing extends Error {
  constructor(id: string) {
    super(`DATA_KEYS lacks the key ${id}, under which something in use is sealed`)
    this.name = 'KeyMissing'
  }
}

const VERSION = 1
const IV_BYTES = 12
const TAG_BYTES = 16

/** AES-256-GCM with a random IV. Layout: version (1 byte), IV (12), tag (16), ciphertext. */
export function sealBytes(key: KeyObject, plain: Buffer, place: Place): Buffer {
  const iv = freshIv()
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
  cipher.setAAD(additionalData(place))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.of(VERSION), iv, cipher.getAuthTag(), body])
}

/** @throws SealBroken for another key, another place, or a changed, cut or lengthened value. */
export function openBytes(key: KeyObject, sealed: Buffer, place: Place): Buffer {
  if (sealed.length < 1 + IV_BYTES + TAG_BYTES || sealed[0] !== VERSION) throw new SealBroken(place)
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + IV_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAAD(additionalData(place))
  decipher.setAuthTag(sealed.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(1 + IV_BYTES + TAG_BYTES)), decipher.final()])
  } catch {
    throw new SealBroken(place)
  }
}

/** Any JSON value, sealed. */
export const seal = (key: KeyObject, value: unknown, place: Place) =>
  sealBytes(key, Buffer.from(JSON.stringify(value), 'utf8'), place)

/** The caller names the shape: what comes out is what our own code once put in. */
export const open = <Value>(key: KeyObject, sealed: Buffer, place: Place): Value =>
  JSON.parse(openBytes(key, sealed, place).toString('utf8')) as Value

// Asked for many at a time: a system call for each takes as long as sealing. No part is given twice.
let ivs = Buffer.alloc(0)

function freshIv(): Buffer {
  if (ivs.length === 0) ivs = randomBytes(IV_BYTES * 256)
  const iv = ivs.subarray(0, IV_BYTES)
  ivs = ivs.subarray(IV_BYTES)
  return iv
}

// A length before each part: "a.b" in "c" and "a" in "b.c" must not be one place.
const additionalData = ({ table, column, row }: Place) =>
  Buffer.from([table, column, row].map((part) => `${part.length}:${part}`).join('.'), 'utf8')
