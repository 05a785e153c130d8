import type { Request, Response } from 'express'
import type { Knex } from 'knex'
import { listActions, recordAction } from '../../identity/staff/staff-action-store.ts'
import { staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { notFound } from '../../shared/refusal.ts'
import { askForResync } from '../../subscriptions/resync.ts'
import { lockStream } from '../../subscriptions/stream-store.ts'
import { textField } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { changeStreamStatus } from '../set-stream-status.ts'
import { noteStaffDone, type StaffDone } from '../staff-done.ts'
import { renderStaffPage } from '../staff-page.ts'
import { streamHealth, type Health } from './operator-store.ts'
import type { OperatorParts } from './routes.ts'
import { isStreamAct, possibleWith, type StreamAct } from './stream-act.ts'
import { cardOf } from './streams.ts'
import { dayOf, messagesOf, reasonErrors, words } from './words.ts'

// What staff of a body did with everything of it stands in one list.
const MOST_ACTIONS = 200
// As long as a receiver's own reason may be (SSF 1.0, section 8.1.2.2, wants a short one).
const LONGEST_REASON = 255

/** One stream: how it does, what an operator can do with it, and what was done. */
export async function showStream(
  { db, baseUrl }: OperatorParts,
  req: Request,
  res: Response,
  typed = { act: '', reason: '' },
  errors: FieldError[] = [],
): Promise<void> {
  const { health, actions } = await inContext(db, { operator: true }, async (tx) => {
    const health = await found(tx, req)
    return { health, actions: await listActions(tx, health.agencyId, MOST_ACTIONS) }
  })
  const text = words[req.language].stream
  const { agency, streams } = words[req.language]
  const shown = cardOf(health, req.language)
  renderStaffPage(req, res, 'oversight/operator/stream.njk', {
    ...{ title: shown.name, words: text, failing: streams.failing, stream: shown, typed, errors },
    ...{ path: shown.href, messages: messagesOf(errors) },
    acts: possibleWith(health, baseUrl).map((value) => ({
      ...{ value, text: text.acts[value], hint: { text: text.hints[value] }, checked: typed.act === value },
    })),
    history: actions.flatMap(({ action, target, by, byId, at, reason }) => {
      const what = target === health.id ? text.actions[action] : undefined
      const who = by ?? (byId === null ? agency.byFile : streams.byUs)
      return what ? [{ line: agency.by(what, who, dayOf(at, req.language)), reason: reason ?? '' }] : []
    }),
  })
}

/** For the body, with a reason that it can read. */
export async function actOnStream(parts: OperatorParts, req: Request, res: Response): Promise<void> {
  const typed = { act: textField(req.body, 'act'), reason: textField(req.body, 'reason') }
  const { act, reason } = typed
  const errors = [
    ...(isStreamAct(act) ? [] : [{ field: 'act', message: words[req.language].agency.missingAct }]),
    ...reasonErrors(reason, req.language, LONGEST_REASON),
  ]
  if (errors.length > 0 || !isStreamAct(act)) return showStream(parts, req, res, typed, errors)
  const { id, agencyId } = await inContext(parts.db, { operator: true }, (tx) => found(tx, req))
  const done = await inContext(parts.db, { operator: true, agency: agencyId }, (tx) =>
    carryOut(parts, tx, { req, act, id, agencyId, reason }),
  )
  if (done) noteStaffDone(req, done)
  res.redirect(303, `/operator/streams/${id}`)
}

async function found(tx: Knex.Transaction, req: Request): Promise<Health> {
  const health = (await streamHealth(tx)).find(({ id }) => id === req.params['id'])
  if (!health) throw notFound()
  return health
}

interface Acting {
  req: Request
  act: StreamAct
  id: string
  agencyId: string
  reason: string
}

/** @returns undefined when a colleague was faster. */
async function carryOut(
  { baseUrl, clock }: OperatorParts,
  tx: Knex.Transaction,
  { req, act, id, agencyId, reason }: Acting,
): Promise<StaffDone['what'] | undefined> {
  const [staff, now] = [staffOf(req), clock()]
  if (act === 'resync') {
    const stream = await lockStream(tx, agencyId, id)
    if (!stream) throw notFound()
    await askForResync(tx, stream, { baseUrl, reason, now })
    await recordAction(tx, { staff, agencyId, action: 'resync-asked', target: id, reason, at: now })
    return 'resync-asked'
  }
  const status = act === 'pause' ? 'paused' : 'enabled'
  const changed = await changeStreamStatus(tx, { staff, agencyId, id, status, reason }, now)
  return changed ? (act === 'pause' ? 'stream-paused' : 'stream-resumed') : undefined
}
