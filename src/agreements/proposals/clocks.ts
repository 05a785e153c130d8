import { ukToday, type CalendarDate } from '../../shared/dates.ts'
import { addWorkingDays } from '../../shared/working-days.ts'
import type { Proposal } from './proposal.ts'

/**
 * Working days for each step. A week is enough to find who decides and for them to begin. Twenty is what a public body
 * has to answer anybody who asks it for information (Freedom of Information Act 2000, section 10): another body waits no
 * longer than a citizen.
 */
export const stepDays = { considered: 5, decided: 20 } as const
export type Step = keyof typeof stepDays

export interface Clock {
  /** What has to happen next. */
  step: Step
  /** The last day for it. */
  due: CalendarDate
  late: boolean
}

type Stepping = Pick<Proposal, 'state' | 'proposedAt' | 'consideredAt'>

/** The clock that runs; undefined where nothing is to be decided. */
export function clockOf({ state, proposedAt, consideredAt }: Stepping, today: CalendarDate): Clock | undefined {
  const step = state === 'proposed' ? 'considered' : state === 'considered' ? 'decided' : undefined
  if (!step) return undefined
  const since = step === 'considered' ? proposedAt : (consideredAt ?? proposedAt)
  const due = addWorkingDays(ukToday(since), stepDays[step])
  return { step, due, late: due < today }
}

/** Whether nobody of the named role has been told yet that this very step takes too long. */
export function isToEscalate(proposal: Stepping & Pick<Proposal, 'escalatedAt'>, today: CalendarDate): boolean {
  const { escalatedAt, consideredAt } = proposal
  const done = escalatedAt !== null && (consideredAt === null || escalatedAt > consideredAt)
  return !done && (clockOf(proposal, today)?.late ?? false)
}
