import type { OutcomeWords } from '../deliveries/outcome.ts'
import type { Db } from '../shared/database.ts'
import { openDataKey } from '../vault/data-key-store.ts'
import { open } from '../vault/sealing.ts'
import type { Vault } from '../vault/vault.ts'
import type { Outcome } from './delivery-status.ts'
import type { TrackedReport } from './tracked-report.ts'

/** Opens what bodies said, as long as the report's key is there. */
export async function wordsOpener(tx: Db, vault: Vault, { dataKeyId }: TrackedReport) {
  const dataKey = await openDataKey(tx, vault, dataKeyId)
  return (outcome: Outcome | undefined): OutcomeWords | undefined => {
    if (!outcome?.words || !dataKey) return undefined
    const place = { table: 'outcomes', column: 'words', row: outcome.deliveryId }
    return open<OutcomeWords>(dataKey.key, outcome.words, place)
  }
}
