import type { Request, Response } from 'express'
import { questionsOfAgency } from '../../access-log/questions/question-store.ts'
import type { Question } from '../../access-log/questions/question.ts'
import type { ReplyParts } from '../../access-log/questions/reply.ts'
import { agencyOf } from '../../identity/staff/staff.ts'
import { decodeCursor, encodeCursor } from '../../shared/cursor.ts'
import { inContext } from '../../shared/database.ts'
import { formatDate, formatDateTime, ukToday, type CalendarDate } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { textField } from '../../web/form.ts'
import { PAGE_SIZE } from '../keyset.ts'
import { renderStaffPage } from '../staff-page.ts'
import { words } from './words.ts'

/** What waits for a body, or was answered; nothing of what was asked. */
export async function showQuestions({ db, clock }: ReplyParts, req: Request, res: Response): Promise<void> {
  const { language } = req
  const { list } = words[language]
  const agency = agencyOf(req)
  const waiting = textField(req.query, 'show') !== 'answered'
  const cursor = textField(req.query, 'after')
  const after = cursor === '' ? undefined : decodeCursor(cursor)
  const stretch = { waiting, after, limit: PAGE_SIZE + 1 }
  const found = await inContext(db, { agency }, (tx) => questionsOfAgency(tx, agency, stretch))
  const last = found.length > PAGE_SIZE ? found[PAGE_SIZE - 1] : undefined
  const today = ukToday(clock())
  const next = last && new URLSearchParams({ show: waiting ? 'waiting' : 'answered', after: encodeCursor(last.cursor) })
  renderStaffPage(req, res, 'oversight/questions/list.njk', {
    ...{ title: list.title, words: list, waiting },
    rows: found.slice(0, PAGE_SIZE).map(({ question }) => inWords(question, today, language)),
    nextHref: next && `/agency/questions?${next.toString()}`,
  })
}

export function inWords(question: Question, today: CalendarDate, language: Language) {
  const { list, kinds, titled } = words[language]
  const { id, kind, urgent, due, askedAt, waitsFor } = question
  const received = formatDateTime(askedAt, language)
  return {
    href: `/agency/questions/${id}`,
    kind: kinds[kind],
    title: titled(kinds[kind], received),
    received,
    urgent,
    due: due === undefined ? (waitsFor === 'body' ? list.undue : list.done) : formatDate(due, language),
    late: waitsFor === 'body' && due !== undefined && due < today,
  }
}
