// The same work with a graphile-worker job for each delivery. It hands out one job at a time: what is handed out at the
// same moment is gathered, so that it is paid for in batches here too.
import { Logger, makeWorkerUtils, run } from 'graphile-worker'
import { answerParent, settingsOfChild } from './child.ts'
import { deliverBatch, enqueueAll, jobWork, type DeliveryJob, type JobSettings } from './job-work.ts'

const TASK = 'deliver'
const AT_ONCE = 1000
const A_BATCH = 500
const BATCHES_AT_ONCE = 2

const settings = settingsOfChild<JobSettings>()
const work = jobWork(settings)
const failed = (error: unknown) => {
  work.logger.error({ err: error }, 'the comparison ended')
  process.exit(1)
}

interface Handed {
  job: DeliveryJob
  done: (result: Promise<void>) => void
}

const handed: Handed[] = []
let batches = 0

const deliver = (job: DeliveryJob) =>
  new Promise<void>((done) => {
    handed.push({ job, done })
    // All that is handed out with it comes first.
    setImmediate(deliverNext)
  })

function deliverNext(): void {
  if (handed.length === 0 || batches === BATCHES_AT_ONCE) return
  const batch = handed.splice(0, A_BATCH)
  batches += 1
  const delivered = deliverBatch(
    work,
    batch.map(({ job }) => job),
  )
  const settled = delivered.finally(() => (batches -= 1))
  void settled.finally(deliverNext)
  for (const { done } of batch) done(settled)
}

const shared = {
  connectionString: settings.ownerUrl,
  schema: 'bench_jobs',
  logger: new Logger(() => (level, message) => {
    if (level === 'error') failed(new Error(message))
  }),
}
const utils = await makeWorkerUtils(shared)
await utils.migrate()
enqueueAll(work, (jobs) => utils.addJobs(jobs.map((payload) => ({ identifier: TASK, payload })))).catch(failed)

// As its own guide has it for throughput: fetched in batches as large as what runs at once, and completed in batches.
const worker = {
  concurrentJobs: AT_ONCE,
  localQueue: { size: AT_ONCE },
  completeJobBatchDelay: 0,
  failJobBatchDelay: 0,
}
const runner = await run({
  ...{ ...shared, preset: { worker: { ...worker, pollInterval: 10, maxPoolSize: 10 } }, noHandleSignals: true },
  taskList: { [TASK]: (payload) => deliver(payload as DeliveryJob) },
})
runner.promise.catch(failed)

answerParent({})
