import { addArrivals } from '../../access-log/wholeness/arrival-store.ts'
import type { Gap } from '../../access-log/wholeness/gap.ts'
import { keepGaps } from '../../access-log/wholeness/gap-store.ts'
import { DAY, later } from '../../shared/clock.ts'
import { addDays, ukToday } from '../../shared/dates.ts'
import type { Stage } from './stage.ts'
import { forStaff, plain, type State } from './state.ts'

/** Where the access log may not be whole, as citizens, anybody and operators see it. */
export const statesOfWholeness = (): State[] => [
  plain('access/with-gaps', '/access', { play: async (stage) => (await gaps(stage), { path: '/access' }) }),
  plain('access/coverage', '/access/coverage', {
    person: 'nobody',
    play: async (stage) => (await gaps(stage), { path: '/access/coverage' }),
  }),
  forStaff('operator/coverage', '/operator/coverage', 'operator-one', {
    play: async (stage) => (await gaps(stage), { path: '/operator/coverage' }),
  }),
]

/** One of each kind, and one that was closed. */
async function gaps({ tx, now }: Stage): Promise<void> {
  const day = addDays(ukToday(now), -3)
  const ofBodies = ['dvla', 'hmrc', 'dwp'].map((agencyId) => ({ agencyId, accessType: 'consult', counterpartyId: '' }))
  await addArrivals(
    tx,
    ofBodies.map((one) => ({ ...one, day, records: 12 })),
    later(now, -3 * DAY),
  )
  const gap = (agencyId: string, kind: Gap['kind'], more: Partial<Gap> = {}): Gap => ({
    ...{ agencyId, kind, day, otherId: '', expected: null, arrived: null },
    ...more,
  })
  const found = [
    gap('dvla', 'silent'),
    gap('hmrc', 'fewer', { expected: 40, arrived: 12 }),
    gap('dwp', 'exchange', { otherId: 'hmrc', expected: 20, arrived: 3 }),
  ]
  await keepGaps(tx, [...found, gap('dwp', 'uncounted')], later(now, -DAY))
  await keepGaps(tx, found, now)
}
