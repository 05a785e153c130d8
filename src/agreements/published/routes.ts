import { Router } from 'express'
import type { Clock } from '../../shared/clock.ts'
import type { Db } from '../../shared/database.ts'
import { ukToday } from '../../shared/dates.ts'
import { notFound } from '../../shared/refusal.ts'
import { anyone } from '../../web/access.ts'
import { renderPage } from '../../web/page.ts'
import { listPage } from './list-page.ts'
import { publishedRows, words } from './published-page.ts'
import { findPublishedAgreement } from './published-store.ts'

/** The published register, for anyone to read beside the agreements that we act on. */
export function publishedRoutes({ db, clock }: { db: Db; clock: Clock }): Router {
  const router = Router()

  router.get('/agreements/published', anyone, async (req, res) => {
    const page = await listPage(db, req.query, { today: ukToday(clock()), language: req.language })
    renderPage(req, res, 'agreements/published-list.njk', page)
  })

  router.get('/agreements/published/:number', anyone, async (req, res) => {
    const number = String(req.params['number'])
    const agreement = /^[1-9]\d{0,8}$/.test(number) ? await findPublishedAgreement(db, Number(number)) : undefined
    if (!agreement) throw notFound()
    const text = words[req.language].agreement
    renderPage(req, res, 'agreements/published.njk', {
      title: text.title(agreement.number, agreement.name),
      ...{ text, untidy: agreement.untidy, rows: publishedRows(agreement, ukToday(clock()), req.language) },
      backLink: '/agreements/published',
    })
  })

  return router
}
