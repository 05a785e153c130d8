import type { Request, Response } from 'express'
import { inContext } from '../../shared/database.ts'
import { renderPage, type FieldError } from '../../web/page.ts'
import { readJoinRequest, typedIn, type Typed } from './join-request.ts'
import { addJoinRequest } from './join-request-store.ts'
import type { OnboardingParts } from './routes.ts'
import { eventNames, itemsOf, words } from './words.ts'

export function showJoin(
  { events }: OnboardingParts,
  req: Request,
  res: Response,
  typed: Typed = typedIn(undefined),
  errors: FieldError[] = [],
): void {
  const text = words[req.language].join
  renderPage(req, res, 'oversight/onboarding/join.njk', {
    ...{ title: text.title, words: text, typed, errors },
    messages: Object.fromEntries(errors.map(({ field, message }) => [field, { text: message }])),
    kinds: itemsOf(text.kinds, [typed.kind]),
    clusters: itemsOf(text.clusters, [typed.cluster]),
    methods: itemsOf(text.methods, [typed.method], text.methodHints),
    events: itemsOf(eventNames(req.language, events), typed.events),
  })
}

export async function takeRequest(parts: OnboardingParts, req: Request, res: Response): Promise<void> {
  const typed = typedIn(req.body)
  const read = readJoinRequest(typed, words[req.language], parts.events)
  if ('errors' in read) return showJoin(parts, req, res, typed, read.errors)
  await inContext(parts.db, {}, (tx) => addJoinRequest(tx, read.request, parts.clock()))
  res.redirect(303, '/join/sent')
}

export function showSent(req: Request, res: Response): void {
  const text = words[req.language].sent
  renderPage(req, res, 'oversight/onboarding/sent.njk', { title: text.title, words: text })
}
