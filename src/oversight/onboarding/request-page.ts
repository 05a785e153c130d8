import type { Request, Response } from 'express'
import { formatDateTime } from '../../shared/dates.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import type { FieldError } from '../../web/page.ts'
import { renderStaffPage } from '../staff-page.ts'
import type { StoredRequest } from './join-request-store.ts'
import type { OnboardingParts } from './routes.ts'
import { eventNames, words } from './words.ts'

export interface TypedDecision {
  decision: string
  agencyId: string
  reason: string
}

interface Shown {
  request: StoredRequest
  typed: TypedDecision
  errors: FieldError[]
}

/** What a body says of itself, and what to decide about it. */
export function showRequestPage(
  { events }: OnboardingParts,
  req: Request,
  res: Response,
  { request, typed, errors }: Shown,
): void {
  const text = words[req.language].request
  renderStaffPage(req, res, 'oversight/onboarding/request.njk', {
    title: text.title(inLanguage(request.name, req.language)),
    ...{ words: text, typed, errors, path: `/operator/requests/${request.id}`, open: request.state === 'new' },
    messages: Object.fromEntries(errors.map(({ field, message }) => [field, { text: message }])),
    rows: rowsOf(request, eventNames(req.language, events), req.language),
  })
}

function rowsOf(request: StoredRequest, names: Record<string, string>, language: Language) {
  const { join, requests, request: text } = words[language]
  const values = {
    name: request.name.en,
    nameCy: request.name.cy,
    kind: join.kinds[request.kind as keyof typeof join.kinds],
    cluster: join.clusters[request.cluster],
    person: request.person,
    email: request.email,
    events: request.events.map((type) => names[type] ?? type).join(', '),
    power: request.power,
    method: join.methods[request.method],
    sent: formatDateTime(request.sentAt, language),
    state: requests.states[request.state],
    reason: request.reason,
  }
  return Object.entries(values).flatMap(([key, value]) =>
    value ? [{ key: { text: text.rows[key as keyof typeof text.rows] }, value: { text: value } }] : [],
  )
}
