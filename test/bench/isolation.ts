// What a healthy receiver loses to others that hang, dawdle and fail: its rate beside them, against its rate alone.
import { setTimeout as pause } from 'node:timers/promises'
import type { TestDatabase } from '../support/database.ts'
import { sharedNow } from './child.ts'
import { median, printJson, printTable, rounded } from './figures.ts'
import { FAR_AWAY, manyReports } from './many-reports.ts'
import { vault, withBench, type Bench } from './set-up.ts'

// One that takes 0.4 s, one that never answers, one that takes 10 s, and one that fails every other time.
const HEALTHY = 'healthy'
const OTHERS = ['hanging', 'slow', 'flaky']

/** `--short`: to see that it works; its numbers are not to be trusted. */
const short = process.argv.includes('--short')
const ROUNDS = short ? 1 : 5
const REPORTS = short ? 50 : 400

interface Round {
  alone: number
  together: number
}

const rounds = await withBench([HEALTHY, ...OTHERS], async (bench) => {
  await rate(bench, 'alone', REPORTS / 10)
  const measured: Round[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    // Turn about, so that what grows from one to the next favours neither.
    const first = round % 2 === 0 ? 'alone' : 'together'
    const one = await rate(bench, first, REPORTS)
    const other = await rate(bench, first === 'alone' ? 'together' : 'alone', REPORTS)
    measured.push(first === 'alone' ? { alone: one, together: other } : { alone: other, together: one })
  }
  return measured
})

const of = (kind: keyof Round) => rounds.map((round) => round[kind])
printTable('Isolation: deliveries to the healthy receiver, medians of interleaved rounds', [
  { what: 'alone', rounds: of('alone'), unit: 'per s' },
  { what: 'beside one that hangs, one that takes 10 s, one that fails half', rounds: of('together'), unit: 'per s' },
])
printJson({
  name: 'isolation',
  figures: rounded({ alone_per_second: median(of('alone')), together_per_second: median(of('together')) }),
  ratios: rounded({ healthy_to_alone: median(rounds.map(({ alone, together }) => together / alone)) }),
})

/** Deliveries a second to the healthy one, from when so many reports are due, at once, until all of its are settled. */
async function rate({ database, citizen }: Bench, kind: keyof Round, reports: number): Promise<number> {
  await startAfresh(database, kind)
  await manyReports(database, vault, { whose: () => citizen, number: reports, notBefore: FAR_AWAY })
  const begun = sharedNow()
  await database.owner.transaction(async (tx) => {
    await tx('reports').whereNull('fanned_out_at').update({ not_before: new Date() })
    await tx.raw(`select pg_notify('reports', '')`)
  })
  await settled(database)
  return (reports * 1000) / (sharedNow() - begun)
}

/** What the others have not taken is gone, and their streams are new: nothing that was learnt of them is known. */
async function startAfresh({ owner }: TestDatabase, kind: keyof Round): Promise<void> {
  const status = kind === 'alone' ? 'disabled' : 'enabled'
  await owner('subscriptions').whereIn('agency_id', OTHERS).update({ status: 'disabled' })
  // Not what is being settled at this moment: that ends by itself.
  await owner.raw(
    `update deliveries d set state = 'withdrawn', lease = null, leased_until = null
     from (select id from deliveries where state = 'due' for update skip locked) left_over where d.id = left_over.id`,
  )
  await owner('stream_events').delete()
  const others = () => owner('subscriptions').whereIn('agency_id', OTHERS)
  await others().update({ id: owner.raw('gen_random_uuid()') })
  await others().update({ status, changed_at: new Date() })
}

async function settled({ owner }: TestDatabase): Promise<void> {
  for (;;) {
    const { rows } = await owner.raw<{ rows: { unsettled: boolean }[] }>(
      `select exists (select from reports where fanned_out_at is null)
         or exists (select from deliveries where state = 'due' and agency_id = ?) as unsettled`,
      [HEALTHY],
    )
    if (rows[0]?.unsettled === false) return
    await pause(20)
  }
}
