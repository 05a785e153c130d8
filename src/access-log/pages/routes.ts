import { Router, type Request, type RequestHandler } from 'express'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import { citizens, freshCitizens } from '../../identity/access-rules.ts'
import { personOf } from '../../identity/person.ts'
import type { Clock } from '../../shared/clock.ts'
import { inContext, type Db } from '../../shared/database.ts'
import { isUuid, parseReference } from '../../shared/references.ts'
import { notFound } from '../../shared/refusal.ts'
import { takes } from '../../web/form.ts'
import { renderPage } from '../../web/page.ts'
import { entryPage } from './entry-page.ts'
import { exportList } from './export.ts'
import { listPage, type Reading } from './list-page.ts'
import { findReportByReference } from './report-link-store.ts'
import { searchPage } from './search-page.ts'
import { yearPage } from './year-page.ts'

export interface AccessLogParts {
  db: Db
  clock: Clock
  events?: Catalogue
}

/** A citizen's own access log. */
export function accessLogRoutes(parts: AccessLogParts): Router {
  const router = Router()
  const fresh = freshCitizens(parts.clock, () => '/access')

  router.get('/access', citizens, async (req, res) => {
    const page = await asCitizen(parts, req, (reading) => listPage(reading, { query: req.query }, req.language))
    renderPage(req, res, 'access-log/list.njk', page)
  })

  // By a path: the reference of a report may not stand in a query.
  router.get('/access/reports/:reference', citizens, async (req, res) => {
    const reference = parseReference(String(req.params['reference']))
    if (reference === undefined) throw notFound()
    const page = await asCitizen(parts, req, async (reading) => {
      const report = await findReportByReference(reading.tx, reference)
      if (!report) throw notFound()
      return listPage(reading, { query: req.query, report }, req.language)
    })
    renderPage(req, res, 'access-log/list.njk', page)
  })

  router.get('/access/year', citizens, async (req, res) => {
    const page = await asCitizen(parts, req, (reading) => yearPage(reading, parts.clock(), req.language))
    renderPage(req, res, 'access-log/year.njk', page)
  })

  const search: RequestHandler = async (req, res) => {
    const page = await asCitizen(parts, req, (reading) => searchPage(reading, req.body, req.language))
    renderPage(req, res, 'access-log/search.njk', page)
  }
  router.get('/access/search', citizens, search)
  // What is searched for may be personal: it comes in a form's body, and is kept nowhere.
  router.post('/access/search', citizens, takes({ single: ['words', 'older', 'newer'] }), search)

  router.get('/access/export.csv', fresh, (req, res) => exportList(parts, req, res, 'csv'))
  router.get('/access/export.json', fresh, (req, res) => exportList(parts, req, res, 'json'))

  const showEntry: RequestHandler = async (req, res) => {
    const [id, body] = [String(req.params['id']), req.params['body']?.toString()]
    if (!isUuid(id)) throw notFound()
    const page = await asCitizen(parts, req, (reading) => entryPage(reading, { id, body }, req.language))
    if (!page) throw notFound()
    renderPage(req, res, 'access-log/entry.njk', page)
  }
  router.get('/access/:id', citizens, showEntry)
  router.get('/access/:id/:body', citizens, showEntry)

  return router
}

/** In the context of whoever asks: row-level security shows them what is theirs, and nothing else. */
export function asCitizen<Result>(
  { db, events }: AccessLogParts,
  req: Request,
  work: (reading: Reading) => Promise<Result>,
) {
  const { accountId: account, subjects } = personOf(req)
  return inContext(db, { account, subjects }, (tx) => work({ tx, subjects, ...(events && { events }) }))
}
