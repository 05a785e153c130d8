import { Router, type Request, type Response } from 'express'
import { findAgency, listAgencies } from '../agencies/agency-store.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Clock } from '../shared/clock.ts'
import type { Db } from '../shared/database.ts'
import { ukToday } from '../shared/dates.ts'
import { notFound } from '../shared/refusal.ts'
import { anyone } from '../web/access.ts'
import { renderPage } from '../web/page.ts'
import { agreementPage, bodyWith, type AgreementPage } from './agreement-page.ts'
import { agreementHistory, listAgreements, type RegisteredAgreement } from './agreement-store.ts'
import { words } from './show-agreement.ts'

export interface AgreementParts {
  db: Db
  clock: Clock
  events?: Catalogue
}

/** Who may be told what, for anyone to read. The address of a version is what access records point to, for good. */
export function agreementRoutes({ db, clock, events }: AgreementParts): Router {
  const router = Router()

  router.get('/agreements', anyone, async (req, res) => {
    const [agencies, agreements] = await Promise.all([listAgencies(db), listAgreements(db)])
    const text = words[req.language]
    const bodies = agencies
      .map((agency) => bodyWith(agency, agreements, { today: ukToday(clock()), language: req.language, events }))
      .filter((body) => body.agreements.length > 0)
    const illustrated = bodies.some(({ illustration }) => illustration)
    renderPage(req, res, 'agreements/agreements.njk', { title: text.agreements.title, text, bodies, illustrated })
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
    const page = agreementPage({ ...shown, agreement, agency, today: ukToday(clock()), events }, req.language)
    renderPage(req, res, 'agreements/agreement.njk', page)
  }
}

type Shown = Omit<AgreementPage, 'agreement' | 'agency' | 'today' | 'events'> & {
  agreement: RegisteredAgreement | undefined
}
