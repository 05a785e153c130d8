import type { Request, Response } from 'express'
import type { Knex } from 'knex'
import { addAgency } from '../../agencies/agency-standing-store.ts'
import { scopes } from '../../identity/agency-scopes.ts'
import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { addStaffMember, writeToInvited } from '../../identity/staff/staff-store.ts'
import { staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import type { Language } from '../../shared/language.ts'
import { isUuid } from '../../shared/references.ts'
import { notFound, Refusal } from '../../shared/refusal.ts'
import { textField } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { noteStaffDone } from '../staff-done.ts'
import { addInbox } from './inbox-stream.ts'
import { idFrom } from './id-from-name.ts'
import { decideJoinRequest, findJoinRequest, type StoredRequest } from './join-request-store.ts'
import { showRequestPage, type TypedDecision } from './request-page.ts'
import type { OnboardingParts } from './routes.ts'
import { words } from './words.ts'

export async function showRequest(parts: OnboardingParts, req: Request, res: Response): Promise<void> {
  const request = await found(parts, req)
  showRequestPage(parts, req, res, {
    request,
    typed: { decision: '', agencyId: idFrom(request.name.en), reason: '' },
    errors: [],
  })
}

/** Lets the body in, with whoever asked as its first administrator; or does not. Either way it stays on record. */
export async function decide(parts: OnboardingParts, req: Request, res: Response): Promise<void> {
  const request = await found(parts, req)
  const typed = {
    decision: textField(req.body, 'decision'),
    agencyId: textField(req.body, 'agency-id'),
    reason: textField(req.body, 'reason'),
  }
  const errors = mistakesIn(typed, req.language)
  if (errors.length > 0) return showRequestPage(parts, req, res, { request, typed, errors })
  const problem = await inContext(parts.db, { operator: true, agency: typed.agencyId }, (tx) =>
    carryOut(tx, { request, typed, req, now: parts.clock() }),
  ).catch((error: unknown) => {
    if (error instanceof CannotBe) return error.problem
    throw error
  })
  if (problem) return showRequestPage(parts, req, res, { request, typed, errors: [problem] })
  noteStaffDone(req, typed.decision === 'approve' ? 'join-request-approved' : 'join-request-declined')
  res.redirect(303, '/operator/requests')
}

async function found({ db }: OnboardingParts, req: Request): Promise<StoredRequest> {
  const id = String(req.params['id'])
  const request = isUuid(id) && (await inContext(db, { operator: true }, (tx) => findJoinRequest(tx, id)))
  if (!request) throw notFound()
  return request
}

/** Undoes the transaction, and says why on the page. */
class CannotBe extends Error {
  readonly problem: FieldError
  constructor(problem: FieldError) {
    super(problem.message)
    this.problem = problem
  }
}

interface CarryingOut {
  request: StoredRequest
  typed: TypedDecision
  req: Request
  now: Date
}

async function carryOut(tx: Knex.Transaction, { request, typed, req, now }: CarryingOut): Promise<undefined> {
  const staff = staffOf(req)
  const approved = typed.decision === 'approve'
  const agencyId = approved ? typed.agencyId : null
  if (approved) await letIn(tx, request, typed.agencyId, { language: req.language, now })
  const decision = { state: approved ? ('approved' as const) : ('declined' as const), by: staff.id, agencyId }
  const reason = typed.reason === '' ? null : typed.reason
  if (!(await decideJoinRequest(tx, request.id, { ...decision, reason }, now))) {
    throw new Refusal('conflict', 'This request was decided before')
  }
  const action = approved ? 'join-request-approved' : 'join-request-declined'
  await recordAction(tx, { staff, agencyId, action, target: request.id, ...(reason !== null && { reason }), at: now })
  return undefined
}

/** With every scope; without keys, streams or agreements, so that it is told nothing. Its streams have to prove themselves. */
async function letIn(
  tx: Knex.Transaction,
  request: StoredRequest,
  id: string,
  { language, now }: { language: Language; now: Date },
): Promise<void> {
  const text = words[language].request
  const { name, cluster, kind, email, person } = request
  const agency = {
    ...{ id, name, cluster, kind, contact: { email }, scopes: [...scopes], areas: null, active: true },
    ...{ illustration: false, byInterest: false, state: 'approved' as const, conformance: 'required' as const },
  }
  if (!(await addAgency(tx, agency, now))) throw new CannotBe({ field: 'agency-id', message: text.takenId })
  const admin = await addStaffMember(tx, { agencyId: id, email, name: person, role: 'admin' }, now)
  if (admin === undefined) throw new CannotBe({ field: 'decision', message: text.takenEmail })
  await writeToInvited(tx, admin)
  if (request.method === 'inbox') await addInbox(tx, id, now)
}

function mistakesIn({ decision, agencyId, reason }: TypedDecision, language: Language): FieldError[] {
  const text = words[language].request
  if (decision !== 'approve' && decision !== 'decline') return [{ field: 'decision', message: text.missing }]
  if (decision === 'decline') return reason === '' ? [{ field: 'reason', message: text.missingReason }] : []
  if (agencyId === '') return [{ field: 'agency-id', message: text.missingId }]
  const isId = /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/.test(agencyId) && agencyId.length <= 80 && agencyId !== 'tell-us-once'
  return isId ? [] : [{ field: 'agency-id', message: text.wrongId }]
}
