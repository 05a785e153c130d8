import type { Request, Response } from 'express'
import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { staffOf } from '../../identity/staff/staff.ts'
import { closeCase } from '../../reports/somebody-else/case-store.ts'
import { inContext } from '../../shared/database.ts'
import { textField } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { noteStaffDone } from '../staff-done.ts'
import { renderStaffPage } from '../staff-page.ts'
import { casePath, findOne, listedRows } from './case-page.ts'
import type { OperatorParts } from './routes.ts'
import { messagesOf, words } from './words.ts'

/** The form by itself: without what the case is about, which would have to be opened once more. */
export async function showClosure(
  parts: OperatorParts,
  req: Request,
  res: Response,
  errors: FieldError[] = [],
): Promise<void> {
  const found = await findOne(parts, req)
  const text = words[req.language].case
  renderStaffPage(req, res, 'oversight/operator/case-closure.njk', {
    ...{ title: text.close, words: text, path: casePath(found), errors, messages: messagesOf(errors) },
    open: found.state === 'open',
    rows: listedRows(found, req.language),
  })
}

export async function closeOne(parts: OperatorParts, req: Request, res: Response): Promise<void> {
  const [note, now, staff] = [textField(req.body, 'note'), parts.clock(), staffOf(req)]
  if (note === '') {
    return showClosure(parts, req, res, [{ field: 'note', message: words[req.language].case.missing }])
  }
  const { id } = await findOne(parts, req)
  const closed = await inContext(parts.db, { operator: true }, async (tx) => {
    if (!(await closeCase(tx, parts.vault, id, { note, at: now }))) return false
    await recordAction(tx, { staff, action: 'case-closed', target: id, at: now })
    return true
  })
  if (closed) noteStaffDone(req, 'case-closed')
  res.redirect(303, '/operator/cases')
}
