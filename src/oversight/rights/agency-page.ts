import type { Request, Response } from 'express'
import { row } from '../../access-log/summary-row.ts'
import { agencyOf, mayRead, staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { formatDateTime, ukToday } from '../../shared/dates.ts'
import { inLanguage, type Bilingual, type Language } from '../../shared/language.ts'
import { notFound } from '../../shared/refusal.ts'
import { renderStaffPage } from '../staff-page.ts'
import { inWords } from './agency-list-page.ts'
import { openRequest, type AnswerParts } from './answer.ts'
import { linesOf } from './describe.ts'
import { purposeAt } from './holder-store.ts'
import { findRequest, stoppedBy } from './request-store.ts'
import type { RightsEntry, RightsRequest } from './right.ts'
import { stepsOf } from './steps.ts'
import { subjectFor } from './rights-api.ts'
import { idIn } from './rights-parts.ts'
import { words } from './words.ts'

/** What one is, before it is opened: opening is a form of its own, as it is in the inbox. */
export async function showCover(parts: AnswerParts, req: Request, res: Response): Promise<void> {
  show(parts, req, res, await findOwn(parts, req))
}

/** Shows what was said. By now its citizen can see that it was opened. */
export async function openOne(parts: AnswerParts, req: Request, res: Response): Promise<void> {
  const { thread } = await openRequest(parts, answererOf(req), idIn(req))
  show(parts, req, res, await findOwn(parts, req), thread)
}

/** With what of it is in clear. */
export interface OwnRequest {
  request: RightsRequest
  purpose: Bilingual | undefined
  stopped: boolean
}

export async function findOwn({ db }: AnswerParts, req: Request): Promise<OwnRequest> {
  const [agency, id] = [agencyOf(req), idIn(req)]
  return inContext(db, { agency }, async (tx) => {
    const request = await findRequest(tx, id)
    if (!request) throw notFound()
    const purpose = request.about === undefined ? undefined : await purposeAt(tx, request.about)
    return { request, purpose, stopped: (await stoppedBy(tx, [id])).has(id) }
  })
}

export const answererOf = (req: Request) => ({ agencyId: agencyOf(req), staffId: staffOf(req).id })

function show(
  { vault, clock }: AnswerParts,
  req: Request,
  res: Response,
  { request, purpose, stopped }: OwnRequest,
  thread?: readonly RightsEntry[],
): void {
  const { language } = req
  const text = words[language].agency
  const today = ukToday(clock())
  const one = inWords(request, today, language)
  const officer = mayRead(staffOf(req))
  renderStaffPage(req, res, 'oversight/rights/agency-one.njk', {
    ...{ title: one.title, words: text, one, officer, backLink: '/agency/rights' },
    ...{ complained: request.complainedAt !== undefined, escalated: request.escalatedAt !== undefined },
    mayAnswer: officer && stepsOf(request, today).length > 0,
    thread: thread && describe(thread, language),
    rows: [
      ...row(text.person, subjectFor(vault, request), text.personHint),
      ...row(text.purpose, purpose && inLanguage(purpose, language), stopped && text.stopped),
      ...row(text.law, text.laws[request.kind]),
      ...row(text.due, one.due, one.late && text.late),
    ],
  })
}

const describe = (thread: readonly RightsEntry[], language: Language) =>
  thread.map((entry) => ({
    time: formatDateTime(entry.at, language),
    what: words[language].agency.entries[entry.kind],
    lines: linesOf(entry, language),
  }))
