import type { ErrorRequestHandler, RequestHandler } from 'express'
import { notFound } from '../shared/refusal.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { renderPage } from './page.ts'
import { refusalFrom, statusOf } from './problem.ts'

const words = { en: en.errors, cy: cy.errors }

export const noSuchPage: RequestHandler = () => {
  throw notFound()
}

/** Every refusal and every failure as a page of the Design System's patterns, in the request's language. */
export const errorPages: ErrorRequestHandler = (error, req, res, next) => {
  if (res.headersSent) return next(error)
  const refusal = refusalFrom(error)
  if (!refusal) req.log.error({ err: error as unknown }, 'unexpected error')
  if (refusal?.details.retryAfter) res.setHeader('Retry-After', refusal.details.retryAfter)
  const status = refusal ? statusOf[refusal.code] : 500
  req.language ??= 'en'
  const { title, paragraphs } = pageFor(status, words[req.language])
  // Without its query: that of One Login's answer holds a code, which has no business in a link.
  const [path] = req.originalUrl.split('?')
  renderPage(req, res, 'web/message.njk', { title, paragraphs, status, contact: '/contact', ...(path && { path }) })
}

type ErrorWords = (typeof words)['en' | 'cy']

function pageFor(status: number, all: ErrorWords) {
  if (status === 404 || status === 410) return all.notFound
  if (status === 403 || status === 401) return all.forbidden
  if (status === 429) return all.tooMany
  if (status === 503) return all.unavailable
  return status < 500 ? all.badRequest : all.problem
}
