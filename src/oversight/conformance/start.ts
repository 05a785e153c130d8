import type { Request, Response } from 'express'
import { startRun } from '../../deliveries/conformance/start-run.ts'
import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { agencyOf, staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { ukToday } from '../../shared/dates.ts'
import { notFound } from '../../shared/refusal.ts'
import { listSubscriptions } from '../../subscriptions/subscription-store.ts'
import { renderStaffPage } from '../staff-page.ts'
import type { ConformanceParts } from './routes.ts'
import { words } from './tried-stream.ts'

/** Queues a run for the workers, and leads to where its results come in. */
export async function startARun({ db, clock }: ConformanceParts, req: Request, res: Response): Promise<void> {
  const [agency, staff, now] = [agencyOf(req), staffOf(req), clock()]
  const started = await inContext(db, { agency }, async (tx) => {
    const stream = (await listSubscriptions(tx, [agency])).find(({ id }) => id === req.params['stream'])
    if (!stream) throw notFound()
    const run = await startRun(tx, { stream, startedBy: staff.id, now, today: ukToday(now) })
    if (run.kind === 'started') {
      await recordAction(tx, { staff, action: 'conformance-run-started', target: stream.id, at: now })
    }
    return run
  })
  if (started.kind === 'started') return res.redirect(303, `/agency/conformance/runs/${started.runId}`)
  const { refused } = words[req.language]
  const page = { title: refused.title, text: refused[started.why], back: refused.back, status: 409 }
  renderStaffPage(req, res, 'oversight/conformance/refused.njk', page)
}
