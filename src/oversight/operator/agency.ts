import type { Request, Response } from 'express'
import { findAgency } from '../../agencies/agency-store.ts'
import type { Agency } from '../../agencies/agency.ts'
import { listAgreements } from '../../agreements/agreement-store.ts'
import { listActions, recordAction } from '../../identity/staff/staff-action-store.ts'
import { listStaff } from '../../identity/staff/staff-store.ts'
import { staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { notFound } from '../../shared/refusal.ts'
import { listSubscriptions } from '../../subscriptions/subscription-store.ts'
import { textField } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { noteStaffDone } from '../staff-done.ts'
import { renderStaffPage } from '../staff-page.ts'
import { standingOf } from './agencies.ts'
import { ACTIONS, carryOut, isAct, possible } from './agency-act.ts'
import type { OperatorParts } from './routes.ts'
import { dayOf, messagesOf, reasonErrors, words } from './words.ts'

interface Typed {
  act: string
  reason: string
}

const MOST_ACTIONS = 20

export async function showAgency(
  { db }: OperatorParts,
  req: Request,
  res: Response,
  typed: Typed = { act: '', reason: '' },
  errors: FieldError[] = [],
): Promise<void> {
  const id = String(req.params['id'])
  const seen = await inContext(db, { operator: true }, async (tx) => {
    const agency = await findAgency(tx, id)
    if (!agency) throw notFound()
    const agreements = (await listAgreements(tx)).filter(({ agencyId, state }) => agencyId === id && state === 'live')
    const streams = (await listSubscriptions(tx, [id])).filter(({ status }) => status !== 'disabled')
    const [people, actions] = [await listStaff(tx, id), await listActions(tx, id, MOST_ACTIONS)]
    return { agency, agreements: agreements.length, streams: streams.length, people: people.length, actions }
  })
  const text = words[req.language].agency
  const name = inLanguage(seen.agency.name, req.language)
  renderStaffPage(req, res, 'oversight/operator/agency.njk', {
    ...{ title: text.title(name), words: text, typed, errors, path: `/operator/agencies/${id}` },
    messages: messagesOf(errors),
    rows: rowsOf(seen, req.language),
    acts: possible(standingOf(seen.agency)).map((value) => ({
      ...{ value, text: text.acts[value], checked: typed.act === value },
    })),
    history: seen.actions.flatMap(({ action, by, at, reason }) => {
      const what = text.actions[action]
      return what ? [{ line: text.by(what, by ?? text.byFile, dayOf(at, req.language)), reason: reason ?? '' }] : []
    }),
  })
}

/** Reasoned, and on record beside what was done. */
export async function actOnAgency(parts: OperatorParts, req: Request, res: Response): Promise<void> {
  const [id, now, staff] = [String(req.params['id']), parts.clock(), staffOf(req)]
  const typed = { act: textField(req.body, 'act'), reason: textField(req.body, 'reason') }
  const errors = [
    ...(isAct(typed.act) ? [] : [{ field: 'act', message: words[req.language].agency.missingAct }]),
    ...reasonErrors(typed.reason, req.language),
  ]
  const { act, reason } = typed
  if (errors.length > 0 || !isAct(act)) return showAgency(parts, req, res, typed, errors)
  const acted = await inContext(parts.db, { operator: true }, async (tx) => {
    const agency = await findAgency(tx, id)
    if (!agency) throw notFound()
    // Whoever had the page open while a colleague acted has done nothing.
    if (!possible(standingOf(agency)).includes(act)) return false
    await carryOut(tx, agency, act, now)
    await recordAction(tx, { staff, agencyId: id, action: ACTIONS[act], target: id, reason, at: now })
    return true
  })
  if (acted) noteStaffDone(req, ACTIONS[act])
  res.redirect(303, `/operator/agencies/${id}`)
}

interface Seen {
  agency: Agency
  people: number
  streams: number
  agreements: number
}

function rowsOf({ agency, people, streams, agreements }: Seen, language: Language) {
  const { agencies, agency: text } = words[language]
  const row = (key: string, value: string) => ({ key: { text: key }, value: { text: value } })
  return [
    row(text.rows.standing, agencies.standings[standingOf(agency)]),
    row(text.rows.id, agency.id),
    ...(agency.contact.email ? [row(text.rows.email, agency.contact.email)] : []),
    row(text.rows.people, String(people)),
    row(text.rows.streams, String(streams)),
    row(text.rows.agreements, String(agreements)),
    row(text.conformanceRow, text.conformance[agency.conformance ?? 'waived']),
  ]
}
