import { Router } from 'express'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import { admins, viewers } from '../../identity/staff/staff-rules.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Db } from '../../shared/database.ts'
import { takes } from '../../web/form.ts'
import { adoptOne, showAdoption } from './adopt.ts'
import { askBody, showAskForm } from './ask.ts'
import { showAskOnce } from './ask-once.ts'
import { showCluster } from './cluster-list.ts'
import { objectToOne, showPresumed } from './presumed.ts'
import { showReliable } from './rely.ts'
import { ASK_FIELDS } from './read-ask.ts'

export interface RoadParts {
  db: Db
  clock: Clock
  events?: Catalogue
}

/** Quick roads to an agreement: a decision of others that is relied on, a cluster's presumption, a fact asked once. */
export function roadRoutes(parts: RoadParts): Router {
  const router = Router()
  const confirmed = takes({ single: ['confirm', 'minutes'] })
  const objection = takes({ single: ['why'] })
  const asked = takes({ single: ASK_FIELDS })

  router.get('/agency/agreements/rely', viewers, (req, res) => showReliable(parts, req, res))
  router.get('/agency/agreements/rely/:id', admins, (req, res) => showAdoption(parts, req, res))
  router.post('/agency/agreements/rely/:id', admins, confirmed, (req, res) => adoptOne(parts, req, res))

  router.get('/agency/cluster', viewers, (req, res) => showCluster(parts, req, res))
  router.get('/agency/cluster/:id', viewers, (req, res) => showPresumed(parts, req, res))
  router.post('/agency/cluster/:id', admins, objection, (req, res) => objectToOne(parts, req, res))

  router.get('/agency/requests/ask-once', viewers, (req, res) => showAskOnce(parts, req, res))
  router.get('/agency/requests/ask-once/new', admins, (req, res) => showAskForm(parts, req, res))
  router.post('/agency/requests/ask-once/new', admins, asked, (req, res) => askBody(parts, req, res))
  router.get('/agency/requests/ask-once/opened/:id', admins, (req, res) => showAskForm(parts, req, res))

  return router
}
