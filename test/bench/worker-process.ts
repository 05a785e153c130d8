// The worker as production runs it, in a process of its own.
import { createWorker, type WorkerParts } from '../../src/deliveries/worker.ts'
import { openDatabase } from '../../src/shared/database.ts'
import { createLogger } from '../../src/shared/log.ts'
import { testVault } from '../support/access-log.ts'
import { answerParent, settingsOfChild } from './child.ts'

const { url, ...settings } = settingsOfChild<{ url: string } & Pick<WorkerParts, 'baseUrl' | 'signingKeys'>>()
const logger = createLogger({ level: 'error', write: (line) => process.stderr.write(line) })
const parts = {
  db: openDatabase(url, { plansOnce: true }),
  vault: testVault(),
  clock: () => new Date(),
  logger,
  allowLoopback: true,
}
await createWorker({ ...parts, ...settings }).start()

answerParent({})
