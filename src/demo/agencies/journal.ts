import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** What a body has taken in and what it still has to do, without any name or address: it outlives a restart. */
export interface Journal<Work> {
  /** Remembers a token and its work before it is acknowledged. @returns false when the token has been seen before. */
  receive(jti: string, work: Work): Promise<boolean>
  /** What there is about a token; undefined for one that never came. */
  find(jti: string): Entry<Work> | undefined
  /** So many of its steps are done; never fewer than before. */
  advance(jti: string, done: number): Promise<void>
  /** What the run before this one left undone. */
  unfinished(): Entry<Work>[]
}

export interface Entry<Work> {
  jti: string
  work: Work
  done: number
}

// A retry of a token comes within a week; a body of a demonstration is not told more than this in one.
const REMEMBERED = 5_000

/** A JSON line per fact, the last one about a token counts. Without a file, for as long as the process lives. */
export async function openJournal<Work extends { steps: unknown[] }>(file?: string): Promise<Journal<Work>> {
  const entries = new Map(file ? await readEntries<Work>(file) : [])
  const write = async (entry: Entry<Work>) => {
    const before = entries.get(entry.jti)
    entries.set(entry.jti, entry)
    try {
      if (file) await appendFile(file, `${JSON.stringify(entry)}\n`)
    } catch (error) {
      if (before) entries.set(entry.jti, before)
      else entries.delete(entry.jti)
      throw error
    }
  }
  return {
    async receive(jti, work) {
      if (entries.has(jti)) return false
      await write({ jti, work, done: 0 })
      return true
    },
    find: (jti) => entries.get(jti),
    async advance(jti, done) {
      const entry = entries.get(jti)
      if (entry && done > entry.done) await write({ ...entry, done })
    },
    unfinished: () => [...entries.values()].filter(({ work, done }) => done < work.steps.length),
  }
}

/** Reads the file and shortens it to what still counts. */
async function readEntries<Work>(file: string): Promise<[string, Entry<Work>][]> {
  await mkdir(dirname(file), { recursive: true })
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n').filter(Boolean)
  const entries = new Map(lines.flatMap((line) => readLine<Work>(line)).map((entry) => [entry.jti, entry]))
  const kept = [...entries].slice(-REMEMBERED)
  await writeFile(file, kept.map(([, entry]) => `${JSON.stringify(entry)}\n`).join(''), { mode: 0o600 })
  return kept
}

/** A process that was killed while writing leaves half a line at the end. */
function readLine<Work>(line: string): Entry<Work>[] {
  try {
    return [JSON.parse(line) as Entry<Work>]
  } catch {
    return []
  }
}
