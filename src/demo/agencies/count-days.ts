import { setTimeout as pause } from 'node:timers/promises'
import { HOUR, later, type Clock } from '../../shared/clock.ts'
import { addDays, ukToday, type CalendarDate } from '../../shared/dates.ts'
import type { Logger } from '../../shared/log.ts'
import { systemsOf } from './bodies/systems.ts'
import type { Body } from './body.ts'
import type { Pace } from './pace.ts'
import type { ServiceClient } from './service-client.ts'
import type { Tally } from './tally.ts'

export interface CountingParts {
  body: Body
  client: Pick<ServiceClient, 'sendCount'>
  tally: Tally
  pace: Pace
  clock: Clock
  logger: Logger
  signal: AbortSignal
}

/**
 * Says of each day that is over, signed, how often the body used data on it: where it has systems that report. Ends with
 * the signal, and never throws.
 */
export async function countDays(parts: CountingParts): Promise<void> {
  const { body, pace, signal, logger } = parts
  const { covered, countsLateBy: lateBy = 0 } = systemsOf(body.id) ?? { covered: [] }
  if (pace.counts === undefined || covered.length === 0) return
  // What an earlier run left undone is reported first, and what was not yet known of us is known by then.
  while (await rest(pace.counts, signal)) {
    try {
      await sendOwed(parts, lateBy)
    } catch (error) {
      logger.debug({ err: error }, 'a sample body could not send its count, and will try again')
    }
  }
}

async function sendOwed({ body, client, tally, clock, logger }: CountingParts, lateBy: number): Promise<void> {
  for (const day of tally.owedUntil(addDays(lastOver(clock()), -lateBy))) {
    const sent = await client.sendCount(day, tally.recordsOn(day))
    if (sent.kind === 'again') return
    if (sent.kind === 'refused') {
      logger.warn({ agency: body.id, status: sent.status }, 'the service refused a sample agency')
    }
    await tally.counted(day)
  }
}

/** By then what happened at the end of it has been reported. */
const lastOver = (now: Date): CalendarDate => addDays(ukToday(later(now, -3 * HOUR)), -1)

const rest = (milliseconds: number, signal: AbortSignal) => pause(milliseconds, true, { signal }).catch(() => false)
