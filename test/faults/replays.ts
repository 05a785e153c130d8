import { accessToken } from '../support/agency.ts'
import type { Db } from '../../src/shared/database.ts'
import type { FaultTown } from './town.ts'

/** The body that takes all that it is told, and now and then asks for some of it once more. */
export const FORGETFUL = 'forgetful'

const AT_ONCE = 3

/** Over HTTP, as its programs do. */
export async function askAgain({ bodies, baseUrl }: FaultTown, chance: (below: number) => number): Promise<void> {
  for (const { agency, taken } of bodies.all.filter(({ id }) => id === FORGETFUL)) {
    const jtis = Array.from({ length: AT_ONCE }, () => taken[chance(taken.length)]?.jti).filter(Boolean)
    if (jtis.length === 0) continue
    const token = await accessToken(baseUrl, baseUrl, agency, 'ssf.manage')
    await fetch(`${baseUrl}/api/replays`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ jtis }),
    })
  }
}

/** Something that is to be sent once more, or was. */
export interface Redelivery {
  deliveryId: string
  state: string
  accessRecords: number
  /** What the citizen's log says became of the disclosure. */
  results: string[]
}

export async function storedRedeliveries(owner: Db): Promise<Redelivery[]> {
  const { rows } = await owner.raw<{ rows: Redelivery[] }>(
    `select r.delivery_id as "deliveryId", r.state, x.made as "accessRecords",
       array(select result from disclosure_results y where y.record_id = r.access_record_id) as results
     from redeliveries r join deliveries d on d.id = r.delivery_id
     cross join lateral (
       select count(*)::int as made from access_records x
       where x.subject_ref = d.subject_ref and x.record_id = r.access_record_id
     ) x order by r.place`,
  )
  return rows
}

/** What should not be: each ends, is a disclosure of its own, and arrived beside what was told first. */
export function wrongAgain(redeliveries: readonly Redelivery[], arrivals: (jti: string) => number): string[] {
  return [...Map.groupBy(redeliveries, ({ deliveryId }) => deliveryId)].flatMap(([jti, all]) => {
    const say = (what: string) => [`${jti}, asked for ${all.length} times more: ${what}`]
    const made = all.filter(({ state }) => state === 'acknowledged')
    return [
      ...(arrivals(jti) >= 1 + made.length ? [] : say(`came ${arrivals(jti)} times, ${made.length} of them again`)),
      ...all.flatMap((one) => (ENDS[one.state]?.(one) ? [] : say(`${one.state}, ${one.accessRecords} access records`))),
    ]
  })
}

/** How one may end, and what must be true then. Taken back meanwhile, it may not be told any more. */
const ENDS: Record<string, (one: Redelivery) => boolean> = {
  acknowledged: ({ accessRecords, results }) => accessRecords === 1 && results.join() === 'made',
  'not-allowed': ({ results }) => ['', 'not-made'].includes(results.join()),
}
