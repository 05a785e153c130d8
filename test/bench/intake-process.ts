// The web process as production runs it, for bodies that report uses of data.
import type { DatabaseUrls } from '../../src/demo/database/provide-database.ts'
import { openDatabase } from '../../src/shared/database.ts'
import { startHouse } from '../support/house.ts'
import { answerParent, settingsOfChild } from './child.ts'

const { urls } = settingsOfChild<{ urls: DatabaseUrls }>()
const [owner, web, worker] = [openDatabase(urls.owner), openDatabase(urls.web), openDatabase(urls.worker)]
const key = (byte: number) => Buffer.alloc(32, byte).toString('base64')
const house = await startHouse(
  // Those of testVault, which the worker has too.
  { DATA_KEYS: `d1:${key(1)}`, PSEUDONYM_KEYS: `p1:${key(2)}`, LOG_LEVEL: 'error' },
  { database: { urls, owner, web, worker, close: () => Promise.resolve() } },
)

answerParent({ url: () => house.baseUrl })
