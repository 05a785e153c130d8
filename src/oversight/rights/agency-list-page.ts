import type { Request, Response } from 'express'
import { agencyOf } from '../../identity/staff/staff.ts'
import { decodeCursor, encodeCursor } from '../../shared/cursor.ts'
import { inContext } from '../../shared/database.ts'
import { formatDate, formatDateTime, ukToday, type CalendarDate } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { textField } from '../../web/form.ts'
import { PAGE_SIZE } from '../keyset.ts'
import { renderStaffPage } from '../staff-page.ts'
import type { AnswerParts } from './answer.ts'
import { requestsOfAgency } from './request-store.ts'
import type { RightsRequest } from './right.ts'
import { words } from './words.ts'

/** What waits for a body, with its clocks; nothing of what was said. */
export async function showAgencyList({ db, clock }: AnswerParts, req: Request, res: Response): Promise<void> {
  const { language } = req
  const text = words[language].agency
  const agency = agencyOf(req)
  const open = textField(req.query, 'show') !== 'closed'
  const cursor = textField(req.query, 'after')
  const after = cursor === '' ? undefined : decodeCursor(cursor)
  const stretch = { open, after, limit: PAGE_SIZE + 1 }
  const found = await inContext(db, { agency }, (tx) => requestsOfAgency(tx, agency, stretch))
  const last = found.length > PAGE_SIZE ? found[PAGE_SIZE - 1] : undefined
  const next = last && new URLSearchParams({ show: open ? 'open' : 'closed', after: encodeCursor(last.cursor) })
  const today = ukToday(clock())
  renderStaffPage(req, res, 'oversight/rights/agency-list.njk', {
    ...{ title: text.title, words: text, open },
    rows: found.slice(0, PAGE_SIZE).map(({ request }) => inWords(request, today, language)),
    nextHref: next && `/agency/rights?${next.toString()}`,
  })
}

/** A request as its body sees it before it is opened. */
export function inWords(request: RightsRequest, today: CalendarDate, language: Language) {
  const text = words[language].agency
  const { id, kind, due, sentAt, waitsFor } = request
  return {
    href: `/agency/rights/${id}`,
    title: text.titled(text.kinds[kind], formatDateTime(sentAt, language)),
    due: dueInWords(request, language),
    late: waitsFor === 'body' && due !== undefined && due < today,
  }
}

function dueInWords({ waitsFor, due }: RightsRequest, language: Language): string {
  const text = words[language].agency
  if (waitsFor === 'nobody') return text.nothing
  if (waitsFor === 'citizen') return text.waits
  return due === undefined ? text.undue : formatDate(due, language)
}
