import { ask, type Db } from '../../shared/database.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import type { Gap } from './gap.ts'

/** A gap as it stands. */
export interface FoundGap extends Gap {
  foundAt: Date
  closedAt: Date | null
}

/** Brings what stands open to these gaps. @returns those that are new. */
export async function keepGaps(tx: Db, gaps: readonly Gap[], now: Date): Promise<Gap[]> {
  const columns = [
    gaps.map(({ agencyId }) => agencyId),
    gaps.map(({ kind }) => kind),
    gaps.map(({ day }) => day),
    gaps.map(({ otherId }) => otherId),
  ]
  const GIVEN = 'unnest($1::text[], $2::text[], $3::date[], $4::text[])'
  await ask(tx, {
    name: 'close gaps',
    text: `update coverage_gaps g set closed_at = $5 where closed_at is null
      and (agency_id, kind, day, other_id) not in (select * from ${GIVEN})`,
    values: [...columns, now.toISOString()],
  })
  const found = await ask<{ agency_id: string; kind: string; day: CalendarDate; other_id: string; fresh: boolean }>(
    tx,
    {
      name: 'keep gaps',
      text: `insert into coverage_gaps as g (agency_id, kind, day, other_id, expected, arrived, found_at)
      select *, $7 from unnest($1::text[], $2::text[], $3::date[], $4::text[], $5::bigint[], $6::bigint[])
      on conflict (agency_id, kind, day, other_id) where closed_at is null
        do update set expected = excluded.expected, arrived = excluded.arrived
      returning agency_id, kind, day, other_id, xmax = 0 as fresh`,
      values: [...columns, gaps.map(({ expected }) => expected), gaps.map(({ arrived }) => arrived), now.toISOString()],
    },
  )
  const fresh = found.filter((row) => row.fresh)
  return gaps.filter((gap) =>
    fresh.some(({ agency_id, kind, day, other_id }) =>
      [agency_id === gap.agencyId, kind === gap.kind, day === gap.day, other_id === gap.otherId].every(Boolean),
    ),
  )
}

const GAP = `agency_id as "agencyId", kind, day, other_id as "otherId", expected, arrived, found_at as "foundAt",
  closed_at as "closedAt"`

/** Those that a citizen should know of: where something may be missing from their list. */
export const openGaps = (db: Db): Promise<FoundGap[]> =>
  ask(db, {
    name: 'open gaps',
    text: `select ${GAP} from coverage_gaps where closed_at is null and kind <> 'more' order by agency_id, day`,
    values: [],
  })

/** All that are open, and those that were closed lately. */
export const gapsSince = (db: Db, from: Date): Promise<FoundGap[]> =>
  ask(db, {
    name: 'gaps since',
    text: `select ${GAP} from coverage_gaps where closed_at is null or closed_at >= $1
      order by closed_at is not null, found_at desc, agency_id, day limit 500`,
    values: [from.toISOString()],
  })
