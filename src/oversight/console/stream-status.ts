import type { Request, Response } from 'express'
import { agencyOf, staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { changeStreamStatus, type StreamChange } from '../set-stream-status.ts'
import { noteStaffDone } from '../staff-done.ts'
import { readReason } from './reason.ts'
import type { ConsoleParts } from './routes.ts'
import { showStream } from './streams.ts'

/** What is paused is kept until it is on again. */
export async function pauseStream(parts: ConsoleParts, req: Request, res: Response): Promise<void> {
  const reason = readReason(req.body, req.language)
  if (reason.errors.length > 0) return showStream(parts, req, res, reason)
  await setStatus(parts, req, res, { status: 'paused', reason: reason.text })
}

export async function resumeStream(parts: ConsoleParts, req: Request, res: Response): Promise<void> {
  await setStatus(parts, req, res, { status: 'enabled', reason: null })
}

type Wanted = Pick<StreamChange, 'status' | 'reason'>

async function setStatus({ db, clock }: ConsoleParts, req: Request, res: Response, to: Wanted): Promise<void> {
  const [agencyId, staff, id] = [agencyOf(req), staffOf(req), String(req.params['id'])]
  const changed = await inContext(db, { agency: agencyId }, (tx) =>
    changeStreamStatus(tx, { staff, agencyId, id, ...to }, clock()),
  )
  if (changed) noteStaffDone(req, to.status === 'paused' ? 'stream-paused' : 'stream-resumed')
  res.redirect(303, `/agency/streams/${id}`)
}
