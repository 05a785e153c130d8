import { systemClock, type Clock } from '../../shared/clock.ts'
import { createLogger, type Logger } from '../../shared/log.ts'
import { startAgency, type RunningAgency } from './agency.ts'
import { sampleAgenciesFile, type SampleAgenciesFile } from './agencies-file.ts'
import { bodies } from './bodies.ts'
import { demonstrationPace, type Pace } from './pace.ts'
import type { Received } from './take-in.ts'

export interface SampleAgenciesOptions {
  /** The service's address, without a slash at the end. */
  baseUrl: string
  /** Where they keep their keys and what they have taken in; without it nothing outlives the process. */
  folder?: string
  pace?: Pace
  clock?: Clock
  logger?: Logger
}

export interface SampleAgencies {
  /** Makes them known to the service. Their ports differ from start to start. */
  file: SampleAgenciesFile
  /** Every right token that came in, duplicates too, in order. */
  received: Received[]
  close(): Promise<void>
}

/** All bodies in this process. They use nothing but what the service shows to any body outside. */
export async function startSampleAgencies(options: SampleAgenciesOptions): Promise<SampleAgencies> {
  const received: Received[] = []
  const running = await startBodies({ ...options, onReceived: (one) => received.push(one) })
  return {
    file: sampleAgenciesFile(running),
    received,
    async close() {
      await Promise.all(running.map((agency) => agency.close()))
    },
  }
}

/** As above, for a process that runs for long and so collects nothing. */
export async function startBodies(
  options: SampleAgenciesOptions & { onReceived?: (received: Received) => void },
): Promise<RunningAgency[]> {
  const { baseUrl, folder, onReceived } = options
  const pace = options.pace ?? demonstrationPace
  const clock = options.clock ?? systemClock
  const logger = options.logger ?? createLogger({ level: 'silent' })
  return Promise.all(bodies.map((body) => startAgency(body, { baseUrl, folder, pace, clock, logger, onReceived })))
}
