import type { Request, Response } from 'express'
import { listAgencies } from '../../agencies/agency-store.ts'
import { decideRenewal, sealsToSecond, type SealToSecond } from '../../access-log/sealed/seal-store.ts'
import { row } from '../../access-log/summary-row.ts'
import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { staffOf } from '../../identity/staff/staff.ts'
import { inContext, type Context, type Db } from '../../shared/database.ts'
import { formatDate, formatDateTime } from '../../shared/dates.ts'
import { inLanguage } from '../../shared/language.ts'
import { notFound } from '../../shared/refusal.ts'
import { textField } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { activityLines } from '../activity-lines.ts'
import { noteStaffDone } from '../staff-done.ts'
import { renderStaffPage } from '../staff-page.ts'
import type { SealParts } from './seal-pages.ts'
import { dayOf, words } from './words.ts'

/** What waits for an operator as the second person. */
export async function showToSecond({ db }: SealParts, req: Request, res: Response): Promise<void> {
  const { toSecond } = words[req.language]
  const others = await inContext(db, placeOf(req).context, (tx) => othersInWords(tx, req))
  renderStaffPage(req, res, 'oversight/seals/to-second.njk', { title: toSecond.title, words: toSecond, others })
}

/** The same for the list of a body: what waits at others of its cluster. */
export async function othersInWords(tx: Db, req: Request) {
  const { language } = req
  const { toSecond } = words[language]
  const [waiting, nameOf] = [await sealsToSecond(tx), await namesOf(tx, req)]
  return waiting.map((seal) => ({
    href: `${placeOf(req).path}/${seal.renewal.id}`,
    name: toSecond.of(nameOf(seal.agencyId), formatDateTime(seal.registeredAt, language)),
    opens: dayOf(seal.opensAt, language),
    until: dayOf(seal.renewal.until, language),
  }))
}

export async function showAsSecond(
  parts: SealParts,
  req: Request,
  res: Response,
  errors: FieldError[] = [],
): Promise<void> {
  const { language } = req
  const { seal: text, toSecond, list } = words[language]
  const { seal, body } = await findWaiting(parts, req)
  const activity = await activityLines(parts.db, seal.activityId, language)
  const { path, listPath } = placeOf(req)
  renderStaffPage(req, res, 'oversight/seals/second.njk', {
    ...{ title: toSecond.of(body, formatDateTime(seal.registeredAt, language)), words: text, intro: toSecond.intro },
    ...{ errors, action: `${path}/${seal.renewal.id}`, back: { href: listPath, text: list.title } },
    errorOf: Object.fromEntries(errors.map(({ field, message }) => [field, message])),
    rows: [
      ...row(toSecond.body, body),
      ...row(text.record, seal.recordId),
      ...row(text.activity, ...activity),
      ...row(text.opens, dayOf(seal.opensAt, language)),
      ...row(text.review, seal.reviewAt && formatDate(seal.reviewAt, language)),
      ...row(toSecond.until, dayOf(seal.renewal.until, language)),
      ...row(text.given, seal.renewal.reason),
    ],
  })
}

/** The database lets nobody be their own second person, whatever they sign in by. */
export async function decideAsSecond(parts: SealParts, req: Request, res: Response): Promise<void> {
  const { seal } = await findWaiting(parts, req)
  const answer = textField(req.body, 'decision')
  if (answer !== 'approve' && answer !== 'decline') {
    const message = words[req.language].seal.errors.decision
    return showAsSecond(parts, req, res, [{ field: 'decision', message }])
  }
  const { context, listPath } = placeOf(req)
  const [staff, at, approved] = [staffOf(req), parts.clock(), answer === 'approve']
  const action = approved ? 'seal-renewal-approved' : 'seal-renewal-declined'
  await inContext(parts.db, context, async (tx) => {
    await decideRenewal(tx, seal.renewal.id, { by: staff.id, at, approved })
    const detail = { body: seal.agencyId }
    await recordAction(tx, { staff, agencyId: seal.agencyId, action, target: seal.recordId, detail, at })
  })
  noteStaffDone(req, action)
  res.redirect(303, listPath)
}

/** @throws Refusal not-found for what does not wait for whoever asks */
async function findWaiting({ db }: SealParts, req: Request): Promise<{ seal: SealToSecond; body: string }> {
  return inContext(db, placeOf(req).context, async (tx) => {
    const seal = (await sealsToSecond(tx)).find(({ renewal }) => renewal.id === req.params['renewal'])
    if (!seal) throw notFound()
    return { seal, body: (await namesOf(tx, req))(seal.agencyId) }
  })
}

async function namesOf(tx: Db, { language }: Request): Promise<(id: string) => string> {
  const names = new Map((await listAgencies(tx)).map(({ id, name }) => [id, inLanguage(name, language)]))
  return (id) => names.get(id) ?? id
}

/** The same pages serve operators and bodies: each in a context, and at a place, of their own. */
function placeOf(req: Request): { context: Context; path: string; listPath: string } {
  const { agencyId } = staffOf(req)
  return agencyId === null
    ? { context: { operator: true }, path: '/operator/seals', listPath: '/operator/seals' }
    : { context: { agency: agencyId }, path: '/agency/seals/others', listPath: '/agency/seals' }
}
