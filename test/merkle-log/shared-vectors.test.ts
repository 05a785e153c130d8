import { globSync, existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { isConsistent, isIncluded } from '../../src/merkle-log/check-proof.ts'

// From transparency-dev/merkle, read where they lie beside the project: they are not of it.
const FOLDER = fileURLToPath(new URL('../../../shared/vectors/rfc6962/', import.meta.url))

interface Vector {
  proof: string[] | null
  wantErr: boolean
  desc: string
}
type Inclusion = Vector & { leafIdx: number; treeSize: number; root: string; leafHash: string }
type Consistency = Vector & { size1: number; size2: number; root1: string; root2: string }

test('the vectors of others for proofs of RFC 6962, where this machine has them', () => {
  if (!existsSync(FOLDER)) {
    process.stdout.write(`\nThe shared vectors are not in ${FOLDER}: nothing was compared with them.\n`)
    return
  }
  const inclusion = vectorsIn<Inclusion>('inclusion')
  const consistency = vectorsIn<Consistency>('consistency')
  expect(inclusion.length + consistency.length).toBe(196)
  for (const { leafIdx, treeSize, root, leafHash, proof, wantErr, desc } of inclusion) {
    const claim = { leaf: bytes(leafHash), index: leafIdx, size: treeSize, root: bytes(root) }
    expect(isIncluded((proof ?? []).map(bytes), claim), desc).toBe(!wantErr)
  }
  for (const { size1, size2, root1, root2, proof, wantErr, desc } of consistency) {
    const heads = [
      { size: size1, root: bytes(root1) },
      { size: size2, root: bytes(root2) },
    ] as const
    expect(isConsistent((proof ?? []).map(bytes), ...heads), desc).toBe(!wantErr)
  }
})

const vectorsIn = <Kind>(kind: string) =>
  globSync(`${FOLDER}${kind}/**/*.json`).map((file) => JSON.parse(readFileSync(file, 'utf8')) as Kind)

const bytes = (base64: string) => Buffer.from(base64, 'base64')
