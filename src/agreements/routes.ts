import { Router, type Request, type Response } from 'express'
import { findAgencies, findAgency } from '../agencies/agency-store.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Clock } from '../shared/clock.ts'
import type { Db } from '../shared/database.ts'
import { ukToday } from '../shared/dates.ts'
import { notFound } from '../shared/refusal.ts'
import { anyone } from '../web/access.ts'
import { renderPage } from '../web/page.ts'
import { agreementPage } from './agreement-page.ts'
import { agreementHistory, type RegisteredAgreement } from './agreement-store.ts'
import { aboutAgreement } from './register/about-agreement.ts'
import type { UseOf } from './register/agreement-use.ts'
import { registerPage } from './register/list-page.ts'

export interface AgreementParts {
  db: Db
  clock: Clock
  events?: Catalogue
  useOf?: UseOf
}

/** Who may be told what, for anyone to read. The address of a version is what access records point to, for good. */
export function agreementRoutes({ db, clock, events, useOf }: AgreementParts): Router {
  const router = Router()

  router.get('/agreements', anyone, async (req, res) => {
    const reading = { today: ukToday(clock()), language: req.language, events }
    renderPage(req, res, 'agreements/agreements.njk', await registerPage(db, req.query, reading))
  })

  router.get('/agreements/:id', anyone, async (req, res) => {
    const history = await agreementHistory(db, String(req.params['id']))
    const agreement = history.find(({ version, latestVersion }) => version === latestVersion)
    await showAgreement(req, res, { agreement, history, withVersion: false })
  })

  router.get('/agreements/:id/versions/:version', anyone, async (req, res) => {
    const history = await agreementHistory(db, String(req.params['id']))
    const agreement = history.find(({ version }) => String(version) === req.params['version'])
    await showAgreement(req, res, { agreement, history, withVersion: true })
  })

  return router

  async function showAgreement(req: Request, res: Response, { agreement, ...shown }: Shown): Promise<void> {
    const agency = agreement && (await findAgency(db, agreement.agencyId))
    if (!agency) throw notFound()
    const about = await aboutAgreement(db, agreement, useOf)
    const named = [agreement.holderId, ...about.decisions.map(({ agencyId }) => agencyId)]
    const names = await findAgencies(
      db,
      named.filter((id) => id !== null),
    )
    const page = { ...shown, agreement, agency, about, names, today: ukToday(clock()), events }
    renderPage(req, res, 'agreements/agreement.njk', agreementPage(page, req.language))
  }
}

interface Shown {
  agreement: RegisteredAgreement | undefined
  history: RegisteredAgreement[]
  withVersion: boolean
}
