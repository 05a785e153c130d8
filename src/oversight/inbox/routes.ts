import { Router } from 'express'
import { readers, viewers } from '../../identity/staff/staff-rules.ts'
import { takes } from '../../web/form.ts'
import { showCover } from './cover-page.ts'
import { downloadDay } from './download.ts'
import type { InboxParts } from './inbox-parts.ts'
import { showInbox } from './list-page.ts'
import { openOne } from './open-page.ts'
import { answer, showOutcomeForm } from './outcome-page.ts'
import { outcomeFields } from './outcome-fields.ts'

/** Where the staff of a body without a system read what it is told, and answer. */
export function inboxRoutes(parts: InboxParts): Router {
  const router = Router()
  router.get('/agency/inbox', viewers, (req, res) => showInbox(parts, req, res))
  router.post('/agency/inbox/:date.csv', readers, takes(), (req, res) => downloadDay(parts, req, res))
  router.get('/agency/inbox/:id', viewers, (req, res) => showCover(parts, req, res))
  router.post('/agency/inbox/:id', readers, takes(), (req, res) => openOne(parts, req, res))
  router.get('/agency/inbox/:id/outcome', readers, (req, res) => showOutcomeForm(parts, req, res))
  router.post('/agency/inbox/:id/outcome', readers, takes({ single: outcomeFields }), (req, res) =>
    answer(parts, req, res),
  )
  return router
}
