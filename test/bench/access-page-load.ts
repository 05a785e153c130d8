import { v7 as uuidv7 } from 'uuid'
import { takeIn } from '../../src/access-log/intake/intake.ts'
import { activityUri } from '../../src/agreements/agreement.ts'
import { DAY, later } from '../../src/shared/clock.ts'
import { knownTo, signedIn, type Citizen } from '../support/access-log.ts'
import { anAgency, anAgreement } from '../support/agency.ts'
import type { Client } from '../support/client.ts'
import type { House } from '../support/house.ts'

export const HERS = 10_000
const BODIES = 12
const MONTHS = 12
const A_CALL = 100
/** How many records each of the others has: of a few dozen a month. */
const OF_EACH = 500

/**
 * Somebody with ten thousand records that twelve bodies reported through intake, over a year, among `others` records of
 * other people, by SQL. All of them lie mixed in their months, as they do when they come in day by day.
 */
export async function fill(house: House, others: number): Promise<Citizen & { browser: Client }> {
  const { database, config, baseUrl } = house
  const start = new Date()
  await database.worker.raw('call keep_months(?::date)', [later(start, (MONTHS + 1) * 31 * DAY).toISOString()])
  const bodies = Array.from({ length: BODIES }, (_, number) => `body-${number + 1}`)
  for (const id of bodies) {
    await anAgency(database, { id })
    await anAgreement(database, { id: `${id}-address`, agencyId: id })
  }
  const citizen = await signedIn(house, 'amira')
  const calls = HERS / A_CALL
  for (let call = 0; call < calls; call += 1) {
    const at = later(start, (call * MONTHS * 30 * DAY) / calls)
    const body = bodies[call % BODIES] ?? ''
    const id = await knownTo(database, config.vault, body, citizen.subject)
    const records = Array.from({ length: A_CALL }, () => aRecord(baseUrl, body, id, at))
    const results = await takeIn({ db: database.web, vault: config.vault, clock: () => at, baseUrl }, body, records)
    if (results.some(({ result }) => result !== 'recorded')) throw new Error(JSON.stringify(results[0]))
    await byOthers(house, { rows: Math.round(others / calls), from: at, days: (MONTHS * 30) / calls, baseUrl })
  }
  for (const table of ['access_records', 'unplaced_access_records']) await database.owner.raw(`vacuum analyze ${table}`)
  return citizen
}

const aRecord = (baseUrl: string, body: string, id: string, at: Date) => ({
  record_id: uuidv7(),
  occurred_start: at.toISOString(),
  access_type: 'consult',
  controller: { id: body, unit: 'Casework', system: 'Files' },
  activity_id: activityUri(baseUrl, { id: `${body}-address`, version: 1 }),
  data_categories: ['name', 'address'],
  actor: { kind: 'officer', role: 'caseworker' },
  subject: { id_type: 'pairwise', id },
})

interface Stretch {
  rows: number
  from: Date
  days: number
  baseUrl: string
}

/** In the order of the index, which is several times as fast. */
async function byOthers({ database }: House, { rows, from, days, baseUrl }: Stretch): Promise<void> {
  if (rows < 1) return
  await database.owner.raw(
    `insert into access_records (record_id, subject_ref, registered_at, body_id, controller_id, controller_unit,
       controller_system, trace_id, span_id, name, status, occurred_start, occurred_end, access_type, activity_id, purpose,
       legal_basis, power, agreement_ref, data_categories, actor_kind, actor_role)
     select gen_random_uuid(), sha256(int8send(of)), at, body, body, 'Casework', 'Files', md5(n::text), substr(md5(n::text), 1, 16),
       'consult', 'ok', at, at, 'consult', :base || '/agreements/' || body || '-address/versions/1', 'https://w3id.org/dpv#PublicBenefit',
       '6(1)(e)', 'https://www.legislation.gov.uk/ukpga/1988/52/section/99', body || '-address', '{name,address}', 'officer', 'caseworker'
     from (
       select n, (n % greatest(:people::bigint, 1)) as of, 'body-' || (n % :bodies + 1) as body,
         :from::timestamptz + random() * :days * interval '1 day' as at
       from generate_series(1, :rows::bigint) as n order by sha256(int8send(n % greatest(:people::bigint, 1))), 4
     ) as made`,
    {
      rows,
      bodies: BODIES,
      people: Math.ceil((rows * (HERS / A_CALL)) / OF_EACH),
      from: from.toISOString(),
      days,
      base: baseUrl,
    },
  )
}
