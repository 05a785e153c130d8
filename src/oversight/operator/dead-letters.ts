import type { Request, Response } from 'express'
import { deadLettersOf } from '../../deliveries/dead-letter-store.ts'
import { actOnDeadLetters } from '../../deliveries/dead-letters.ts'
import { staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { notFound } from '../../shared/refusal.ts'
import { textField } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { noteStaffDone } from '../staff-done.ts'
import { renderStaffPage } from '../staff-page.ts'
import { streamHealth, type Health } from './operator-store.ts'
import type { OperatorParts } from './routes.ts'
import { nameOf } from './streams.ts'
import { messagesOf, reasonErrors, words } from './words.ts'

// As many as one transaction takes without others noticing; whoever has more presses again.
const AT_ONCE = 1000

/** Across all bodies: how many, never which. */
export async function showDeadLetters({ db }: OperatorParts, req: Request, res: Response): Promise<void> {
  const all = await inContext(db, { operator: true }, streamHealth)
  const text = words[req.language].deadLetters
  const streams = all
    .filter(({ givenUp }) => givenUp > 0)
    .map((health) => ({
      href: `/operator/dead-letters/${health.id}`,
      name: nameOf(health, req.language),
      count: text.count(health.givenUp),
    }))
  renderStaffPage(req, res, 'oversight/operator/dead-letters.njk', { title: text.title, words: text, streams })
}

export async function showDeadLettersOf(
  parts: OperatorParts,
  req: Request,
  res: Response,
  typed = { act: '', reason: '' },
  errors: FieldError[] = [],
): Promise<void> {
  const health = await found(parts, req)
  const text = words[req.language].deadLetter
  renderStaffPage(req, res, 'oversight/operator/dead-letter.njk', {
    ...{ title: text.title(nameOf(health, req.language)), words: text, typed, errors },
    ...{ path: `/operator/dead-letters/${health.id}`, lead: text.lead(health.givenUp), messages: messagesOf(errors) },
    acts: Object.entries(text.acts).map(([value, label]) => ({ value, text: label, checked: typed.act === value })),
    some: health.givenUp > 0,
  })
}

/** For the body, with a reason that it can read. */
export async function decideDeadLetters(parts: OperatorParts, req: Request, res: Response): Promise<void> {
  const { id: stream, agencyId } = await found(parts, req)
  const typed = { act: textField(req.body, 'act'), reason: textField(req.body, 'reason') }
  const { act, reason } = typed
  const isAct = act === 'redrive' || act === 'discard'
  const errors = [
    ...(isAct ? [] : [{ field: 'act', message: words[req.language].deadLetter.missingAct }]),
    ...reasonErrors(reason, req.language),
  ]
  if (errors.length > 0 || !isAct) return showDeadLettersOf(parts, req, res, typed, errors)
  const [staff, now] = [staffOf(req), parts.clock()]
  const affected = await inContext(parts.db, { operator: true, agency: agencyId }, async (tx) => {
    const ids = await deadLettersOf(tx, agencyId, stream, AT_ONCE)
    return actOnDeadLetters(tx, { act, staff, agencyId, ids, reason, stream }, now)
  })
  noteStaffDone(req, act === 'redrive' ? 'redriven-for-body' : 'discarded-for-body', affected.length)
  res.redirect(303, '/operator/dead-letters')
}

async function found({ db }: OperatorParts, req: Request): Promise<Health> {
  const all = await inContext(db, { operator: true }, streamHealth)
  const health = all.find(({ id }) => id === req.params['stream'])
  if (!health) throw notFound()
  return health
}
