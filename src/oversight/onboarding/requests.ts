import type { Request, Response } from 'express'
import { inContext } from '../../shared/database.ts'
import { formatDate, ukToday } from '../../shared/dates.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { renderStaffPage } from '../staff-page.ts'
import { joinRequests, type StoredRequest } from './join-request-store.ts'
import type { OnboardingParts } from './routes.ts'
import { words } from './words.ts'

const MOST = 100

export async function showRequests({ db }: OnboardingParts, req: Request, res: Response): Promise<void> {
  const { open, decided } = await inContext(db, { operator: true }, (tx) => joinRequests(tx, MOST))
  const text = words[req.language].requests
  renderStaffPage(req, res, 'oversight/onboarding/requests.njk', {
    ...{ title: text.title, words: text },
    open: open.map((request) => lineOf(request, req.language)),
    decided: decided.map((request) => lineOf(request, req.language)),
  })
}

const lineOf = (request: StoredRequest, language: Language) => ({
  href: `/operator/requests/${request.id}`,
  name: inLanguage(request.name, language),
  sent: words[language].requests.sent(formatDate(ukToday(request.sentAt), language)),
  state: words[language].requests.states[request.state],
})
