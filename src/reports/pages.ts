import type { RequestHandler } from 'express'
import { findLifeEvent, lifeEvents } from '../catalogue/catalogue.ts'
import { formatDate, ukToday } from '../shared/dates.ts'
import { notFound } from '../shared/refusal.ts'
import { parseReference } from '../shared/references.ts'
import { renderPage } from '../web/page.ts'
import { words } from './content/words.ts'
import { listDrafts, removeDraft } from './draft-store.ts'
import { paths } from './paths.ts'
import { findReport } from './report-store.ts'
import { asOwner, type PageOfEvent, type ReportParts } from './visit.ts'

/** What can be reported, and what is begun. */
export const showEvents =
  (parts: ReportParts): RequestHandler =>
  async (req, res) => {
    const drafts = await asOwner(parts, req, listDrafts)
    const { language } = req
    const text = words[language].events
    const events = (parts.events ?? lifeEvents).map((event) => {
      const draft = drafts.find(({ eventType }) => eventType === event.type)
      return {
        ...event.words[language],
        path: paths.event(event.type),
        ...(draft && {
          kept: text.draft(formatDate(ukToday(draft.expiresAt), language)),
          removal: paths.draftRemoval(event.type),
        }),
      }
    })
    renderPage(req, res, 'reports/events.njk', { title: text.title, events, words: text })
  }

export const deleteDraft: PageOfEvent = async (req, res, { parts, event }) => {
  await asOwner(parts, req, (owner) => removeDraft(owner, event.type))
  res.redirect(303, paths.events)
}

/** It can be bookmarked and printed; another citizen's is not found. */
export const showConfirmation =
  (parts: ReportParts): RequestHandler =>
  async (req, res) => {
    const reference = parseReference(String(req.params['reference']))
    const report = reference && (await asOwner(parts, req, ({ tx }) => findReport(tx, reference)))
    if (!report) throw notFound()
    const { language } = req
    renderPage(req, res, 'reports/confirmation.njk', {
      title: words[language].confirmation.title,
      reference: report.reference,
      progress: paths.progress(report.reference),
      yourself: findLifeEvent(report.eventType, parts.events)?.words[language].yourself ?? [],
      words: words[language].confirmation,
    })
  }
