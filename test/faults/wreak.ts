import { setTimeout as pause } from 'node:timers/promises'
import { accessToken } from '../support/agency.ts'
import { addBallast } from './deliveries-store.ts'
import type { DurablePostgres, HowKilled } from './durable-postgres.ts'
import type { Kept } from './kept-process.ts'
import { pace } from './settings.ts'
import type { FaultTown } from './town.ts'

/** A fault that was injected. */
export interface Injected {
  what: FaultKind
  at: Date
  /** When what it broke worked again. */
  until: Date
}

export type FaultKind =
  | 'worker killed'
  | 'web killed'
  | 'database killed'
  | typeof STOPPED
  | 'worker asked to end'
  | 'connections terminated'
  | 'disk full'

export const STOPPED = 'worker stopped for longer than its lease'
const STOP = pace.lease + 1000

export interface Wreaking {
  chance: (below: number) => number
  postgres?: DurablePostgres | undefined
  /** How often each, in an order of chance. */
  plan: Partial<Record<FaultKind, number>>
  /** Milliseconds between two at most … */
  gap: number
  /** … and for all of them: on a machine that is too slow for the whole plan, what is left of it is left. */
  within: number
}

/** Injects each fault of the plan, at points of chance. @returns what was done when. */
export async function wreak(town: FaultTown, { chance, postgres, plan, gap, within }: Wreaking): Promise<Injected[]> {
  const until = Date.now() + within
  const kinds = Object.entries(plan).flatMap(([kind, often]) => Array.from({ length: often }, () => kind as FaultKind))
  const done: Injected[] = []
  // One of each first, for a machine that is too slow for all of them.
  const each = [...new Set(kinds)]
  const others = kinds.filter((kind, index) => kinds.indexOf(kind) < index)
  for (const what of [...shuffled(each, chance), ...shuffled(others, chance)]) {
    if (Date.now() > until) break
    await pause(chance(gap))
    const at = new Date()
    await inject[what]({ town, chance, postgres })
    await again(() => town.database.owner.raw('select 1'))
    const lasts = what === STOPPED ? STOP : 0
    done.push({ what, at, until: new Date(Date.now() + lasts) })
  }
  return done
}

interface Scene {
  town: FaultTown
  chance: (below: number) => number
  postgres: DurablePostgres | undefined
}

const inject: Record<FaultKind, (scene: Scene) => Promise<unknown>> = {
  async 'worker killed'(scene) {
    await hit(aWorker(scene), 'SIGKILL', scene)
  },
  async 'web killed'(scene) {
    await hit(scene.town.web, 'SIGKILL', scene)
  },
  async 'worker asked to end'(scene) {
    await hit(aWorker(scene), 'SIGTERM', scene)
  },
  async [STOPPED](scene) {
    const worker = aWorker(scene)
    await worker.works()
    worker.signal('SIGSTOP')
    setTimeout(() => worker.signal('SIGCONT'), STOP)
  },
  async 'database killed'({ postgres, chance }) {
    const how = (['all', 'first process', 'one connection'] satisfies HowKilled[])[chance(3)] ?? 'all'
    await postgres?.kill(how)
    if (how !== 'one connection') await postgres?.start()
  },
  'connections terminated': ({ town }) =>
    // A role may end its own, here its pool's too.
    Promise.allSettled([town.database.worker.raw(TERMINATE), town.database.web.raw(TERMINATE)]),
  async 'disk full'({ town, postgres }) {
    if (!postgres) return
    await again(() => addBallast(town.database.owner))
    const before = await postgres.refusals()
    await postgres.fillDisk()
    for (let waits = 0; waits < MOST_WAITS && (await postgres.refusals()) < before + SOME; waits += 1) await pause(200)
    await postgres.kill('all')
    await postgres.start()
  },
}

// A disk is full until several writes were refused, or as long as this if people report too little for that.
const SOME = 5
const MOST_WAITS = 150

/** Connections of ours may have been cut by the fault before. */
async function again(work: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const failed = await work().then(
      () => false,
      () => true,
    )
    if (!failed) return
    await pause(100)
  }
  throw new Error('The database does not come back')
}

const TERMINATE = `select pg_terminate_backend(pid) from pg_stat_activity
  where usename = current_user and datname = current_database() and pid <> pg_backend_pid() and random() < 0.6`

const aWorker = ({ town, chance }: Scene) => town.workers[chance(town.workers.length)] ?? town.web

/** Now and then while it is still starting. */
async function hit(kept: Kept, signal: NodeJS.Signals, { chance }: Scene): Promise<void> {
  if (chance(4) > 0) await kept.works()
  await pause(chance(200))
  kept.signal(signal)
}

function shuffled<Item>(items: readonly Item[], chance: (below: number) => number): Item[] {
  return items
    .map((item) => ({ item, place: chance(2 ** 30) }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ item }) => item)
}

/** As its people do: when it said by mistake that it is gone, it says that it is there, over HTTP. */
export async function bringBack({ bodies, database, baseUrl }: FaultTown): Promise<void> {
  for (const { streamId, agency } of bodies.all.filter(({ id }) => id === 'gone')) {
    const [status] = await database.owner('subscriptions').where({ id: streamId }).pluck<string[]>('status')
    if (status !== 'paused') continue
    const token = await accessToken(baseUrl, baseUrl, agency, 'ssf.manage')
    await fetch(`${baseUrl}/ssf/status`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ stream_id: streamId, status: 'enabled' }),
    })
  }
}
