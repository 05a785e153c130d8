import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { Clock } from '../shared/clock.ts'
import { masked } from './masked.ts'
import type { Message, Sender } from './sender.ts'

/** A message as the outbox of a development machine keeps it: all but whom it would have reached. */
export type KeptMessage = Message & { sentAt: string }

/**
 * Where messages go on a machine without a key: into a file that the web process shows. A file and not a table, so that
 * what only development needs stands in no database, and a web process that has it on its own disk is all that reads it.
 */
export function developmentOutbox(file: string, clock: Clock): Sender {
  return {
    async send(message) {
      const kept: KeptMessage = { ...message, to: masked(message.to), sentAt: clock().toISOString() }
      await mkdir(dirname(file), { recursive: true })
      await appendFile(file, `${JSON.stringify(kept)}\n`, { mode: 0o600 })
      return { kind: 'taken', notifyId: uuidv7() }
    },
    async find(reference) {
      const known = (await readOutbox(file)).some((message) => message.reference === reference)
      return known ? { kind: 'taken', notifyId: reference } : { kind: 'none' }
    },
  }
}

/** Newest first; empty where nothing was ever sent. */
export async function readOutbox(file: string): Promise<KeptMessage[]> {
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  return lines.flatMap(readLine).reverse()
}

/** A process that was killed while writing leaves half a line. */
function readLine(line: string): KeptMessage[] {
  try {
    return [JSON.parse(line) as KeptMessage]
  } catch {
    return []
  }
}
