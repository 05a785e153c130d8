import type { ReadLog } from '../../merkle-log/audit.ts'

/** A log as it is served. */
export interface ServedLog {
  read: ReadLog
  /** @throws when it is not served. */
  text: (path: string) => Promise<string>
}

/** @param url of the log, or of the service that it stands in. */
export async function openLog(fetch: typeof globalThis.fetch, url: string): Promise<ServedLog> {
  const base = url.replace(/\/+$/, '')
  const isLog = (await readUnder(fetch, base)('checkpoint')) !== undefined
  const read = readUnder(fetch, isLog ? base : `${base}/log`)
  return {
    read,
    async text(path) {
      const bytes = await read(path)
      if (!bytes) throw new Error(`${url} serves no ${path}: is it the address of a log?`)
      return bytes.toString('utf8')
    },
  }
}

const readUnder =
  (fetch: typeof globalThis.fetch, base: string): ReadLog =>
  async (path) => {
    const response = await fetch(`${base}/${path}`)
    if (response.status === 404) return undefined
    if (!response.ok) throw new Error(`${base}/${path} answers ${response.status}`)
    return Buffer.from(await response.arrayBuffer())
  }
