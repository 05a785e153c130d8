import { setTimeout as wait } from 'node:timers/promises'
import { SECOND, type Clock } from '../../shared/clock.ts'
import { ukToday } from '../../shared/dates.ts'
import type { Logger } from '../../shared/log.ts'
import type { Body, Look } from './body.ts'
import type { Journal } from './journal.ts'
import type { Sent, ServiceClient } from './service-client.ts'
import type { Tally } from './tally.ts'
import type { PlannedStep, Work } from './work.ts'

export interface WorkParts {
  body: Body
  journal: Journal<Work>
  client: ServiceClient
  tally: Pick<Tally, 'reported'>
  clock: Clock
  logger: Logger
  /** Ends all waiting. */
  signal: AbortSignal
}

// The service may be restarting; what is left undone then is taken up at the body's own next start.
const TRIES = 8
const FIRST_PAUSE = SECOND / 4

/** Does what is planned, each step at its time, and notes each as done. Never throws. */
export async function doWork(parts: WorkParts, jti: string, work: Work, done = 0): Promise<void> {
  const { journal, logger, body, signal } = parts
  try {
    for (const [index, step] of work.steps.entries()) {
      if (index < done) continue
      await wait(Math.max(0, Date.parse(step.at) - parts.clock().getTime()), undefined, { signal })
      // A later token about the same has put an end to it.
      if (index < (journal.find(jti)?.done ?? 0)) return
      await tryStep(parts, jti, work, step)
      await journal.advance(jti, index + 1)
    }
  } catch (error) {
    if (!signal.aborted) logger.warn({ err: error, agency: body.id }, 'a sample agency left a step undone')
  }
}

async function tryStep(parts: WorkParts, jti: string, work: Work, step: PlannedStep): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const sent = await perform(parts, jti, work, step).catch((error: unknown) => ({ kind: 'failed' as const, error }))
    if (sent.kind === 'sent') return
    if (sent.kind === 'refused') {
      return parts.logger.warn({ agency: parts.body.id, status: sent.status }, 'the service refused a sample agency')
    }
    if (attempt === TRIES) throw sent.kind === 'failed' ? sent.error : new Error(`answered ${sent.status}`)
    await wait(FIRST_PAUSE * 2 ** attempt, undefined, { signal: parts.signal })
  }
}

async function perform(parts: WorkParts, jti: string, work: Work, step: PlannedStep): Promise<Sent> {
  if ('outcome' in step) return parts.client.sendOutcome(jti, step.outcome)
  const look = lookUnder(parts.body, work.agreementId)
  if (!look) return { kind: 'sent' }
  const record = await accessRecord(parts, jti, work, { ...look, recordId: step.look, at: step.at })
  const sent = await parts.client.reportAccess(record)
  if (sent.kind === 'sent') await parts.tally.reported(step.look, ukToday(new Date(step.at)))
  return sent
}

function lookUnder({ subscriptions }: Body, agreementId: string): Look | undefined {
  const agreements = subscriptions.flatMap((subscription) => subscription.agreements)
  return agreements.find(({ id }) => id === agreementId)?.look
}

/** Who looked, at what, when and under which agreement. */
async function accessRecord(
  { body, client }: WorkParts,
  jti: string,
  work: Work,
  look: Look & { recordId: string; at: string },
) {
  return {
    record_id: look.recordId,
    ...traceOf(work, look.recordId),
    name: look.name,
    occurred_start: look.at,
    occurred_end: look.at,
    access_type: look.accessType,
    controller: { id: body.id, unit: look.unit, system: look.system },
    ...(look.activity === undefined
      ? { activity_id: await client.activityOf(work.agreementId), agreement_ref: work.agreementId }
      : { activity_id: client.ownActivity(look.activity) }),
    life_event_ref: jti,
    data_categories: look.dataCategories,
    actor: look.actor,
    subject: { id_type: 'pairwise', id: work.personId },
  }
}

/** A step of the trace that the push began, or a trace of its own. */
function traceOf({ traceparent }: Work, recordId: string) {
  const [, trace, parent] = traceparent?.split('-') ?? []
  const own = recordId.replaceAll('-', '')
  const span_id = own.slice(16)
  if (!trace || !parent) return { trace_id: own, span_id }
  return { trace_id: trace, span_id, parent_span_id: parent }
}
