import { Router, type RequestHandler } from 'express'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import { citizens } from '../../identity/access-rules.ts'
import { personOf } from '../../identity/person.ts'
import { inContext, type Db } from '../../shared/database.ts'
import { isUuid } from '../../shared/references.ts'
import { notFound } from '../../shared/refusal.ts'
import { renderPage } from '../../web/page.ts'
import { aboutEntries } from './about-entries.ts'
import { findEntry } from '../access-entry-store.ts'
import { cy } from '../content/cy.ts'
import { en } from '../content/en.ts'
import { describeEntry } from './describe-entry.ts'
import { listPage } from './list-page.ts'

const words = { en, cy }

/** A citizen's own access log. */
export function accessLogRoutes({ db, events }: { db: Db; events?: Catalogue }): Router {
  const router = Router()

  router.get('/access', citizens, async (req, res) => {
    const { accountId: account, subjects } = personOf(req)
    const page = await inContext(db, { account, subjects }, (tx) =>
      listPage({ tx, subjects, events }, req.query, req.language),
    )
    renderPage(req, res, 'access-log/list.njk', page)
  })

  const showEntry: RequestHandler = async (req, res) => {
    const { accountId: account, subjects } = personOf(req)
    const [id, body] = [String(req.params['id']), req.params['body']?.toString()]
    if (!isUuid(id)) throw notFound()
    const described = await inContext(db, { account, subjects }, async (tx) => {
      const entry = await findEntry(tx, subjects, id, body)
      return entry && describeEntry(entry, await aboutEntries(tx, [entry], events), req.language)
    })
    if (!described) throw notFound()
    renderPage(req, res, 'access-log/entry.njk', {
      title: described.longTitle,
      words: words[req.language].entry,
      rows: described.details,
      backLink: '/access',
    })
  }
  router.get('/access/:id', citizens, showEntry)
  router.get('/access/:id/:body', citizens, showEntry)

  return router
}
