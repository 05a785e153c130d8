// The sequencer as the worker process runs it, with nothing beside it.
import { logKeyOf } from '../../src/access-log/log/log-settings.ts'
import { createSequencer } from '../../src/access-log/log/sequencer.ts'
import { systemClock } from '../../src/shared/clock.ts'
import { openDatabase } from '../../src/shared/database.ts'
import { createLogger } from '../../src/shared/log.ts'
import { testVault } from '../support/access-log.ts'
import { answerParent, settingsOfChild } from './child.ts'

const { url, baseUrl } = settingsOfChild<{ url: string; baseUrl: string }>()
await createSequencer({
  ...{ db: openDatabase(url, { plansOnce: true }), vault: testVault(), clock: systemClock, fetch, witnesses: [] },
  key: logKeyOf({ log: { seed: Buffer.alloc(32, 7), witnesses: [] }, baseUrl }),
  logger: createLogger({ level: 'error', write: (line) => process.stderr.write(line) }),
}).start()

answerParent({})
