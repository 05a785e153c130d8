import { hash } from 'node:crypto'

/** SHA-256, 32 bytes. */
export type Hash = Uint8Array

export const HASH_LENGTH = 32

const LEAF = Buffer.of(0)
const NODE = Buffer.of(1)

/** Of a tree without leaves (RFC 6962, section 2.1): the hash of nothing. */
export const EMPTY_ROOT: Hash = sha256()

/** RFC 6962, section 2.1: a leaf can never be taken for a node. */
export const hashOfLeaf = (entry: Uint8Array): Hash => sha256(LEAF, entry)

export const hashOfNode = (left: Hash, right: Hash): Hash => sha256(NODE, left, right)

export const isSameHash = (one: Hash, other: Hash) => Buffer.compare(one, other) === 0

function sha256(...parts: Uint8Array[]): Hash {
  return hash('sha256', Buffer.concat(parts), 'buffer')
}
