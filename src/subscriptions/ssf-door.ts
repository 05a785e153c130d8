import express, { type RequestHandler } from 'express'
import { agencyOf } from '../identity/agency-rule.ts'
import type { Scope } from '../identity/agency-scopes.ts'
import type { Db } from '../shared/database.ts'
import { Refusal } from '../shared/refusal.ts'
import type { AccessRule } from '../web/access.ts'
import { rateLimit } from '../web/rate-limit.ts'

export interface SsfParts {
  db: Db
  agencies: (scope: Scope) => AccessRule
}

// Streams are set up by people and looked after by monitors; subjects are added one a call, by whoever has many.
const CALLS_A_MINUTE = { streams: 600, subjects: 6000 }

/** How often one body may call here. */
export const ssfLimit = (db: Db, name: keyof typeof CALLS_A_MINUTE): RequestHandler =>
  rateLimit(db, {
    name: `ssf-${name}`,
    requests: CALLS_A_MINUTE[name],
    seconds: 60,
    key: (req) => agencyOf(req).id,
  })

/** JSON whatever it is called: the standard's own examples send it without a content type (SSF 1.0, section 8.1.1.1). */
export const ssfJson: RequestHandler = express.json({ limit: '64kb', type: () => true })

/** @throws Refusal `invalid` for a body that is no JSON object. */
export function objectIn(body: unknown): Readonly<Record<string, unknown>> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Refusal('invalid', 'Send a JSON object')
  }
  return body as Record<string, unknown>
}
