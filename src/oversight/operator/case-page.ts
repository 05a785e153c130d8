import type { Request, Response } from 'express'
import { v7 as uuidv7 } from 'uuid'
import { lookReasons } from '../../access-log/look-reason.ts'
import { recordOwnLook } from '../../access-log/record-looks.ts'
import { findLifeEvent } from '../../catalogue/catalogue.ts'
import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { staffOf } from '../../identity/staff/staff.ts'
import type { ListedCase } from '../../reports/somebody-else/case.ts'
import { findListedCase, openNote } from '../../reports/somebody-else/case-store.ts'
import { inContext } from '../../shared/database.ts'
import type { Language } from '../../shared/language.ts'
import { isUuid } from '../../shared/references.ts'
import { notFound, Refusal } from '../../shared/refusal.ts'
import type { FieldError } from '../../web/page.ts'
import { renderStaffPage } from '../staff-page.ts'
import { beginLook, caseLookedInto, type CaseDetails } from './operator-store.ts'
import { readLook, type TypedLook } from './read-look.ts'
import type { OperatorParts } from './routes.ts'
import { dayOf, messagesOf, words } from './words.ts'

/** What kind of case it is; and the form that opens it, which asks why. */
export async function showCover(
  parts: OperatorParts,
  req: Request,
  res: Response,
  { typed, errors }: { typed: TypedLook; errors: FieldError[] } = { typed: { reason: '', caseRef: '' }, errors: [] },
): Promise<void> {
  const found = await findOne(parts, req)
  const text = words[req.language].cover
  renderStaffPage(req, res, 'oversight/operator/case-cover.njk', {
    ...{ title: text.title, words: text, path: casePath(found), typed, errors, messages: messagesOf(errors) },
    rows: listedRows(found, req.language),
    reasons: lookReasons.map((value) => ({ value, text: text.reasons[value], checked: typed.reason === value })),
  })
}

/** Shows what it is about. By now each person concerned has it in their own list, with the reason. */
export async function openCase(parts: OperatorParts, req: Request, res: Response): Promise<void> {
  const { typed, errors, reason } = readLook(req.body, req.language)
  if (!reason) return showCover(parts, req, res, { typed, errors })
  const found = await findOne(parts, req)
  const [staff, at, id] = [staffOf(req), parts.clock(), uuidv7()]
  const details = await inContext(parts.db, { operator: true }, async (tx) => {
    const people = await beginLook(tx, { id, caseId: found.id, staffId: staff.id, reason, at })
    await recordOwnLook(tx, parts, { people, reason, caseRef: typed.caseRef, staffId: staff.id, at })
    await recordAction(tx, { staff, action: 'case-opened', target: found.id, detail: { reason }, at })
    const shown = await caseLookedInto(tx, id)
    if (!shown) throw new Refusal('forbidden', 'The look is not on record')
    return shown
  })
  const text = words[req.language].case
  renderStaffPage(req, res, 'oversight/operator/case.njk', {
    ...{ title: text.title, words: text, path: casePath(found), errors: [], messages: {} },
    open: found.state === 'open',
    note: details.note ? openNote(parts.vault, details.note, found.id) : '',
    rows: [...listedRows(found, req.language), ...reportRows(parts, details, req.language)],
    erased: details.reference === null,
  })
}

/** @throws Refusal not-found */
export async function findOne({ db }: OperatorParts, { params }: Pick<Request, 'params'>): Promise<ListedCase> {
  const id = String(params['id'])
  if (!isUuid(id)) throw notFound()
  const found = await inContext(db, { operator: true }, (tx) => findListedCase(tx, id))
  if (!found) throw notFound()
  return found
}

export const casePath = ({ id }: Pick<ListedCase, 'id'>) => `/operator/cases/${id}`

const row = (key: string, value: string) => ({ key: { text: key }, value: { text: value } })

export function listedRows({ kind, openedAt, state }: ListedCase, language: Language) {
  const { cases, case: text } = words[language]
  return [
    row(text.rows.kind, cases.kinds[kind]),
    row(text.rows.opened, dayOf(openedAt, language)),
    row(text.rows.state, text.states[state]),
  ]
}

function reportRows({ events }: OperatorParts, details: CaseDetails, language: Language) {
  const { reference, event_type: type, submitted_at: at } = details
  if (reference === null || type === null || at === null) return []
  const { rows } = words[language].case
  const name = findLifeEvent(type, events)?.words[language].short ?? type
  return [row(rows.reference, reference), row(rows.event, name), row(rows.sent, dayOf(at, language))]
}
