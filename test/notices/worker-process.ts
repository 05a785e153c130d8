// The notices' worker in a process of its own, as production runs it, until it is told to stop or killed.
// Its argument, as JSON: the database's URL for its role, and how GOV.UK Notify is reached.
import { govukNotify, type NotifySettings } from '../../src/notices/govuk-notify.ts'
import { createNoticesWorker } from '../../src/notices/worker.ts'
import { openDatabase } from '../../src/shared/database.ts'
import { createLogger } from '../../src/shared/log.ts'

export interface WorkerArguments {
  url: string
  notify: NotifySettings
  lease: number
}

const { url, notify, lease } = JSON.parse(process.argv[2] ?? '') as WorkerArguments
const db = openDatabase(url)
const worker = createNoticesWorker({
  ...{ db, lease, baseUrl: 'https://tell-us-once.example' },
  clock: () => new Date(),
  logger: createLogger({ level: 'error', write: (line) => process.stderr.write(line) }),
  sender: govukNotify(notify),
  addresses: {
    ofCitizen: (accountId) => Promise.resolve({ email: `${accountId}@example.org` }),
    ofStaff: () => Promise.resolve(undefined),
    ofRequester: () => Promise.resolve(undefined),
    ofAgency: () => Promise.resolve(undefined),
  },
})
await worker.start()
process.stdout.write('started\n')
process.once('SIGTERM', () => {
  void worker.stop().then(() => db.destroy())
})
