import { heightOf } from './tree.ts'
import { EMPTY_ROOT, HASH_LENGTH, hashOfNode, isSameHash, type Hash } from './tree-hash.ts'

export interface InclusionClaim {
  leaf: Hash
  index: number
  size: number
  root: Hash
}

/** Whether a proof shows that a leaf is at an index of the tree with this root (RFC 9162, section 2.1.3.2). */
export function isIncluded(proof: readonly Hash[], { leaf, index, size, root }: InclusionClaim): boolean {
  if (!isCount(index) || !isCount(size) || index >= size || leaf.length !== HASH_LENGTH) return false
  const climb = { node: index, last: size - 1 }
  let hash = leaf
  for (const sibling of proof) {
    if (climb.last === 0) return false
    hash = isRight(climb) ? hashOfNode(sibling, hash) : hashOfNode(hash, sibling)
    rise(climb)
  }
  return climb.last === 0 && isSameHash(hash, root)
}

export interface Head {
  size: number
  root: Hash
}

/**
 * Whether a proof shows that the newer tree only adds to the older one (RFC 9162, section 2.1.4.2). Of an empty tree
 * nothing can be shown but that it is itself: every tree adds to it.
 */
export function isConsistent(proof: readonly Hash[], older: Head, newer: Head): boolean {
  if (!isCount(older.size) || !isCount(newer.size) || older.size > newer.size) return false
  if (older.size === 0 && !(newer.size === 0 && isSameHash(older.root, EMPTY_ROOT))) return false
  if (older.size === newer.size) return proof.length === 0 && isSameHash(older.root, newer.root)
  const [first, ...rest] = isPowerOfTwo(older.size) ? [older.root, ...proof] : proof
  if (!first) return false
  const roots = climbBoth(first, rest, { node: older.size - 1, last: newer.size - 1 })
  return roots !== undefined && isSameHash(roots.older, older.root) && isSameHash(roots.newer, newer.root)
}

/** Both roots from what they share; undefined when the proof has not as many hashes as it must. */
function climbBoth(first: Hash, rest: readonly Hash[], climb: Climb): { older: Hash; newer: Hash } | undefined {
  while (climb.node % 2 === 1) up(climb)
  let [older, newer] = [first, first]
  for (const sibling of rest) {
    if (climb.last === 0) return undefined
    if (isRight(climb)) older = hashOfNode(sibling, older)
    newer = isRight(climb) ? hashOfNode(sibling, newer) : hashOfNode(newer, sibling)
    rise(climb)
  }
  return climb.last === 0 ? { older, newer } : undefined
}

/** Where a way up stands: at which node of its level, and which is the last one there. */
interface Climb {
  node: number
  last: number
}

/** The last of a level without a sibling climbs until it has one: to its left. */
const isRight = ({ node, last }: Climb) => node % 2 === 1 || node === last

function rise(climb: Climb): void {
  if (climb.node % 2 === 0 && climb.node === climb.last) while (climb.node % 2 === 0 && climb.node > 0) up(climb)
  up(climb)
}

function up(climb: Climb): void {
  climb.node = Math.floor(climb.node / 2)
  climb.last = Math.floor(climb.last / 2)
}

const isCount = (number: number) => Number.isSafeInteger(number) && number >= 0

const isPowerOfTwo = (number: number) => 2 ** heightOf(number) === number
