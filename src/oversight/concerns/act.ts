import type { Request, Response } from 'express'
import { waysToSettle } from '../../agreements/concerns/finding.ts'
import { actOpenTo } from '../../agreements/concerns/mediation.ts'
import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { ukToday } from '../../shared/dates.ts'
import { Refusal } from '../../shared/refusal.ts'
import { textField } from '../../web/form.ts'
import { noteStaffDone } from '../staff-done.ts'
import { carryOut } from './do-act.ts'
import { found, showMediation } from './mediation-page.ts'
import { words } from './party.ts'
import { readAct, typedIn } from './read-act.ts'
import type { MediationParts } from './routes.ts'

/** Everything that is done here is published at once, under the name of the body. */
export async function act(parts: MediationParts, req: Request, res: Response): Promise<void> {
  const { db, clock } = parts
  const { party, context, path, mediation } = await found(db, req)
  const now = clock()
  const open = actOpenTo(party, mediation, ukToday(now))
  if (open === undefined || open !== textField(req.body, 'act'))
    throw new Refusal('conflict', 'Not open to this any more')
  const typed = typedIn(req.body)
  const ways = mediation.finding ? waysToSettle(mediation.finding, ukToday(now)) : []
  const read = readAct(typed, { act: open, ways, now }, words[req.language].errors)
  if ('errors' in read) return showMediation(parts, req, res, typed, read.errors)
  await inContext(db, context, async (tx) => {
    const done = await carryOut(tx, open, { mediation, party, doing: read.doing }, now)
    if (!done) throw new Refusal('conflict', 'Not open to this any more')
    const staff = staffOf(req)
    await recordAction(tx, { staff, action: `mediation-${open}`, target: mediation.id, at: now })
  })
  noteStaffDone(req, 'published')
  res.redirect(303, `${path}/${mediation.id}`)
}
