import type { RequestHandler } from 'express'

/** Who may enter, said on a route's own line. `test/access.test.ts` fails for a route that does not say. */
export interface AccessRule extends RequestHandler {
  rule: string
}

/** Brands a middleware as an access rule; rules of identity are made with it. */
export function accessRule(rule: string, enter: RequestHandler): AccessRule {
  return Object.assign(((req, res, next) => enter(req, res, next)) satisfies RequestHandler, { rule })
}

/** No sign-in needed: public pages, published keys and schemas, health. */
export const anyone = accessRule('anyone', (_req, _res, next) => next())
