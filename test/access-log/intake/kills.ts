import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { accessToken, anAgency, type TestAgency } from '../../support/agency.ts'
import type { TestDatabase } from '../../support/database.ts'
import { anActivity, aSigningKey, aUse, BASE_URL } from '../../support/intake.ts'

const PROCESS = fileURLToPath(new URL('../../support/intake-process.ts', import.meta.url))
const AT_A_TIME = 5
const CALLS = 8
const RECORDS = 40

// Some are killed before they have begun to write, some in it, some after it.
const LONGEST = 300
// Of the last door, which nobody kills.
const MOST_TRIES = 1000

type Use = ReturnType<typeof aUse>

/**
 * Kills one web process after the other at some moment of taking records in. What was not acknowledged is sent again to
 * the next, as a body does.
 *
 * @returns how many were sent, and what is not as it should be: after each kill, and in the end.
 */
export async function killIntake(database: TestDatabase, kills: number) {
  const dvla = await anAgency(database, { id: 'dvla' })
  const activity = await anActivity(database, { id: 'checks' })
  const signingKey = JSON.stringify(await aSigningKey())
  const faults: string[] = []
  const acknowledged = new Set<string>()
  const waiting: Use[][] = []
  let sent = 0
  for (let killed = 0; killed < kills; killed += AT_A_TIME) {
    const doors = await Promise.all(Array.from({ length: AT_A_TIME }, () => openDoor(database, signingKey, dvla)))
    for (const door of doors.slice(0, kills - killed)) {
      const fresh = Array.from({ length: CALLS }, () => callOf(activity))
      sent += fresh.flat().length
      const calls = [...waiting.splice(0, CALLS), ...fresh].map((records) => handIn(door, records, acknowledged))
      await pause(Math.random() * LONGEST)
      door.child.kill('SIGKILL')
      waiting.push(...(await Promise.all(calls)).flat())
      faults.push(...(await faultsOf(database, acknowledged)))
    }
  }
  const last = await openDoor(database, signingKey, dvla)
  for (let tries = 0; waiting.length > 0 && tries < MOST_TRIES; tries += 1) {
    const calls = waiting.splice(0, CALLS).map((records) => handIn(last, records, acknowledged))
    waiting.push(...(await Promise.all(calls)).flat())
  }
  last.child.kill('SIGKILL')
  faults.push(...(await faultsOf(database, acknowledged)))
  if (waiting.length > 0) faults.push(`${waiting.flat().length} were never acknowledged`)
  return { sent, acknowledged: acknowledged.size, faults }
}

/** @returns what was not taken. */
async function handIn({ report }: Door, records: Use[], acknowledged: Set<string>): Promise<Use[][]> {
  if (!(await report(records).catch(() => false))) return [records]
  for (const { record_id } of records) acknowledged.add(record_id)
  return []
}

const callOf = (activity: string) =>
  Array.from({ length: RECORDS }, (_, index) =>
    aUse(activity, { subject: { type: 'passport', id: String(100_000_000 + index) } }),
  )

interface Door {
  child: ChildProcess
  /** Whether all were acknowledged. */
  report: (records: Use[]) => Promise<boolean>
}

async function openDoor({ urls }: TestDatabase, signingKey: string, dvla: TestAgency): Promise<Door> {
  const child = fork(PROCESS, [urls.web, signingKey])
  const [port] = (await once(child, 'message')) as [number]
  const origin = `http://127.0.0.1:${port}`
  const token = await accessToken(origin, BASE_URL, dvla, 'access-records.write')
  return {
    child,
    async report(records) {
      const response = await fetch(`${origin}/api/access-records`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(records),
      })
      const { results = [] } = (await response.json()) as { results?: { result: string }[] }
      return results.length === records.length && results.every(({ result }) => /^(recorded|duplicate)$/.test(result))
    },
  }
}

/** What was acknowledged stands there once: in the log, in the ledger and in the queue of the sequencer. */
async function faultsOf({ owner }: TestDatabase, acknowledged: ReadonlySet<string>): Promise<string[]> {
  const ids = [...acknowledged]
  const { rows } = await owner.raw<{ rows: { place: string; id: string; times: number }[] }>(
    `select place, id, count(found.record_id) as times
     from unnest(?::uuid[]) as id cross join unnest(array['log', 'ledger', 'queue']) as place
     left join (
       select 'log' as kind, record_id from access_records
       union all select 'ledger', record_id from access_record_ledger
       union all select 'queue', record_id from unplaced_access_records
     ) as found on found.kind = place and found.record_id = id
     group by place, id having count(found.record_id) <> 1`,
    [ids],
  )
  return rows.map(({ place, id, times }) => `${id} stands ${times} times in the ${place}`)
}
