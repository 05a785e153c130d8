// The worker process as production runs it: deliveries, and beside them everything else that it does.
import { readConfig, type SigningJwk } from '../../src/config.ts'
import { createLogger } from '../../src/shared/log.ts'
import { openWorker } from '../../src/worker.ts'
import { testVault } from '../support/access-log.ts'
import { answerParent, settingsOfChild } from './child.ts'

interface Settings {
  url: string
  dataDir: string
  baseUrl: string
  signingKeys: SigningJwk[]
}

const { url: databaseUrl, dataDir, baseUrl, signingKeys: setSigningKeys } = settingsOfChild<Settings>()
const config = { ...readConfig({ DATA_DIR: dataDir }), vault: testVault(), baseUrl, setSigningKeys }
const logger = createLogger({ level: 'error', write: (line) => process.stderr.write(line) })
await openWorker({ config, databaseUrl, logger }).start()

answerParent({
  /** Megabytes, the most that it ever had. */
  memory: () => process.resourceUsage().maxRSS / 1024,
})
