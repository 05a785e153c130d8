import type { Request, RequestHandler, Response } from 'express'
import { findLifeEvent } from '../../catalogue/catalogue.ts'
import type { LifeEvent } from '../../catalogue/life-event.ts'
import { notFound } from '../../shared/refusal.ts'
import { isUuid } from '../../shared/references.ts'
import { renderPage } from '../../web/page.ts'
import { words } from '../content/words.ts'
import type { Draft } from './draft.ts'
import { findDraft, openDraft, removeDraft, startDraft } from './draft-store.ts'
import { nameOfDraft } from '../journey/events-page.ts'
import { paths } from '../paths.ts'
import { asOwner, type PageOfEvent, type ReportParts } from '../journey/visit.ts'

/** Another report of an event that one is begun of. */
export const startAnother: PageOfEvent = async (req, res, { parts, event }) => {
  const draft = await asOwner(parts, req, (owner) => startDraft(owner, { eventType: event.type }))
  res.redirect(303, draft === 'too-many' ? paths.tooManyDrafts : paths.event(event.type))
}

export const continueDraft = withDraft(async (req, res, { parts, event, draft }) => {
  await asOwner(parts, req, (owner) => openDraft(owner, draft.id))
  res.redirect(303, paths.event(event.type))
})

export const showDraftRemoval = withDraft((req, res, { event, draft }) => {
  const text = words[req.language].draftRemoval
  renderPage(req, res, 'reports/draft-removal.njk', {
    title: text.title,
    text: text.text(nameOfDraft(draft, event, req.language)),
    backLink: paths.events,
    action: paths.draftRemoval(event.type, draft.id),
    words: text,
  })
})

export const deleteDraft = withDraft(async (req, res, { parts, draft }) => {
  await asOwner(parts, req, (owner) => removeDraft(owner, draft.id))
  res.redirect(303, paths.events)
})

/** Where a form leads whose draft was sent or deleted meanwhile, and where one more cannot be begun. */
export const showNoDraft =
  (reason: 'draftGone' | 'tooManyDrafts'): RequestHandler =>
  (req, res) => {
    const { title, paragraphs, drafts, reports } = words[req.language][reason]
    const links = [
      { href: paths.events, text: drafts },
      { href: paths.reports, text: reports },
    ]
    renderPage(req, res, 'reports/no-draft.njk', { title, paragraphs, links, status: 409 })
  }

interface WithDraft {
  parts: ReportParts
  event: LifeEvent
  draft: Draft
}

/** The draft of the path, whichever was opened last; one that is gone leads to the page that says so. */
function withDraft(page: (req: Request, res: Response, found: WithDraft) => Promise<void> | void) {
  return (parts: ReportParts): RequestHandler =>
    async (req, res) => {
      const event = findLifeEvent(req.params['type'], parts.events)
      const id = String(req.params['draft'])
      if (!event || !isUuid(id)) throw notFound()
      const draft = await asOwner(parts, req, (owner) => findDraft(owner, { eventType: event.type, id }))
      if (!draft) return res.redirect(303, paths.draftGone)
      await page(req, res, { parts, event, draft })
    }
}
