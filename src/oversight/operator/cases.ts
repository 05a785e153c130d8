import type { Request, Response } from 'express'
import { findLifeEvent } from '../../catalogue/catalogue.ts'
import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { staffOf } from '../../identity/staff/staff.ts'
import type { Case } from '../../reports/somebody-else/case.ts'
import { closeCase, findCase, listCases } from '../../reports/somebody-else/case-store.ts'
import { inContext } from '../../shared/database.ts'
import type { Language } from '../../shared/language.ts'
import { isUuid } from '../../shared/references.ts'
import { notFound } from '../../shared/refusal.ts'
import { textField } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { noteStaffDone } from '../staff-done.ts'
import { renderStaffPage } from '../staff-page.ts'
import { reportOfCase } from './operator-store.ts'
import type { OperatorParts } from './routes.ts'
import { dayOf, messagesOf, words } from './words.ts'

export async function showCases({ db }: OperatorParts, req: Request, res: Response): Promise<void> {
  const cases = await inContext(db, { operator: true }, (tx) => listCases(tx))
  const text = words[req.language].cases
  renderStaffPage(req, res, 'oversight/operator/cases.njk', {
    ...{ title: text.title, words: text },
    cases: cases.map(({ id, kind, openedAt }) => ({
      href: `/operator/cases/${id}`,
      kind: text.kinds[kind],
      opened: text.opened(dayOf(openedAt, req.language)),
    })),
  })
}

export async function showCase(
  { db, vault, events }: OperatorParts,
  req: Request,
  res: Response,
  errors: FieldError[] = [],
): Promise<void> {
  const id = idOf(req)
  const { found, report } = await inContext(db, { operator: true }, async (tx) => ({
    found: await findCase(tx, vault, id),
    report: await reportOfCase(tx, id),
  }))
  if (!found) throw notFound()
  const text = words[req.language].case
  renderStaffPage(req, res, 'oversight/operator/case.njk', {
    ...{ title: text.title, words: text, path: `/operator/cases/${id}`, errors, messages: messagesOf(errors) },
    open: found.state === 'open',
    note: found.note ?? '',
    rows: [
      ...rowsOf(found, req.language),
      ...(report
        ? reportRows(report, findLifeEvent(report.event_type, events)?.words[req.language].short, req.language)
        : []),
    ],
    erased: !report,
  })
}

export async function closeOne(parts: OperatorParts, req: Request, res: Response): Promise<void> {
  const [id, note, now, staff] = [idOf(req), textField(req.body, 'note'), parts.clock(), staffOf(req)]
  if (note === '') {
    return showCase(parts, req, res, [{ field: 'note', message: words[req.language].case.missing }])
  }
  const closed = await inContext(parts.db, { operator: true }, async (tx) => {
    if (!(await closeCase(tx, parts.vault, id, { note, at: now }))) return false
    await recordAction(tx, { staff, action: 'case-closed', target: id, at: now })
    return true
  })
  if (closed) noteStaffDone(req, 'case-closed')
  res.redirect(303, '/operator/cases')
}

function idOf(req: Request): string {
  const id = String(req.params['id'])
  if (!isUuid(id)) throw notFound()
  return id
}

const row = (key: string, value: string) => ({ key: { text: key }, value: { text: value } })

function rowsOf({ kind, openedAt, state }: Case, language: Language) {
  const { cases, case: text } = words[language]
  return [
    row(text.rows.kind, cases.kinds[kind]),
    row(text.rows.opened, dayOf(openedAt, language)),
    row(text.rows.state, text.states[state]),
  ]
}

type Report = NonNullable<Awaited<ReturnType<typeof reportOfCase>>>

function reportRows(
  { reference, event_type: type, submitted_at: at }: Report,
  name: string | undefined,
  language: Language,
) {
  const { rows } = words[language].case
  return [row(rows.reference, reference), row(rows.event, name ?? type), row(rows.sent, dayOf(at, language))]
}
