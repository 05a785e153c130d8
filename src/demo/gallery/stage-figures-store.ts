import { figures } from '../../oversight/performance/figure.ts'
import { addMonths, monthOf, monthsUpTo } from '../../oversight/performance/month.ts'
import { ukToday } from '../../shared/dates.ts'
import type { Stage } from './stage.ts'

const BODIES = ['', 'dvla', 'hmrc', 'dwp']

/** Figures of so many months, beside those that are there, as a service that has run for that long would have them, and of the month that runs. */
export async function stageFigures({ tx, now }: Stage, count: number): Promise<void> {
  const running = monthOf(ukToday(now))
  const months = monthsUpTo(addMonths(running, -1), count)
  await tx('figure_months')
    .insert(months.map((month) => ({ month, made_at: now })))
    .onConflict()
    .ignore()
  await tx('figure_snapshots')
    .insert(
      months.flatMap((month, index) =>
        BODIES.flatMap((agency_id, body) =>
          partsOf(agency_id).map(({ figure, part }, at) => ({
            ...{ agency_id, month, figure, part },
            value: (at + index + body) % 11 === 10 ? null : ((at * 7 + index * 3) % 40) + 50 - body,
          })),
        ),
      ),
    )
    .onConflict()
    .ignore()
  await tx('running_figures').delete()
  await tx('running_figures').insert(
    partsOf('').map(({ figure, part }, at) => ({ figure, part, month: running, value: at, counted_at: now })),
  )
}

const partsOf = (agencyId: string) =>
  figures
    .filter(({ bodies }) => agencyId === '' || bodies)
    .flatMap(({ id, parts }) => [...parts, ...eventsOf(id, agencyId)].map((part) => ({ figure: id, part })))

const eventsOf = (id: string, agencyId: string) =>
  id === 'completion' && agencyId === '' ? ['change-of-address', 'birth'] : []
