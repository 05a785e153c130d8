import type { Request, Response } from 'express'
import { listAgreements } from '../../agreements/agreement-store.ts'
import { fieldsFor, versionPath } from '../../agreements/agreement.ts'
import { eventInWords, fieldsInWords, said, standingInWords } from '../../agreements/show-agreement.ts'
import { agencyOf, staffOf } from '../../identity/staff/staff.ts'
import { ukToday } from '../../shared/dates.ts'
import { renderStaffPage } from '../staff-page.ts'
import type { ConsoleParts } from './routes.ts'
import { consoleWords } from './words.ts'

/** Which agreements cover which events with which fields: what the public register says, for one body. */
export async function showOwnAgreements({ db, clock, events }: ConsoleParts, req: Request, res: Response) {
  const { language } = req
  const { agreements: words } = consoleWords[language]
  const mayReview = staffOf(req).role !== 'viewer'
  const own = (await listAgreements(db)).filter(({ agencyId }) => agencyId === agencyOf(req))
  renderStaffPage(req, res, 'oversight/console/agreements.njk', {
    ...{ title: words.title, words, backLink: '/agency' },
    agreements: own.map((agreement) => ({
      purpose: said(agreement.purpose, language),
      standing: standingInWords(agreement, ukToday(clock()), language),
      href: versionPath(agreement),
      ...(agreement.state !== 'ended' && mayReview && { review: `/agency/agreements/${agreement.id}/review` }),
      events: agreement.events.map(({ type }) => ({
        name: eventInWords(type, language, events),
        fields: fieldsInWords({ types: [type], fields: fieldsFor(agreement, type) }, language, events).join(', '),
      })),
    })),
  })
}
