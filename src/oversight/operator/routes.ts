import { Router } from 'express'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import { operators } from '../../identity/staff/staff-rules.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Db } from '../../shared/database.ts'
import type { Vault } from '../../vault/vault.ts'
import { takes } from '../../web/form.ts'
import { showAgencies } from './agencies.ts'
import { actOnAgency, showAgency } from './agency.ts'
import { openCase, showCover } from './case-page.ts'
import { showCases } from './cases.ts'
import { closeOne, showClosure } from './close-case.ts'
import { decideDeadLetters, showDeadLetters, showDeadLettersOf } from './dead-letters.ts'
import { LOOK_FIELDS } from './read-look.ts'
import { actOnStream, showStream } from './stream.ts'
import { showStreams } from './streams.ts'

export interface OperatorParts {
  db: Db
  vault: Vault
  clock: Clock
  /** Where receivers fetch what they threw away. */
  baseUrl: string
  events?: Catalogue
}

/**
 * Where the operators of the service keep an eye on all bodies. Nothing here says anything about a citizen, but for a case
 * that was opened with a reason, which its people see in their own list.
 */
export function operatorRoutes(parts: OperatorParts): Router {
  const router = Router()
  const reasoned = takes({ single: ['act', 'reason'] })
  const [look, note] = [takes({ single: LOOK_FIELDS }), takes({ single: ['note'] })]

  router.get('/operator', operators, (req, res) => showAgencies(parts, req, res))
  router.get('/operator/agencies/:id', operators, (req, res) => showAgency(parts, req, res))
  router.post('/operator/agencies/:id', operators, reasoned, (req, res) => actOnAgency(parts, req, res))
  router.get('/operator/streams', operators, (req, res) => showStreams(parts, req, res))
  router.get('/operator/streams/:id', operators, (req, res) => showStream(parts, req, res))
  router.post('/operator/streams/:id', operators, reasoned, (req, res) => actOnStream(parts, req, res))
  router.get('/operator/dead-letters', operators, (req, res) => showDeadLetters(parts, req, res))
  router.get('/operator/dead-letters/:stream', operators, (req, res) => showDeadLettersOf(parts, req, res))
  router.post('/operator/dead-letters/:stream', operators, reasoned, (req, res) => decideDeadLetters(parts, req, res))
  router.get('/operator/cases', operators, (req, res) => showCases(parts, req, res))
  router.get('/operator/cases/:id', operators, (req, res) => showCover(parts, req, res))
  router.post('/operator/cases/:id', operators, look, (req, res) => openCase(parts, req, res))
  router.get('/operator/cases/:id/closure', operators, (req, res) => showClosure(parts, req, res))
  router.post('/operator/cases/:id/closure', operators, note, (req, res) => closeOne(parts, req, res))

  return router
}
