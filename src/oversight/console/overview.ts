import type { Request, Response } from 'express'
import { agencyOf } from '../../identity/staff/staff.ts'
import { DAY, later } from '../../shared/clock.ts'
import { inContext } from '../../shared/database.ts'
import { renderStaffPage } from '../staff-page.ts'
import { countsSince, outcomesSince, streamLoads } from './load-store.ts'
import type { ConsoleParts } from './routes.ts'
import { streamRow } from './stream-row.ts'
import { consoleWords } from './words.ts'

const COUNTED = 30 * DAY

/** How far behind each stream is, and what became of the last month's deliveries. */
export async function showOverview({ db, clock }: ConsoleParts, req: Request, res: Response): Promise<void> {
  const { overview: words, streams: streamWords } = consoleWords[req.language]
  const agency = agencyOf(req)
  const now = clock()
  const since = later(now, -COUNTED)
  const { loads, counts, outcomes } = await inContext(db, { agency }, async (tx) => ({
    loads: await streamLoads(tx, agency, now),
    counts: await countsSince(tx, agency, since),
    outcomes: await outcomesSince(tx, agency, since),
  }))
  renderStaffPage(req, res, 'oversight/console/overview.njk', {
    title: words.title,
    words,
    streamWords,
    counts,
    streams: loads.map((load, index) => streamRow(load, index, { now, language: req.language })),
    outcomes: Object.entries(words.statuses)
      .map(([status, name]) => ({ name, count: outcomes.get(status) ?? 0 }))
      .filter(({ count }) => count > 0),
  })
}
