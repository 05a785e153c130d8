import type { Request, Response } from 'express'
import { idsOfDay } from '../../deliveries/inbox-store.ts'
import { isolating } from '../../deliveries/isolating.ts'
import { openInInbox, type Opened } from '../../deliveries/open-in-inbox.ts'
import { eventInWords } from '../../agreements/show-agreement.ts'
import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { agencyOf, staffOf } from '../../identity/staff/staff.ts'
import { csv } from '../../shared/csv.ts'
import { inContext } from '../../shared/database.ts'
import { formatDateTime, isRealDate, type CalendarDate } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { notFound } from '../../shared/refusal.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { officerOf, type InboxParts } from './inbox-parts.ts'
import { factRows } from './open-page.ts'

const content = { en, cy }

// More than an office without a system of its own reads in a day; a file of some megabytes.
const MOST_ROWS = 5000
// Each batch is on record before the next is opened.
const AT_A_TIME = 100

/** Everything that came on a day as a file, which opens all of it: each row is on record before the file leaves. */
export async function downloadDay(parts: InboxParts, req: Request, res: Response): Promise<void> {
  const day = String(req.params['date'])
  if (!isRealDate(day)) throw notFound()
  const opened = await openDay(parts, req, day)
  if (opened.length === 0) throw notFound()
  const { db, clock } = parts
  const [agency, staff, detail] = [agencyOf(req), staffOf(req), { deliveries: opened.length }]
  await inContext(db, { agency }, (tx) =>
    recordAction(tx, { staff, action: 'inbox-downloaded', target: day, detail, at: clock() }),
  )
  res.attachment(content[req.language].csv.file(day))
  // With a mark for spreadsheets, which take a file without one for another encoding.
  res.type('text/csv; charset=utf-8').send(`\uFEFF${csv(table(opened, req.language, parts.events))}`)
}

/** One that cannot be read leaves the others in. */
async function openDay(parts: InboxParts, req: Request, day: CalendarDate): Promise<Opened[]> {
  const agency = agencyOf(req)
  const wanted = { day, now: parts.clock(), limit: MOST_ROWS }
  const ids = await inContext(parts.db, { agency }, (tx) => idsOfDay(tx, agency, wanted))
  const open = async (some: readonly string[]) => {
    const opened = await openInInbox(parts, officerOf(req), some)
    return some.map((id) => opened.get(id))
  }
  const all: (Opened | undefined)[] = []
  for (let start = 0; start < ids.length; start += AT_A_TIME)
    all.push(...(await isolating(ids.slice(start, start + AT_A_TIME), open, () => undefined)))
  return all.filter((one) => one !== undefined)
}

/** A column for each field that any of them has, by its label. */
function table(opened: readonly Opened[], language: Language, events?: InboxParts['events']): string[][] {
  const words = content[language].csv
  const facts = opened.map((one) => factRows(one, language, events))
  const labels = [...new Set(facts.flatMap((rows) => rows.map(({ key }) => key)))]
  const head = [words.id, words.came, words.what, words.news, words.original, words.answer]
  return [
    [...head, ...labels],
    ...opened.map((one, index) => [
      ...aboutRow(one, language, events),
      ...labels.map((label) => {
        const lines = facts[index]?.filter(({ key }) => key === label).flatMap((row) => row.lines) ?? []
        return lines.map(({ text }) => text).join('; ')
      }),
    ]),
  ]
}

function aboutRow({ delivery, change }: Opened, language: Language, events?: InboxParts['events']): string[] {
  return [
    delivery.id,
    formatDateTime(delivery.dueSince, language),
    eventInWords(delivery.eventType, language, events),
    change ? content[language].opened.changes[change.change] : content[language].news.report,
    change?.original_jti ?? '',
    change?.answer ?? '',
  ]
}
