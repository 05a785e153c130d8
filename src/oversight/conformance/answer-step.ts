import type { Request, Response } from 'express'
import { findRun } from '../../deliveries/conformance/run-store.ts'
import { answerByHand } from '../../deliveries/conformance/token-answer-store.ts'
import { agencyOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { isUuid } from '../../shared/references.ts'
import { notFound } from '../../shared/refusal.ts'
import { textField } from '../../web/form.ts'
import type { ConformanceParts } from './routes.ts'
import { isByHand, showRun, type Choice } from './run.ts'
import { words } from './tried-stream.ts'

const RIGHT = { good: 'taken', duplicate: 'already', withdrawal: 'undone' } as const satisfies Record<string, Choice>

/** What somebody who reads in the browser would do with a made-up message. */
export async function answerStep(parts: ConformanceParts, req: Request, res: Response): Promise<void> {
  const [id, step, choice] = [String(req.params['run']), textField(req.body, 'step'), textField(req.body, 'answer')]
  if (!isUuid(id) || !isByHand(step)) throw notFound()
  if (!Object.hasOwn(words.en.byHand.options, choice)) {
    return showRun(parts, req, res, [{ field: 'answer', message: words[req.language].byHand.missing }])
  }
  const answer = { kind: choice === RIGHT[step] ? ('accepted' as const) : ('refused' as const), code: choice }
  await inContext(parts.db, { agency: agencyOf(req) }, async (tx) => {
    const run = await findRun(tx, id)
    if (run?.method !== 'inbox') throw notFound()
    await answerByHand(tx, id, step, answer, parts.clock())
  })
  res.redirect(303, `/agency/conformance/runs/${id}`)
}
