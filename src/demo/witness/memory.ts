import { randomBytes } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Head } from '../../merkle-log/check-proof.ts'
import { signerKey, type SignerKey } from '../../merkle-log/note-key.ts'
import { makeFolder } from '../../shared/folder.ts'

/** What a witness knows itself by, and what it has cosigned last of each log. */
export interface Memory {
  key: SignerKey
  seen(origin: string): Head | undefined
  /** Resolves when it is on the disk. */
  keep(seen: Head & { origin: string }): Promise<void>
}

interface Kept {
  seed: string
  seen: Record<string, { size: number; root: string }>
}

const NAME = 'sample-witness.example'

export async function openMemory(folder: string): Promise<Memory> {
  makeFolder(folder)
  const file = join(folder, 'witness.json')
  const kept = (await readKept(file)) ?? { seed: randomBytes(32).toString('base64'), seen: {} }
  await write(file, kept)
  return {
    key: signerKey(NAME, Buffer.from(kept.seed, 'base64'), 'cosignature'),
    seen(origin) {
      const seen = kept.seen[origin]
      return seen && { size: seen.size, root: Buffer.from(seen.root, 'base64') }
    },
    async keep({ origin, size, root }) {
      kept.seen = { ...kept.seen, [origin]: { size, root: Buffer.from(root).toString('base64') } }
      await write(file, kept)
    },
  }
}

async function readKept(file: string): Promise<Kept | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Kept
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Whole or not at all, and on the disk. */
async function write(file: string, kept: Kept): Promise<void> {
  const handle = await open(`${file}.new`, 'w', 0o600)
  await handle.writeFile(JSON.stringify(kept))
  await handle.sync()
  await handle.close()
  await rename(`${file}.new`, file)
}
