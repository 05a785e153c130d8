import { Router } from 'express'
import type { Db } from '../../shared/database.ts'
import { anyone } from '../../web/access.ts'
import { renderPage } from '../../web/page.ts'
import { coveragePage } from './coverage-page.ts'

/** How whole the access log is. */
export function coverageRoutes({ db }: { db: Db }): Router {
  const router = Router()
  router.get('/access/coverage', anyone, async (req, res) => {
    renderPage(req, res, 'access-log/coverage.njk', await coveragePage(db, req.language))
  })
  return router
}
