import { Router } from 'express'
import type { Clock } from '../../shared/clock.ts'
import type { Db } from '../../shared/database.ts'
import { anyone } from '../../web/access.ts'
import { takes } from '../../web/form.ts'
import { rateLimit } from '../../web/rate-limit.ts'
import { changesFeed } from './feed.ts'
import { showFigure } from './figure-page.ts'
import { sendFigures } from './files.ts'
import { overview } from './overview-page.ts'
import { showPriorities } from './priorities-page.ts'
import { showSatisfaction, showSatisfactionSent, takeSatisfaction } from './satisfaction-page.ts'

export interface PerformanceParts {
  db: Db
  clock: Clock
  baseUrl: string
}

// An office of people may share an address; whoever wants to move the figure has to wait.
const ANSWERS_AN_HOUR = 20

/** Figures for anybody to read: about bodies and this service, none about one citizen. */
export function performanceRoutes(parts: PerformanceParts): Router {
  const { db, baseUrl } = parts
  const router = Router()
  const limit = rateLimit(db, { name: 'feedback', requests: ANSWERS_AN_HOUR, seconds: 3600 })

  router.get('/performance', anyone, overview(db))
  router.get('/performance.json', anyone, (req, res) => sendFigures(db, 'json', req, res))
  router.get('/performance.csv', anyone, (req, res) => sendFigures(db, 'csv', req, res))
  router.get('/performance/feed.xml', anyone, async (req, res) => {
    res.type('application/atom+xml').send(await changesFeed(db, baseUrl, req.language))
  })
  router.get('/performance/priorities', anyone, (req, res) => showPriorities(db, req, res))
  router.get('/performance/:figure', anyone, (req, res) => showFigure(db, req, res))
  router.get('/feedback', anyone, (req, res) => showSatisfaction(req, res))
  router.post('/feedback', anyone, limit, takes({ single: ['satisfaction'] }), (req, res) =>
    takeSatisfaction(parts, req, res),
  )
  router.get('/feedback/sent', anyone, showSatisfactionSent)
  return router
}
