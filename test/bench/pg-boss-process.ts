// The same work with a pg-boss job for each delivery.
import { setTimeout as pause } from 'node:timers/promises'
import { PgBoss } from 'pg-boss'
import { answerParent, settingsOfChild } from './child.ts'
import { deliverBatch, enqueueAll, jobWork, type DeliveryJob, type JobSettings } from './job-work.ts'

const QUEUE = 'deliveries'
const A_FETCH = 500
const FETCHERS = 2

const settings = settingsOfChild<JobSettings>()
const work = jobWork(settings)
const failed = (error: unknown) => {
  work.logger.error({ err: error }, 'the comparison ended')
  process.exit(1)
}

const boss = new PgBoss({ connectionString: settings.ownerUrl, schema: 'bench_jobs' })
boss.on('error', failed)
await boss.start()
await boss.createQueue(QUEUE)

async function fetchAndDeliver(): Promise<never> {
  for (;;) {
    const jobs = await boss.fetch<DeliveryJob>(QUEUE, { batchSize: A_FETCH })
    if (jobs.length === 0) await pause(10)
    else {
      await deliverBatch(
        work,
        jobs.map(({ data }) => data),
      )
      await boss.complete(
        QUEUE,
        jobs.map(({ id }) => id),
      )
    }
  }
}

enqueueAll(work, (jobs) =>
  boss.insert(
    QUEUE,
    jobs.map((data) => ({ data })),
  ),
).catch(failed)
for (let fetcher = 0; fetcher < FETCHERS; fetcher += 1) fetchAndDeliver().catch(failed)

answerParent({})
