import { createHmac, hash, randomBytes, type KeyObject } from 'node:crypto'
import { hashOfLeaf, type Hash } from '../../merkle-log/tree-hash.ts'
import { recordJson, type LoggedRecord } from './logged-record.ts'

/** What a record is in the log, and what shows that it is. */
export interface Committed {
  /** 32 bytes, without which nobody can try what the record may have been. */
  salt: Buffer
  json: string
  /** 32 bytes. */
  commitment: Buffer
}

/**
 * The salt is made with the subject's data key and kept nowhere: erasing the key takes the meaning of every leaf that is
 * about them. Once the key is gone it is a random one, and nobody will ever show what the leaf was.
 */
export function commit(row: LoggedRecord, dataKey: KeyObject | undefined): Committed {
  const key = dataKey ?? randomBytes(32)
  const salt = keyed(key, SALT, Buffer.from(`${row.controller_id}\0${row.record_id}`))
  const json = recordJson(row, row.sealed ? keyed(key, REFERENCES, row.sealed).toString('hex') : undefined)
  return { salt, json, commitment: commitmentOf(salt, json) }
}

export const commitmentOf = (salt: Uint8Array, json: string | Uint8Array): Buffer =>
  hash('sha256', Buffer.concat([RECORD, salt, Buffer.from(json)]), 'buffer')

/** Where a record stands in the chain of its subject. */
export interface Link {
  /** From 1. */
  seq: number
  /** The entry hash of the one before; 32 zero bytes before the first. */
  prev: Hash
}

export const BEFORE_THE_FIRST: Hash = Buffer.alloc(32)

/** The 36 bytes that the public log holds of a record. */
export function entryOf(commitment: Uint8Array, { seq, prev }: Link): Buffer {
  const place = Buffer.alloc(8)
  place.writeBigUInt64BE(BigInt(seq))
  return Buffer.concat([ENTRY, hash('sha256', Buffer.concat([LEAF, commitment, place, prev]), 'buffer')])
}

/** A place in a chain as a receipt has it: JCS, in the order of its names. */
export const placeJson = ({ seq, prev }: Link): Buffer =>
  Buffer.from(JSON.stringify({ prev: Buffer.from(prev).toString('hex'), seq }))

/** What the next record of the subject names as the one before it. */
export const entryHash = hashOfLeaf

const RECORD = Buffer.from('dal/v1/record\0')
const LEAF = Buffer.from('dal/v1/leaf\0')
const SALT = Buffer.from('dal/v1/salt\0')
const REFERENCES = Buffer.from('dal/v1/references\0')
const ENTRY = Buffer.from('dal1')

const keyed = (key: KeyObject | Buffer, purpose: Buffer, of: Buffer) =>
  createHmac('sha256', key).update(purpose).update(of).digest()
