import { flushCompileCache } from 'node:module'
import { readConfig, type Config } from '../../src/config.ts'
import type { DatabaseUrls } from '../../src/demo/database/provide-database.ts'
import type { WorkerParts } from '../../src/deliveries/worker.ts'

/** What a process of the service is started with. */
export interface ProcessSettings {
  env: Record<string, string>
  urls: Pick<DatabaseUrls, 'web' | 'worker'>
  /** Milliseconds that the worker's clock is ahead of the real one. */
  ahead?: number
  /** For a story of seconds. */
  brisk?: boolean
}

/**
 * The week of a delivery in minutes: what waits for people waits ten seconds, and a push may take one and a half. The lease
 * leaves time for a claim to be made ready, sent and settled, as in production.
 */
export const pace = {
  timeout: 1500,
  lease: 5000,
  policy: {
    delays: [200, 400, 800, 1000, 2000, 3000, 4000, 5000],
    ...{ slowDelay: 10_000, awayDelay: 10_000, window: 7 * 24 * 60 * 60 * 1000 },
  },
} satisfies Partial<WorkerParts>

/** The same for a story of seconds: there nobody refuses again and again. */
export const briskPace = {
  ...{ timeout: 2000, lease: 4000 },
  policy: { ...pace.policy, delays: pace.policy.delays.map((delay) => delay / 2), slowDelay: 300, awayDelay: 500 },
} satisfies Partial<WorkerParts>

export function given(): ProcessSettings & { config: Config } {
  const settings = JSON.parse(process.argv[2] ?? '') as ProcessSettings
  return { ...settings, config: readConfig(settings.env) }
}

/** Says so to whoever keeps this process, which may never end by itself. */
export function works(): void {
  flushCompileCache()
  process.stdout.write('works\n')
}
