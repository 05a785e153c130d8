import type { Request, Response } from 'express'
import { latestVersions, type RegisteredAgreement } from '../../agreements/agreement-store.ts'
import { addProposal } from '../../agreements/proposals/proposal-store.ts'
import { entryOf } from '../../agreements/proposals/proposal.ts'
import { lapsesOn, reviewAfter } from '../../agreements/proposals/review.ts'
import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { agencyOf, staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { formatDate, ukToday } from '../../shared/dates.ts'
import { inLanguage } from '../../shared/language.ts'
import { notFound } from '../../shared/refusal.ts'
import type { FieldError } from '../../web/page.ts'
import { noteStaffDone } from '../staff-done.ts'
import { renderStaffPage } from '../staff-page.ts'
import { words } from './place.ts'
import { mistakesIn, reviewIn, typedIn, type TypedReview } from './review-form.ts'
import type { ProposalParts } from './routes.ts'

const NOTHING: TypedReview = { benefit: '', shown: '', evidence: '', cost: '', keep: '' }

/** What an officer found of an agreement of their body that it is time to look at again. */
export async function showReview(
  parts: ProposalParts,
  req: Request,
  res: Response,
  typed: TypedReview = NOTHING,
  errors: FieldError[] = [],
): Promise<void> {
  const { language } = req
  const agreement = await ownAgreement(parts, req)
  const text = words[language].review
  const { reviewOn, trial } = agreement
  const radios = (name: 'shown' | 'keep', options: Record<string, string>) =>
    Object.entries(options).map(([value, label]) => ({ value, text: label, checked: typed[name] === value }))
  renderStaffPage(req, res, 'oversight/proposals/review.njk', {
    ...{ title: text.title(inLanguage(agreement.purpose, language)), words: text, typed, errors },
    ...{ path: `/agency/agreements/${agreement.id}/review`, backLink: '/agency/agreements' },
    due: reviewOn && text.due(formatDate(reviewOn, language), formatDate(lapsesOn(reviewOn, trial !== null), language)),
    trial: trial !== null,
    messages: Object.fromEntries(errors.map(({ field, message }) => [field, { text: message }])),
    shown: radios('shown', text.shownOptions),
    keep: radios('keep', text.keeps),
  })
}

/** Waits for a second person, as everything does that changes what a body is told. */
export async function askForReview(parts: ProposalParts, req: Request, res: Response): Promise<void> {
  const agreement = await ownAgreement(parts, req)
  const typed = typedIn(req.body)
  const errors = mistakesIn(typed, agreement, req.language)
  if (errors.length > 0) return showReview(parts, req, res, typed, errors)
  const [staff, now, agencyId] = [staffOf(req), parts.clock(), agencyOf(req)]
  const today = ukToday(now)
  const start = agreement.startsOn ?? ukToday(agreement.agreedAt)
  const terms = { ...entryOf(agreement), starts_on: start, review_on: reviewAfter(agreement, { start, today }) }
  const id = await inContext(parts.db, { agency: agencyId }, async (tx) => {
    const asked = { agencyId, agreementId: agreement.id, terms, baseVersion: agreement.version, proposedBy: staff.id }
    const added = await addProposal(tx, { ...asked, questions: QUESTIONS, review: reviewIn(typed) }, now)
    if (added) await recordAction(tx, { staff, action: 'agreement-reviewed', target: added, at: now })
    return added
  })
  if (id === undefined) {
    return showReview(parts, req, res, typed, [{ field: 'keep', message: words[req.language].form.open }])
  }
  noteStaffDone(req, 'agreement-reviewed')
  res.redirect(303, `/agency/proposals/${id}`)
}

const QUESTIONS = 5

async function ownAgreement({ db }: ProposalParts, req: Request): Promise<RegisteredAgreement> {
  const [agreement] = await latestVersions(db, [String(req.params['id'])])
  if (!agreement || agreement.agencyId !== agencyOf(req) || agreement.state === 'ended') throw notFound()
  return agreement
}
