import type { ErrorRequestHandler, Response } from 'express'
import { Refusal, type RefusalCode } from '../shared/refusal.ts'

export const statusOf: Record<RefusalCode, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
}

/** Problem details for programs (RFC 9457): refusals in words, the unexpected without any. */
export const problemJson: ErrorRequestHandler = (error, req, res, next) => {
  if (res.headersSent) return next(error)
  const refusal = refusalFrom(error)
  if (!refusal) req.log.error({ err: error as unknown }, 'unexpected error')
  sendProblem(res, refusal ?? new Refusal('unavailable', 'Something went wrong on our side'), refusal ? undefined : 500)
}

function sendProblem(res: Response, refusal: Refusal, status = statusOf[refusal.code]): void {
  if (refusal.details.retryAfter) res.setHeader('Retry-After', refusal.details.retryAfter)
  if (status === 401 && !res.hasHeader('WWW-Authenticate')) res.setHeader('WWW-Authenticate', 'Bearer')
  const body = { type: 'about:blank', title: titles[status] ?? 'Error', status, detail: refusal.message }
  const { errors } = refusal.details
  res
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify(errors ? { ...body, errors } : body))
}

// PostgreSQL's text and JSON take no NUL (character_not_in_repertoire, untranslatable_character): no form of ours sends one.
const UNREADABLE = ['22021', '22P05']

/** Ours, or what Express's parsers and the database throw for what cannot be read; undefined for the unexpected. */
export function refusalFrom(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (error instanceof Error && 'code' in error && UNREADABLE.includes(String(error.code))) {
    return new Refusal('invalid', 'The request could not be read')
  }
  const status = error instanceof Error && 'status' in error ? error.status : undefined
  if (status === 413) return new Refusal('too-large', 'The body is too large')
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new Refusal('invalid', 'The request could not be read')
  }
  return undefined
}

const titles: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  410: 'Gone',
  413: 'Content Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}
