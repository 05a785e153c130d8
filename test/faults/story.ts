import { setTimeout as pause } from 'node:timers/promises'
import { DAY } from '../../src/shared/clock.ts'
import { seeded } from '../support/seeded.ts'
import type { TestDatabase } from '../support/database.ts'
import { NEVER } from './bodies.ts'
import { aCitizen, live, look, type Citizen } from './citizens.ts'
import type { DurablePostgres } from './durable-postgres.ts'
import { askAgain } from './replays.ts'
import { openTown, type FaultTown } from './town.ts'
import { bringBack, wreak, type Injected, type Wreaking } from './wreak.ts'

export interface Story {
  seed: number
  database: TestDatabase
  postgres?: DurablePostgres
  workers: number
  personas: string[]
  /** Bodies that are not there: those whose ends take days. */
  without?: string[]
  /** Nobody waits for anything that would take seconds. */
  brisk?: boolean
  plan: Wreaking['plan']
  gap: number
  within: number
}

/** What there is to be judged when all is over. */
export interface Aftermath {
  town: FaultTown
  citizens: Citizen[]
  faults: Injected[]
}

/** Citizens report while faults are injected; then these end, and weeks pass until nothing is left to be sent. */
export async function tell(story: Story, judge: (aftermath: Aftermath) => Promise<void>): Promise<void> {
  const { seed, database, postgres, plan, gap, within, workers, without = [], brisk = false } = story
  const chance = seeded(seed)
  const town = await openTown(database, { workers, brisk, chance: seeded(chance(2 ** 30)), without })
  try {
    const citizens: Citizen[] = []
    for (const persona of story.personas) citizens.push(await aCitizen(town.baseUrl, persona))
    let over = false
    const lives = citizens.map((citizen) => live(citizen, seeded(chance(2 ** 30)), () => over))
    const memory = seeded(chance(2 ** 30))
    const people = keepOn(
      () => lookAfter(town, memory),
      () => over,
    )
    const faults = await Promise.race([wreak(town, { chance, postgres, plan, gap, within }), failureOf(lives)])
    over = true
    town.bodies.calm()
    await Promise.all([...lives, people, untilItAnswers(town)])
    await weeksPass(town)
    for (const citizen of citizens) for (const report of citizen.accepted) await look(citizen, report)
    await judge({ town, citizens, faults })
  } finally {
    await town.close()
  }
}

async function failureOf(lives: Promise<void>[]): Promise<never> {
  await Promise.all(lives)
  throw new Error('Citizens stopped reporting before all faults were injected')
}

/** What people do meanwhile. One person reports as often here as no person would. */
async function lookAfter(town: FaultTown, chance: (below: number) => number): Promise<void> {
  await town.database.owner('rate_limits').delete()
  await bringBack(town)
  await askAgain(town, chance)
}

async function keepOn(work: () => Promise<void>, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    // The database, or the way to it, is away: then it is done a moment later.
    await work().catch(() => undefined)
    await pause(500)
  }
}

/** The last fault may have been to the database, and our own connections know nothing of it yet. */
async function untilItAnswers({ database }: FaultTown): Promise<void> {
  for (let answers = 0; answers < 10;) {
    const answered = await database.owner.raw('select 1').then(
      () => true,
      () => false,
    )
    answers = answered ? answers + 1 : 0
    await pause(50)
  }
}

const WINDOW = 8 * DAY

/** A day for those who asked for time, and for the one that refuses everything a week for each thing it is told. */
async function weeksPass(town: FaultTown): Promise<void> {
  for (let ahead = 0; (await open(town)).length > 0; ahead += WINDOW) {
    if (ahead > 6 * WINDOW) throw new Error(`It never ends: ${JSON.stringify(await open(town))}`)
    if (ahead > 0) await town.later(ahead)
    const until = new Date(Date.now() + ahead)
    while ((await open(town)).some((one) => isAwaited(one, until))) {
      await bringBack(town)
      await pause(200)
    }
  }
}

interface Open {
  agency_id: string
  due_since: Date
  next_attempt_at: Date
}

const open = async ({ database: { owner } }: FaultTown) =>
  (
    await owner.raw<{ rows: Open[] }>(
      `select agency_id, coalesce(not_before, created_at) as due_since, next_attempt_at from deliveries where state = 'due'
       union all select agency_id, created_at, next_attempt_at from redeliveries where state = 'due'
       union all select 'nobody yet', submitted_at, submitted_at from reports where fanned_out_at is null
       union all select 'nobody yet', created_at, created_at from follow_ups where fanned_out_at is null`,
    )
  ).rows

/** It ends by itself before anybody's clock says anything later than this. */
const isAwaited = ({ agency_id, due_since, next_attempt_at }: Open, until: Date) =>
  agency_id === NEVER
    ? due_since.getTime() + 7 * DAY <= until.getTime()
    : next_attempt_at.getTime() < until.getTime() + DAY / 2
