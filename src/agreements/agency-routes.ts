import { Router } from 'express'
import { findAgency } from '../agencies/agency-store.ts'
import { ukToday } from '../shared/dates.ts'
import { notFound } from '../shared/refusal.ts'
import { anyone } from '../web/access.ts'
import { renderPage } from '../web/page.ts'
import { agencyPage } from './directory/agency-page.ts'
import type { RecordOf } from './directory/agency-record.ts'
import { directoryPage } from './directory/directory-page.ts'
import type { AgreementParts } from './routes.ts'

export type AgencyParts = AgreementParts & { recordOf?: RecordOf }

/** The public bodies that take part. The pages stand in this room because what a body is told is its agreements. */
export function agencyRoutes({ db, clock, events, recordOf }: AgencyParts): Router {
  const router = Router()

  router.get('/agencies', anyone, async (req, res) => {
    renderPage(req, res, 'agreements/agencies.njk', await directoryPage(db, req.query, req.language))
  })

  router.get('/agencies/:id', anyone, async (req, res) => {
    const agency = await findAgency(db, String(req.params['id']))
    if (!agency) throw notFound()
    const record = await recordOf?.(db, agency.id, clock())
    const reading = { today: ukToday(clock()), language: req.language, events }
    renderPage(req, res, 'agreements/agency.njk', await agencyPage(db, { agency, record, ...reading }))
  })

  return router
}
