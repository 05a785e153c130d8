import { EMPTY_ROOT, hashOfNode, type Hash } from './tree-hash.ts'

/** Leaves from `start` up to, and without, `end`. The trees of proofs begin where their size allows it. */
export interface Range {
  start: number
  end: number
}

/** A whole subtree: it covers the leaves from `index` times 2^`height`, 2^`height` of them. */
export interface Node {
  height: number
  index: number
}

/** The hashes of an inclusion proof, as ranges, from the leaf's sibling up (RFC 6962, section 2.1.1). */
export function inclusionRanges(leaf: number, size: number): Range[] {
  return pathTo(leaf, { start: 0, end: size })
}

function pathTo(leaf: number, { start, end }: Range): Range[] {
  if (end - start <= 1) return []
  const middle = start + splitOf(end - start)
  return leaf < middle
    ? [...pathTo(leaf, { start, end: middle }), { start: middle, end }]
    : [...pathTo(leaf, { start: middle, end }), { start, end: middle }]
}

/** The hashes of a consistency proof, as ranges, in its order (RFC 6962, section 2.1.2). None from an empty tree. */
export function consistencyRanges(oldSize: number, newSize: number): Range[] {
  return oldSize === 0 ? [] : subProof(oldSize, { start: 0, end: newSize }, true)
}

/** @param known whether the old root is this very range, so that whoever checks has it. */
function subProof(oldEnd: number, { start, end }: Range, known: boolean): Range[] {
  if (oldEnd === end) return known ? [] : [{ start, end }]
  const middle = start + splitOf(end - start)
  return oldEnd <= middle
    ? [...subProof(oldEnd, { start, end: middle }, known), { start: middle, end }]
    : [...subProof(oldEnd, { start: middle, end }, false), { start, end: middle }]
}

/** The whole subtrees that a range consists of, from left to right. */
export function nodesOf({ start, end }: Range): Node[] {
  const nodes: Node[] = []
  for (let at = start; at < end;) {
    const height = heightOf(end - at)
    nodes.push({ height, index: at / 2 ** height })
    at += 2 ** height
  }
  return nodes
}

/** The root over whole subtrees that stand beside each other as `nodesOf` names them. */
export function rootOver(hashes: readonly Hash[]): Hash {
  return (
    hashes.reduceRight<Hash | undefined>((right, left) => (right ? hashOfNode(left, right) : left), undefined) ??
    EMPTY_ROOT
  )
}

/** The largest power of two below a number of leaves. */
const splitOf = (leaves: number) => 2 ** heightOf(leaves - 1)

/** Of the largest whole subtree that so many leaves hold. Counted, since a logarithm is rounded near a power of two. */
export function heightOf(leaves: number): number {
  let height = 0
  while (2 ** (height + 1) <= leaves) height += 1
  return height
}
