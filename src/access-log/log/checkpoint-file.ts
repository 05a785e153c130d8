import { readFile, rename, writeFile } from 'node:fs/promises'
import type { Head } from '../../merkle-log/check-proof.ts'
import { openCheckpoint } from '../../merkle-log/checkpoint.ts'
import type { VerifierKey } from '../../merkle-log/note-key.ts'

/** What stands in the file of an earlier run; undefined when there is none, or it is of another log. */
export async function readHeld(file: string, key: VerifierKey): Promise<Head | undefined> {
  const note = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return openCheckpoint(note, key)
}

/** Whole or not at all. */
export async function keepHeld(file: string, note: string): Promise<void> {
  await writeFile(`${file}.new`, note, { mode: 0o600 })
  await rename(`${file}.new`, file)
}
