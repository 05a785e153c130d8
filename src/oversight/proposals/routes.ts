import { Router } from 'express'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import { admins, operators, viewers } from '../../identity/staff/staff-rules.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Db } from '../../shared/database.ts'
import { takes } from '../../web/form.ts'
import { decideOne, showProposal } from './decide.ts'
import { showProposals } from './list.ts'
import { propose, showChoice, showForm } from './propose.ts'

export interface ProposalParts {
  db: Db
  clock: Clock
  events?: Catalogue
}

/** Where one person proposes what a body may be told, and another decides. */
export function proposalRoutes(parts: ProposalParts): Router {
  const router = Router()
  const terms = takes({ single: ['purpose', 'purpose-cy', 'basis', 'power'], list: ['fields'] })
  const decision = takes({ single: ['decision', 'reason'] })

  router.get('/agency/proposals', viewers, (req, res) => showProposals(parts, req, res))
  router.get('/agency/proposals/new', admins, (req, res) => showChoice(parts, req, res))
  router.get('/agency/proposals/new/:event', admins, (req, res) => showForm(parts, req, res))
  router.post('/agency/proposals/new/:event', admins, terms, (req, res) => propose(parts, req, res))
  router.get('/agency/proposals/:id', viewers, (req, res) => showProposal(parts, req, res))
  router.post('/agency/proposals/:id', admins, decision, (req, res) => decideOne(parts, req, res))
  router.get('/operator/proposals', operators, (req, res) => showProposals(parts, req, res))
  router.get('/operator/proposals/:id', operators, (req, res) => showProposal(parts, req, res))
  router.post('/operator/proposals/:id', operators, decision, (req, res) => decideOne(parts, req, res))

  return router
}
