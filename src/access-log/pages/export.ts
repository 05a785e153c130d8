import { once } from 'node:events'
import type { Request, Response } from 'express'
import { personOf } from '../../identity/person.ts'
import { inContext } from '../../shared/database.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { AccessEntry, AccessFilter } from '../access-entry.ts'
import { findEntries } from '../access-entry-store.ts'
import { cy } from '../content/cy.ts'
import { en } from '../content/en.ts'
import { aboutEntries, type About } from './about-entries.ts'
import { findBodies } from './body-store.ts'
import { csvHeader, csvLine, exportedEntry } from './exported-entry.ts'
import { readFilter } from './filter.ts'
import { purposesOf } from './purpose-store.ts'
import type { AccessLogParts } from './routes.ts'

const words = { en, cy }

const AT_A_TIME = 500

/**
 * The whole list, or what a filter lets through, as it is read: a few hundred entries at a time, each in a transaction
 * of its own, so that neither our memory nor a snapshot of the database is held for somebody with a slow line.
 */
export async function exportList(parts: AccessLogParts, req: Request, res: Response, form: 'csv' | 'json') {
  const { language } = req
  const pages = pagesFor(parts, req)
  // The first is read before anything is said: a filter that cannot be read is still refused with a page.
  const first = await pages.next()
  res.attachment(`${words[language].file.name}.${form}`)
  res.type(form === 'csv' ? 'text/csv' : 'application/json')
  res.set('cache-control', 'no-store')
  await write(res, form === 'csv' ? csvHeader(language) : '{"records":[')
  let separator = ''
  for (let page = first; !page.done; page = await pages.next()) {
    const { entries, about } = page.value
    for (const entry of entries) {
      const said = exportedEntry(entry, about)
      const line = form === 'csv' ? csvLine(entry, about, language) : `${separator}\n${JSON.stringify(said)}`
      separator = ','
      if (!(await write(res, line))) return
    }
  }
  res.end(form === 'csv' ? '' : `\n],"as_of":"${parts.clock().toISOString()}"}\n`)
}

interface ExportedPage {
  entries: AccessEntry[]
  about: About
}

async function* pagesFor(parts: AccessLogParts, req: Request): AsyncGenerator<ExportedPage> {
  const { accountId: account, subjects } = personOf(req)
  const { db, events } = parts
  let [filter, older]: [AccessFilter | undefined, AccessEntry['cursor'] | undefined] = [undefined, undefined]
  for (;;) {
    const page = await inContext(db, { account, subjects }, async (tx) => {
      filter ??= await filterOf(tx, subjects, req.query)
      const entries = await findEntries(tx, subjects, { filter, older, limit: AT_A_TIME })
      return { entries, about: await aboutEntries(tx, subjects, entries, events) }
    })
    yield page
    older = page.entries.at(-1)?.cursor
    if (page.entries.length < AT_A_TIME) return
  }
}

async function filterOf(tx: Parameters<typeof findBodies>[0], subjects: readonly Buffer[], query: unknown) {
  const bodies = await findBodies(tx, subjects)
  const purposes = await purposesOf(tx, bodies)
  const { filter, problems } = readFilter(query, { bodies, purposes: purposes.map(({ path }) => path) })
  if (problems.length > 0) throw new Refusal('invalid', 'The filter of the list cannot be read')
  return filter
}

/** @returns false once the reader has gone. */
async function write(res: Response, text: string): Promise<boolean> {
  if (res.destroyed) return false
  if (!res.write(text)) await Promise.race([once(res, 'drain'), once(res, 'close')])
  return !res.destroyed
}
