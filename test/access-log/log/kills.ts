import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { recordDisclosures } from '../../../src/access-log/record.ts'
import { hasUnplaced } from '../../../src/access-log/log/place-store.ts'
import { auditLog, type Kept } from '../../../src/merkle-log/audit.ts'
import { openCheckpoint } from '../../../src/merkle-log/checkpoint.ts'
import { aCitizen, aDisclosure, testVault, type Citizen } from '../../support/access-log.ts'
import type { TestDatabase } from '../../support/database.ts'
import { faultsOfPlaces, readFromDatabase } from '../../support/placed.ts'
import { aSequencer, testLogKey } from '../../support/sequencing.ts'

const PROCESS = fileURLToPath(new URL('../../support/sequencer-process.ts', import.meta.url))
const AT_A_TIME = 5
const RECORDS = 120
const NOTICED_WITHIN = 10_000

/**
 * Kills one sequencer after the other at some moment of its work, while records come in.
 *
 * @returns how many records were acknowledged, and what is not as it should be afterwards.
 */
export async function killSequencers(database: TestDatabase, kills: number) {
  const citizens = await Promise.all(['amira', 'grace', 'llyr'].map((name) => aCitizen(database, testVault(), name)))
  let acknowledged = await record(database, citizens)
  const seen = new Map<number, Kept>()
  let latest = 0
  for (let killed = 0; killed < kills; killed += AT_A_TIME) {
    // However fast this machine is just now: some are killed before they have signed anything, some in it, some after it.
    const begun = performance.now()
    await aSequencer(database).runOnce()
    latest = Math.max(latest, 2 * (performance.now() - begun))
    for (const child of await readyOnes(database, Math.min(AT_A_TIME, kills - killed))) {
      acknowledged += await record(database, citizens)
      child.send('go')
      await pause(Math.random() * latest)
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
      await keepNewest(database, seen)
    }
  }
  await placeAll(database)
  return { acknowledged, faults: await faultsAfter(database, [...seen.values()]), kept: seen.size }
}

/** What a sequencer had in hand that was killed last is its own until the server has noticed. */
async function placeAll(database: TestDatabase): Promise<void> {
  const latest = performance.now() + NOTICED_WITHIN
  do await aSequencer(database).runOnce()
  while ((await hasUnplaced(database.worker)) && performance.now() < latest)
}

/** Several begin at once, since beginning takes much longer than working. */
function readyOnes({ urls }: TestDatabase, number: number): Promise<ChildProcess[]> {
  return Promise.all(
    Array.from({ length: number }, async () => {
      const child = fork(PROCESS, [urls.worker])
      await once(child, 'message')
      return child
    }),
  )
}

async function record({ worker }: TestDatabase, citizens: readonly Citizen[]): Promise<number> {
  const told = Array.from({ length: RECORDS }, (_, at) =>
    aDisclosure({ subjectRef: (citizens[at % citizens.length] as Citizen).subject, registeredAt: new Date() }),
  )
  await recordDisclosures(worker, told)
  return told.length
}

/** What anybody outside could have kept between two kills. */
async function keepNewest({ web }: TestDatabase, seen: Map<number, Kept>): Promise<void> {
  const note = await readFromDatabase(web, testLogKey.name)('checkpoint')
  const head = openCheckpoint(note?.toString() ?? '', testLogKey)
  if (head) seen.set(head.size, { head, name: `the checkpoint of ${head.size}` })
}

async function faultsAfter(database: TestDatabase, kept: readonly Kept[]): Promise<string[]> {
  const { checkpoint, faults } = await auditLog(readFromDatabase(database.web, testLogKey.name), testLogKey, kept)
  const { rows } = await database.owner.raw<{ rows: { records: number; waiting: number }[] }>(
    `select (select count(*) from access_records) as records, (select count(*) from unplaced_access_records) as waiting`,
  )
  const { records, waiting } = rows[0] ?? { records: 0, waiting: 0 }
  return [
    ...faults,
    ...(await faultsOfPlaces(database, testVault())),
    ...(waiting === 0 ? [] : [`${waiting} records wait`]),
    ...(checkpoint?.size === records ? [] : [`${checkpoint?.size ?? 0} entries of ${records} records`]),
  ]
}
