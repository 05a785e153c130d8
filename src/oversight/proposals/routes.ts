import { Router } from 'express'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import { admins, officers, operators, viewers } from '../../identity/staff/staff-rules.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Db } from '../../shared/database.ts'
import { takes } from '../../web/form.ts'
import { accountFields } from './account-fields.ts'
import { showChoice } from './choose-event.ts'
import { considerOne, decideOne, withdrawOne } from './decide.ts'
import { showProposals } from './list.ts'
import { propose, showForm } from './propose.ts'
import { askForReview, showReview } from './review.ts'
import { showProposal } from './show.ts'

export interface ProposalParts {
  db: Db
  clock: Clock
  events?: Catalogue
}

/** Where one person proposes what a body may be told, and another decides. */
export function proposalRoutes(parts: ProposalParts): Router {
  const router = Router()
  const terms = takes({
    single: ['purpose', 'purpose-cy', 'basis', 'power', 'holder', 'trial', 'hours', 'save', ...accountFields],
    list: ['fields'],
  })
  const decision = takes({ single: ['decision', 'reason', 'category', 'withholding'] })
  const review = takes({ single: ['benefit', 'shown', 'evidence', 'cost', 'keep'] })

  router.get('/agency/proposals', viewers, (req, res) => showProposals(parts, req, res))
  router.get('/agency/proposals/new', admins, (req, res) => showChoice(parts, req, res))
  router.get('/agency/proposals/new/:event', admins, (req, res) => showForm(parts, req, res))
  router.post('/agency/proposals/new/:event', admins, terms, (req, res) => propose(parts, req, res))
  router.get('/agency/proposals/:id', viewers, (req, res) => showProposal(parts, req, res))
  router.post('/agency/proposals/:id', admins, decision, (req, res) => decideOne(parts, req, res))
  router.post('/agency/proposals/:id/consideration', admins, takes(), (req, res) => considerOne(parts, req, res))
  router.post('/agency/proposals/:id/withdrawal', admins, takes(), (req, res) => withdrawOne(parts, req, res))
  router.get('/agency/agreements/:id/review', officers, (req, res) => showReview(parts, req, res))
  router.post('/agency/agreements/:id/review', officers, review, (req, res) => askForReview(parts, req, res))
  router.get('/operator/proposals', operators, (req, res) => showProposals(parts, req, res))
  router.get('/operator/proposals/:id', operators, (req, res) => showProposal(parts, req, res))
  router.post('/operator/proposals/:id', operators, decision, (req, res) => decideOne(parts, req, res))
  router.post('/operator/proposals/:id/consideration', operators, takes(), (req, res) => considerOne(parts, req, res))

  return router
}
