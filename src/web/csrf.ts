import { csrfSync } from 'csrf-sync'
import type { Request, RequestHandler } from 'express'
import { Refusal } from '../shared/refusal.ts'

const { csrfSynchronisedProtection, generateToken } = csrfSync({
  getTokenFromRequest: (req) => {
    const token = (req.body as Record<string, unknown> | undefined)?.['_csrf']
    return typeof token === 'string' ? token : undefined
  },
})

/** Where a form leads that is refused because its session is gone; undefined: it is refused, and that is all. */
export type PlaceOfLateForm = (req: Request) => Promise<string | undefined>

/**
 * A token per session on every form; and whatever a browser itself says comes from another site is refused.
 *
 * @param cookie the session's; a browser that has none had no session that could have ended
 */
export const formProtection = (cookie: string, placeOfLateForm: PlaceOfLateForm): RequestHandler[] => [
  (req, _res, next) => {
    req.csrfToken = () => generateToken(req)
    const changes = !['GET', 'HEAD', 'OPTIONS'].includes(req.method)
    if (changes && req.get('sec-fetch-site') === 'cross-site') throw new Refusal('forbidden', 'Cross-site request')
    next()
  },
  (req, res, next) => {
    csrfSynchronisedProtection(req, res, (error?: unknown) => {
      if (!error) return next()
      const refuse = () => next(new Refusal('forbidden', 'The form has expired'))
      if (!req.get('cookie')?.includes(`${cookie}=`)) return refuse()
      placeOfLateForm(req).then((place) => (place === undefined ? refuse() : res.redirect(303, place)), next)
    })
  },
]
