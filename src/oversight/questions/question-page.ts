import type { Request, Response } from 'express'
import { findQuestion } from '../../access-log/questions/question-store.ts'
import { subjectFor } from '../../access-log/questions/question-api.ts'
import { repliesTo, type Question, type QuestionEntry } from '../../access-log/questions/question.ts'
import { openQuestion, type ReplyParts } from '../../access-log/questions/reply.ts'
import { row } from '../../access-log/summary-row.ts'
import { agencyOf, mayRead, staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { formatDateTime, ukToday } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { isUuid } from '../../shared/references.ts'
import { notFound } from '../../shared/refusal.ts'
import { activityLines } from '../activity-lines.ts'
import { renderStaffPage } from '../staff-page.ts'
import { inWords } from './list-page.ts'
import { words } from './words.ts'

/** What one is about, before it is opened: opening is a form of its own, as it is in the inbox. */
export async function showCover(parts: ReplyParts, req: Request, res: Response): Promise<void> {
  await show(parts, req, res, await findOwn(parts, req))
}

/** Shows what was said. By now its citizen can see that it was opened. */
export async function openOne(parts: ReplyParts, req: Request, res: Response): Promise<void> {
  const { question, thread } = await openQuestion(parts, replierOf(req), idIn(req))
  await show(parts, req, res, question, thread)
}

export async function findOwn({ db }: ReplyParts, req: Request): Promise<Question> {
  const [agency, id] = [agencyOf(req), idIn(req)]
  const question = await inContext(db, { agency }, (tx) => findQuestion(tx, id))
  if (!question) throw notFound()
  return question
}

export const replierOf = (req: Request) => ({ agencyId: agencyOf(req), staffId: staffOf(req).id })

export function idIn({ params }: Pick<Request, 'params'>): string {
  const id = String(params['id'])
  if (!isUuid(id)) throw notFound()
  return id
}

async function show(
  { db, vault, clock }: ReplyParts,
  req: Request,
  res: Response,
  question: Question,
  thread?: readonly QuestionEntry[],
): Promise<void> {
  const { language } = req
  const { cover } = words[language]
  const one = inWords(question, ukToday(clock()), language)
  const officer = mayRead(staffOf(req))
  const activity = await activityLines(db, question.activityId, language)
  renderStaffPage(req, res, 'oversight/questions/question.njk', {
    ...{ title: one.title, words: cover, one, officer, backLink: '/agency/questions' },
    escalated: question.escalatedAt !== undefined,
    mayReply: officer && repliesTo(question).length > 0,
    thread: thread && describeThread(thread, language),
    rows: [
      ...row(cover.record, question.recordId, cover.recordHint),
      ...row(cover.person, subjectFor(vault, question), cover.personHint),
      ...row(cover.activity, ...activity),
      ...row(cover.law, cover.laws[question.kind]),
      ...row(words[language].list.due, one.due, one.late && words[language].list.late),
    ],
  })
}

const describeThread = (thread: readonly QuestionEntry[], language: Language) =>
  thread.map(({ at, kind, message }) => ({
    time: formatDateTime(at, language),
    what: words[language].entries[kind],
    lines: message?.split('\n'),
  }))
