import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { agencyOf, staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { isUuid } from '../../shared/references.ts'
import { notFound } from '../../shared/refusal.ts'
import { addStreamEvent } from '../../subscriptions/stream-event-store.ts'
import { setStreamStatus } from '../../subscriptions/stream-store.ts'
import type { Status } from '../../subscriptions/subscription.ts'
import { lockSubscription } from './load-store.ts'
import { readReason } from './reason.ts'
import type { ConsoleParts } from './routes.ts'
import { showStream } from './streams.ts'

/** What is paused is kept until it is on again; its own system is told, since its own people did it, not its programs. */
export async function pauseStream(parts: ConsoleParts, req: Request, res: Response): Promise<void> {
  const reason = readReason(req.body, req.language)
  if (reason.errors.length > 0) return showStream(parts, req, res, reason)
  await setStatus(parts, req, { status: 'paused', reason: reason.text })
  res.redirect(303, `/agency/streams/${String(req.params['id'])}`)
}

export async function resumeStream(parts: ConsoleParts, req: Request, res: Response): Promise<void> {
  await setStatus(parts, req, { status: 'enabled', reason: null })
  res.redirect(303, `/agency/streams/${String(req.params['id'])}`)
}

async function setStatus(parts: ConsoleParts, req: Request, to: { status: Status; reason: string | null }) {
  const [agency, id] = [agencyOf(req), String(req.params['id'])]
  if (!isUuid(id)) throw notFound()
  const now = parts.clock()
  await inContext(parts.db, { agency }, async (tx) => {
    const stream = await lockSubscription(tx, agency, id)
    if (!stream) throw notFound()
    if (stream.status === to.status) return
    await setStreamStatus(tx, id, to, now)
    if (stream.method !== 'inbox') await tellItself(tx, { agency, id, to }, now)
    const action = to.status === 'paused' ? 'stream-paused' : 'stream-resumed'
    await recordAction(tx, { staff: staffOf(req), action, target: id, reason: to.reason ?? undefined, at: now })
  })
}

type Change = { agency: string; id: string; to: { status: Status; reason: string | null } }

const tellItself = (tx: Parameters<typeof addStreamEvent>[0], { agency, id, to }: Change, now: Date) =>
  addStreamEvent(
    tx,
    {
      ...{ id: randomUUID(), subscriptionId: id, agencyId: agency, kind: 'stream-updated' },
      content: { status: to.status, ...(to.reason !== null && { reason: to.reason }) },
    },
    now,
  )
