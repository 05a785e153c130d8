import express, { Router, type RequestHandler } from 'express'
import { agencyOf } from '../identity/agency-rule.ts'
import type { Scope } from '../identity/agency-scopes.ts'
import { Refusal } from '../shared/refusal.ts'
import { POLL, PUSH } from '../subscriptions/stream.ts'
import { publicKeys, type SigningJwk } from '../vault/signing-keys.ts'
import { anyone, type AccessRule } from '../web/access.ts'
import { rateLimit } from '../web/rate-limit.ts'
import { machineDoor } from '../web/site.ts'
import { readOutcome } from './outcome.ts'
import { recordOutcome, type OutcomeParts } from './record-outcome.ts'

export interface DeliveriesMachineParts extends OutcomeParts {
  baseUrl: string
  signingKeys: readonly SigningJwk[]
  agencies: (scope: Scope) => AccessRule
}

// An agency answers each token a few times; this leaves room for catching up after a day away.
const CALLS_A_MINUTE = 6000
const LARGEST = '16kb'
// A new key is published long before it signs; a receiver that meets one it does not know asks again anyway.
const KEYS_MAY_BE_HELD = 'public, max-age=300'

/** What the world may know of how we tell, and where agencies answer what they were told. */
export function deliveriesMachineRoutes(parts: DeliveriesMachineParts): Router {
  const { agencies, baseUrl, db, signingKeys } = parts
  const router = Router({ strict: true, caseSensitive: true })
  const keys = publicKeys(signingKeys)
  const key = (req: Parameters<typeof agencyOf>[0]) => agencyOf(req).id
  const limit = rateLimit(db, { name: 'outcomes', requests: CALLS_A_MINUTE, seconds: 60, key })
  const json = express.json({ limit: LARGEST })

  router.get('/.well-known/ssf-configuration', anyone, (_req, res) => {
    res.json(ssfConfiguration(baseUrl))
  })
  router.get('/ssf/jwks', anyone, (_req, res) => {
    res.type('application/jwk-set+json').set('Cache-Control', KEYS_MAY_BE_HELD).json({ keys })
  })
  router.put('/api/deliveries/:jti/outcome', agencies('outcomes.write'), limit, onlyJson, json, async (req, res) => {
    const read = readOutcome(req.body)
    if (read.kind === 'invalid') throw new Refusal('invalid', 'The outcome was refused', { errors: read.errors })
    await recordOutcome(parts, agencyOf(req).id, String(req.params['jti']), read.outcome)
    res.status(204).end()
  })
  return machineDoor(router)
}

/**
 * Transmitter metadata (SSF 1.0, section 7.1). Everybody whom its agreements reach is on a stream from the start; a stream
 * of a body that is told only of whom it has listed says otherwise in its configuration.
 */
const ssfConfiguration = (baseUrl: string) => ({
  spec_version: '1_0',
  issuer: baseUrl,
  jwks_uri: `${baseUrl}/ssf/jwks`,
  delivery_methods_supported: [PUSH, POLL],
  configuration_endpoint: `${baseUrl}/ssf/streams`,
  status_endpoint: `${baseUrl}/ssf/status`,
  add_subject_endpoint: `${baseUrl}/ssf/subjects/add`,
  remove_subject_endpoint: `${baseUrl}/ssf/subjects/remove`,
  verification_endpoint: `${baseUrl}/ssf/verification`,
  authorization_schemes: [{ spec_urn: 'urn:ietf:rfc:6749' }],
  default_subjects: 'ALL',
})

const onlyJson: RequestHandler = (req, _res, next) => {
  if (!req.is('application/json')) throw new Refusal('invalid', 'Send application/json')
  next()
}
