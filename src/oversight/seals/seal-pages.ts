import type { Request, Response } from 'express'
import { v7 as uuidv7 } from 'uuid'
import {
  addRenewal,
  decideRenewal,
  renewalsOf,
  sealsOfAgency,
  type Renewal,
  type Seal,
} from '../../access-log/sealed/seal-store.ts'
import { row } from '../../access-log/summary-row.ts'
import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { agencyOf, staffOf } from '../../identity/staff/staff.ts'
import type { Clock } from '../../shared/clock.ts'
import { inContext, type Db } from '../../shared/database.ts'
import { formatDate, formatDateTime } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { notFound } from '../../shared/refusal.ts'
import { textField } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { activityLines } from '../activity-lines.ts'
import { noteStaffDone } from '../staff-done.ts'
import { renderStaffPage } from '../staff-page.ts'
import { othersInWords } from './second-pages.ts'
import { nothingTyped, readRenewal, type TypedRenewal } from './read-renewal.ts'
import { dayOf, words } from './words.ts'

export interface SealParts {
  db: Db
  clock: Clock
}

export async function showSeals({ db }: SealParts, req: Request, res: Response): Promise<void> {
  const { language } = req
  const { list } = words[language]
  const { seals, others } = await inContext(db, { agency: agencyOf(req) }, async (tx) => ({
    seals: await sealsOfAgency(tx),
    others: await othersInWords(tx, req),
  }))
  renderStaffPage(req, res, 'oversight/seals/list.njk', {
    ...{ title: list.title, words: list, others },
    seals: seals.map((seal) => ({
      href: `/agency/seals/${seal.recordId}`,
      name: list.of(formatDateTime(seal.registeredAt, language)),
      opens: dayOf(seal.opensAt, language),
      review: seal.reviewAt && formatDate(seal.reviewAt, language),
    })),
  })
}

interface Tried {
  typed: TypedRenewal
  errors: FieldError[]
}

export async function showSeal(
  parts: SealParts,
  req: Request,
  res: Response,
  { typed, errors }: Tried = { typed: nothingTyped, errors: [] },
): Promise<void> {
  const { language } = req
  const text = words[language].seal
  const { seal, renewals } = await findSeal(parts, req)
  const open = renewals.find(({ decision }) => decision === undefined)
  const activity = await activityLines(parts.db, seal.activityId, language)
  renderStaffPage(req, res, 'oversight/seals/seal.njk', {
    ...{ title: text.title(formatDateTime(seal.registeredAt, language)), words: text, errors, typed },
    ...{ action: `/agency/seals/${seal.recordId}`, backLink: '/agency/seals' },
    open: open && { reason: open.reason, own: open.askedBy === staffOf(req).id },
    history: renewals.map((one) => inWords(one, language)),
    errorOf: Object.fromEntries(errors.map(({ field, message }) => [field, message])),
    rows: [
      ...row(text.record, seal.recordId),
      ...row(text.activity, ...activity),
      ...row(text.opens, dayOf(seal.opensAt, language)),
      ...row(text.review, seal.reviewAt && formatDate(seal.reviewAt, language)),
    ],
  })
}

export async function askForRenewal(parts: SealParts, req: Request, res: Response): Promise<void> {
  const { seal, renewals } = await findSeal(parts, req)
  const at = parts.clock()
  const { typed, errors, until } = readRenewal(req.body, { opensAt: seal.opensAt, now: at }, req.language)
  if (!until) return showSeal(parts, req, res, { typed, errors })
  if (!renewals.some(({ decision }) => decision === undefined)) {
    const [staff, agency, id] = [staffOf(req), agencyOf(req), uuidv7()]
    await inContext(parts.db, { agency }, async (tx) => {
      const asked = { id, recordId: seal.recordId, askedBy: staff.id, askedAt: at, reason: typed.reason, until }
      await addRenewal(tx, agency, asked)
      await recordAction(tx, { staff, action: 'seal-renewal-asked', target: seal.recordId, at })
    })
    noteStaffDone(req, 'seal-renewal-asked')
  }
  res.redirect(303, `/agency/seals/${seal.recordId}`)
}

/** Nobody is their own second person. */
export async function decide(parts: SealParts, req: Request, res: Response): Promise<void> {
  const { seal, renewals } = await findSeal(parts, req)
  const staff = staffOf(req)
  const open = renewals.find(({ decision, askedBy }) => decision === undefined && askedBy !== staff.id)
  const answer = textField(req.body, 'decision')
  if (answer !== 'approve' && answer !== 'decline') {
    const message = words[req.language].seal.errors.decision
    return showSeal(parts, req, res, { typed: nothingTyped, errors: [{ field: 'decision', message }] })
  }
  if (open) {
    const [at, approved] = [parts.clock(), answer === 'approve']
    const action = approved ? 'seal-renewal-approved' : 'seal-renewal-declined'
    await inContext(parts.db, { agency: agencyOf(req) }, async (tx) => {
      await decideRenewal(tx, open.id, { by: staff.id, at, approved })
      await recordAction(tx, { staff, action, target: seal.recordId, at })
    })
    noteStaffDone(req, action)
  }
  res.redirect(303, '/agency/seals')
}

async function findSeal({ db }: SealParts, req: Request): Promise<{ seal: Seal; renewals: Renewal[] }> {
  return inContext(db, { agency: agencyOf(req) }, async (tx) => {
    const seal = (await sealsOfAgency(tx)).find(({ recordId }) => recordId === req.params['id'])
    if (!seal) throw notFound()
    return { seal, renewals: await renewalsOf(tx, seal.recordId) }
  })
}

const inWords = ({ askedAt, until, decision }: Renewal, language: Language) => {
  const { seal: text } = words[language]
  return { text: text.asked(dayOf(askedAt, language), dayOf(until, language)), state: text.states[decision ?? 'waits'] }
}
