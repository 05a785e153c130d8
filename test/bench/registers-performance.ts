import { figures } from '../../src/oversight/performance/figure.ts'
import { addMonths, monthOf } from '../../src/oversight/performance/month.ts'
import type { Db } from '../../src/shared/database.ts'
import { ukToday } from '../../src/shared/dates.ts'
import { timesOf } from './asked-pages.ts'
import { median, percentile } from './figures.ts'
import type { Compared } from './registers.ts'
import { standingHouse } from './standing-house.ts'

const MONTHS = { '1m': 1, '36m': 36 }
const BODIES = 200
const ROUNDS = 9
const TIMES_A_ROUND = 60

/** The page of all figures with three years of snapshots against one month, each with 200 bodies. */
export async function figuresOverYears(): Promise<Compared> {
  const standing = []
  for (const [name, months] of Object.entries(MONTHS)) {
    const { house, close } = await standingHouse()
    await manyMonths(house.database.owner, months)
    standing.push({ name, close, origin: house.baseUrl, p95: [] as number[] })
  }
  try {
    // As processes that have been running for a while.
    for (const { origin } of standing) await timesOf(origin, ['/performance'], TIMES_A_ROUND)
    // Interleaved, so that a busy machine is busy for both.
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { origin, p95 } of standing)
        p95.push(percentile(await timesOf(origin, ['/performance'], TIMES_A_ROUND), 0.95))
    }
  } finally {
    for (const { close } of standing) await close()
  }
  const [one = [], many = []] = standing.map(({ p95 }) => p95)
  return {
    title: `The page of figures: medians of ${ROUNDS} interleaved rounds`,
    rows: standing.map(({ name, p95 }) => ({ what: `${name} of ${BODIES} bodies, p95`, rounds: p95, unit: 'ms' })),
    figures: Object.fromEntries(standing.map(({ name, p95 }) => [`performance_p95_${name}_ms`, median(p95)])),
    ratios: { performance_p95_36m_to_1m: median(many.map((value, round) => value / (one[round] ?? Number.NaN))) },
  }
}

/** Every figure of so many months that are over, of the service and of each body, as if each had been made in its time. */
async function manyMonths(owner: Db, months: number): Promise<void> {
  const last = addMonths(monthOf(ukToday(new Date())), -1)
  const parts = figures.flatMap(({ id, parts: some, bodies }) => some.map((part) => ({ figure: id, part, bodies })))
  await owner.raw(
    `insert into figure_months (month, made_at)
     select month::date, now() from generate_series(cast(:first as date), cast(:last as date), interval '1 month') month`,
    { first: addMonths(last, 1 - months), last },
  )
  await owner.raw(
    `insert into figure_snapshots (agency_id, month, figure, part, value)
     select case body when 0 then '' else 'body-' || body end, m.month, r.figure, r.part, (body * 7 + extract(month from m.month)) % 100
     from figure_months m cross join jsonb_to_recordset(cast(:parts as jsonb)) as r (figure text, part text, bodies boolean)
     cross join generate_series(0, :bodies) as body where r.bodies or body = 0`,
    { parts: JSON.stringify(parts), bodies: BODIES },
  )
  await owner.raw(
    `insert into running_figures (figure, part, month, value, counted_at)
     select r.figure, r.part, cast(:month as date), 1, now() from jsonb_to_recordset(cast(:parts as jsonb)) as r (figure text, part text)`,
    { parts: JSON.stringify(parts), month: addMonths(last, 1) },
  )
  await owner.raw('vacuum analyze')
}
