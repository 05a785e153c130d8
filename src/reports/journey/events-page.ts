import type { RequestHandler } from 'express'
import { findLifeEvent, lifeEvents } from '../../catalogue/catalogue.ts'
import type { LifeEvent } from '../../catalogue/life-event.ts'
import { daysBetween, formatDate, ukToday } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { renderPage } from '../../web/page.ts'
import { words } from '../content/words.ts'
import type { Draft } from '../drafts/draft.ts'
import { listDrafts } from '../drafts/draft-store.ts'
import { paths } from '../paths.ts'
import { eventsFor } from '../reporters.ts'
import { asOwner, type ReportParts } from './visit.ts'

/** What is begun, and what can be reported. */
export const showEvents =
  (parts: ReportParts): RequestHandler =>
  async (req, res) => {
    const { language } = req
    const text = words[language].events
    const open = eventsFor(req, parts.events ?? lifeEvents)
    const drafts = await asOwner(parts, req, listDrafts)
    renderPage(req, res, 'reports/events.njk', {
      title: text.title,
      drafts: drafts.flatMap((draft) => {
        const event = findLifeEvent(draft.eventType, open)
        return event ? [draftView(draft, event, parts.clock(), language)] : []
      }),
      events: open.map((event) => ({
        name: event.words[language].name,
        description: event.words[language].description,
        path: paths.event(event.type),
        another: drafts.some(({ eventType }) => eventType === event.type) && paths.drafts(event.type),
      })),
      words: text,
    })
  }

/** What tells it from others: the event, and whom it is about. */
export function nameOfDraft({ answers, correctsReportId }: Draft, event: LifeEvent, language: Language): string {
  const text = words[language].events
  const { short } = event.words[language]
  const label = event.draftLabel?.(answers)
  const name = label ? text.about(short, label) : short
  return correctsReportId ? text.correction(name) : name
}

export const daysLeft = ({ expiresAt }: Draft, now: Date) => daysBetween(ukToday(now), ukToday(expiresAt))

function draftView(draft: Draft, event: LifeEvent, now: Date, language: Language) {
  const text = words[language].events
  return {
    name: nameOfDraft(draft, event, language),
    started: text.started(formatDate(ukToday(draft.startedAt), language)),
    left: text.left(daysLeft(draft, now)),
    path: paths.draft(event.type, draft.id),
    removal: paths.draftRemoval(event.type, draft.id),
  }
}
