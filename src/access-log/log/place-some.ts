import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Knex } from 'knex'
import { appendToLog } from '../../merkle-log/append.ts'
import type { Head } from '../../merkle-log/check-proof.ts'
import { latestCheckpoint, tryLockLog, type StoredCheckpoint } from '../../merkle-log/checkpoint-store.ts'
import type { SignerKey } from '../../merkle-log/note-key.ts'
import { isAncestor } from '../../merkle-log/prove.ts'
import type { Clock } from '../../shared/clock.ts'
import { inTransaction, type Db } from '../../shared/database.ts'
import { dataKeysOfSubjects } from '../../vault/subject-store.ts'
import type { Vault } from '../../vault/vault.ts'
import { noteUse } from '../use/count-use.ts'
import { noteArrivals } from '../wholeness/arrivals.ts'
import { BEFORE_THE_FIRST, commit, entryHash, entryOf } from './commitment.ts'
import { chainEnds, keepChainEnds, keepPlaces, takeUnplaced, type ChainEnd, type Unplaced } from './place-store.ts'

export interface PlacingParts {
  /** The worker role's. */
  db: Db
  vault: Vault
  clock: Clock
  /** Of the log: its name is the origin. */
  key: SignerKey
}

/** What came of a turn; undefined when another worker has the log in hand. */
export type Turn = { placed: number; checkpoint: StoredCheckpoint } | undefined

/** Somebody outside has seen more of the log, or another one, than there is: after a restore, until a person decides. */
export class LogWentBack extends Error {
  constructor(origin: string, seen: string) {
    super(`${origin} is not what was seen of it outside (${seen}): nothing is signed. Open a new LOG_ORIGIN.`)
    this.name = 'LogWentBack'
  }
}

/**
 * Gives records that have none their places: in the chains of their subjects and in the log. Records, places, chains,
 * tiles and checkpoint change in one transaction.
 *
 * @param held the newest checkpoint known from outside the database.
 * @throws {LogWentBack} {BrokenLog}
 */
export async function placeSome(parts: PlacingParts, wanted: Wanted): Promise<Turn> {
  try {
    return await place(parts, wanted, false)
  } catch (error) {
    if (!isDuplicate(error)) throw error
    return place(parts, wanted, true)
  }
}

interface Wanted {
  held: Head | undefined
  atMost: number
}

const isDuplicate = (error: unknown) => error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION
const UNIQUE_VIOLATION = '23505'

function place({ db, vault, clock, key }: PlacingParts, { held, atMost }: Wanted, onlyNew: boolean): Promise<Turn> {
  return inTransaction(db, async (tx) => {
    const origin = key.name
    if (!(await tryLockLog(tx, origin))) return undefined
    const last = await latestCheckpoint(tx, origin)
    if (held && !(last && (await isAncestor(tx, origin, held, last)))) {
      throw new LogWentBack(origin, `${held.size} entries, ${last?.size ?? 0} here`)
    }
    const records = await takeUnplaced(tx, atMost, onlyNew)
    if (last && records.length === 0) return { placed: 0, checkpoint: last }
    const { links, ends } = await chained(tx, vault, records)
    const { first, ...checkpoint } = await appendToLog(tx, key, {
      entries: links.map(({ entry }) => entry),
      at: clock(),
    })
    const places = links.map((link, at) => ({ ...link, origin, index: first + at }))
    await keepPlaces(tx, origin, places)
    await keepChainEnds(tx, ends)
    await noteArrivals(tx, records, clock())
    await noteUse(tx, records)
    return { placed: records.length, checkpoint }
  })
}

// Between these others have their turn: what a process sends and receives does not wait for a whole batch.
const AT_A_STRETCH = 50

async function chained(tx: Knex.Transaction, vault: Vault, records: readonly Unplaced[]) {
  const subjects = [...new Map(records.map((record) => [refOf(record), record.subject_ref])).values()]
  const keys = await dataKeysOfSubjects(tx, vault, subjects)
  const ends = new Map(
    (await chainEnds(tx, subjects)).map((end) => [`${end.chain} ${end.subjectRef.toString('hex')}`, end]),
  )
  const links = []
  for (const [at, record] of records.entries()) {
    if (at % AT_A_STRETCH === AT_A_STRETCH - 1) await nextTurn()
    const subject = refOf(record)
    const link = linkAfter(ends.get(`${record.chain} ${subject}`))
    const { commitment } = commit(record, keys.get(subject)?.key)
    const entry = entryOf(commitment, link)
    const end: ChainEnd = { subjectRef: record.subject_ref, chain: record.chain, seq: link.seq, prev: entryHash(entry) }
    ends.set(`${record.chain} ${subject}`, end)
    links.push({ ...link, record, commitment, entry })
  }
  return { links, ends: [...ends.values()] }
}

const refOf = ({ subject_ref: ref }: Unplaced) => ref.toString('hex')

const linkAfter = (end: ChainEnd | undefined) => ({ seq: (end?.seq ?? 0) + 1, prev: end?.prev ?? BEFORE_THE_FIRST })
