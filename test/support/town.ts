import { lifeEvents } from '../../src/catalogue/catalogue.ts'
import type { LifeEvent } from '../../src/catalogue/life-event.ts'
import { onlyAbout } from '../../src/demo/agencies/agencies-file.ts'
import { immediatePace, type Pace } from '../../src/demo/agencies/pace.ts'
import { startSampleAgencies, type SampleAgencies } from '../../src/demo/agencies/sample-agencies.ts'
import { createWorker, type Worker } from '../../src/deliveries/worker.ts'
import { applyAgenciesFile } from '../../src/subscriptions/apply-agencies-file.ts'
import { startHouse, type House } from './house.ts'

/** The house with everybody around it: the sample agencies on ports of their own, and a worker that tells them. */
export interface Town {
  house: House
  agencies: SampleAgencies
  worker: Worker
  close(): Promise<void>
}

export interface TownDetails {
  /** All of the catalogue unless said otherwise. */
  events?: readonly LifeEvent[]
  /** What to write into the sample agencies' file before it is applied. */
  amend?: (file: SampleAgencies['file']) => unknown
}

export async function startTown(pace: Pace = immediatePace, { events, amend }: TownDetails = {}): Promise<Town> {
  const house = await startHouse({}, events && { events })
  const { baseUrl, clock, logger, database, config } = house
  const { vault } = config
  const agencies = await startSampleAgencies({ baseUrl, pace, clock })
  const rules = { lifeEvents: events ?? lifeEvents, allowLoopback: true, now: clock() }
  const types = rules.lifeEvents.map(({ type }) => type)
  const file = onlyAbout(types, agencies.file)
  await applyAgenciesFile(database.worker, vault, amend?.(file) ?? file, rules)
  const worker = createWorker({
    ...{ db: database.worker, vault, clock, logger, baseUrl },
    signingKeys: config.setSigningKeys,
    allowLoopback: true,
    events,
  })
  await worker.start()
  return {
    ...{ house, agencies, worker },
    async close() {
      await worker.stop()
      await agencies.close()
      await house.close()
    },
  }
}
