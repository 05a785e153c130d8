// A worker in a process of its own, as production runs it, until it is told to stop or killed.
// Its argument, as JSON: the database's URL for its role, the private signing keys, and whatever else it is to be like.
import { createWorker, type WorkerParts } from '../../src/deliveries/worker.ts'
import { openDatabase } from '../../src/shared/database.ts'
import { createLogger } from '../../src/shared/log.ts'
import { testVault } from './access-log.ts'

const { url, ...settings } = JSON.parse(process.argv[2] ?? '') as WorkerArguments
const db = openDatabase(url, { plansOnce: true })
const logger = createLogger({ level: 'error', write: (line) => process.stderr.write(line) })
const worker = createWorker({ db, vault: testVault(), clock: () => new Date(), logger, ...settings })
await worker.start()
process.stdout.write('started\n')
process.once('SIGTERM', () => {
  void worker.stop().then(() => db.destroy())
})

export type WorkerArguments = { url: string } & Omit<WorkerParts, 'db' | 'vault' | 'clock' | 'logger'>
