import { csrfSync } from 'csrf-sync'
import type { RequestHandler } from 'express'
import { Refusal } from '../shared/refusal.ts'

const { csrfSynchronisedProtection, generateToken } = csrfSync({
  getTokenFromRequest: (req) => {
    const token = (req.body as Record<string, unknown> | undefined)?.['_csrf']
    return typeof token === 'string' ? token : undefined
  },
})

/** A token per session on every form; and whatever a browser itself says comes from another site is refused. */
export const formProtection: RequestHandler[] = [
  (req, _res, next) => {
    req.csrfToken = () => generateToken(req)
    const changes = !['GET', 'HEAD', 'OPTIONS'].includes(req.method)
    if (changes && req.get('sec-fetch-site') === 'cross-site') throw new Refusal('forbidden', 'Cross-site request')
    next()
  },
  (req, res, next) => {
    csrfSynchronisedProtection(req, res, (error?: unknown) => {
      next(error ? new Refusal('forbidden', 'The form has expired') : undefined)
    })
  },
]
