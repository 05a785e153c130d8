import { HOUR, MINUTE, later } from '../../shared/clock.ts'
import { stageSamples, stageTimers, type StagedSample } from './stage-store.ts'
import type { Stage } from './stage.ts'
import { forStaff, type State } from './state.ts'

const PAGE = '/operator/health'
const BODIES = ['dvla', 'hmrc', 'dwp']

/** How deliveries go, as operators see it: a quiet night, a busy day, and one body that was away for a while. */
export const statesOfHealth = (): State[] => [
  look('operator/health', PAGE, aDay),
  look('operator/health/fortnight', `${PAGE}?period=fortnight`, aDay),
  look('operator/health/one-body', `${PAGE}/hmrc`, aDay),
  look('operator/health/nothing-yet', PAGE, ({ tx }) => stageSamples(tx, [])),
]

const look = (name: string, path: string, play: (stage: Stage) => Promise<void>): State =>
  forStaff(name, path, 'operator-one', { play: async (stage) => (await play(stage), { path }) })

async function aDay({ tx, now }: Stage): Promise<void> {
  const samples = Array.from({ length: 24 * 12 }, (_, index) => later(now, -index * 5 * MINUTE))
  await stageSamples(
    tx,
    samples.flatMap((at) => BODIES.map((agencyId, body) => sampleOf(agencyId, body, at, now))),
  )
  await stageTimers(tx, { done: ['forget-expired', 'sample-due'], failing: ['chase-overdue-answers'], at: now })
}

function sampleOf(agency_id: string, body: number, at: Date, now: Date): StagedSample {
  const busy = Math.max(0, Math.round(30 * Math.sin(((at.getUTCHours() - 6) / 14) * Math.PI) - 4 * body))
  const ago = now.getTime() - at.getTime()
  const away = agency_id === 'hmrc' && ago > 3 * HOUR && ago < 6 * HOUR
  const five = new Date(Math.floor(at.getTime() / (5 * MINUTE)) * 5 * MINUTE)
  if (away) {
    const late = 6 * HOUR - ago
    return { ...NOTHING, at: five, agency_id, due: Math.round(late / MINUTE), oldest_due: late / 1000, failed: 4 }
  }
  const slow = Math.round(busy / 6)
  return {
    ...NOTHING,
    at: five,
    agency_id,
    in_flight: slow,
    within_second: busy,
    within_ten_seconds: slow,
    later: slow,
  }
}

const NOTHING = { due: 0, oldest_due: 0, in_flight: 0, failed: 0, within_second: 0, within_ten_seconds: 0, later: 0 }
