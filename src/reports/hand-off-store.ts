import type { HandOff } from '../catalogue/life-event.ts'
import type { Db } from '../shared/database.ts'
import { openDataKeys, type DataKey } from '../vault/data-key-store.ts'
import { open, seal } from '../vault/sealing.ts'
import type { Vault } from '../vault/vault.ts'

/** As the report's row has them; null for none. */
export const sealHandOffs = ({ key }: DataKey, reportId: string, handOffs: readonly HandOff[]): Buffer | null =>
  handOffs.length > 0 ? seal(key, handOffs, placeOf(reportId)) : null

/** What the citizen still has to apply for. In their context; none when the report is erased. */
export async function handOffsOf(db: Db, vault: Vault, reference: string): Promise<readonly HandOff[]> {
  const row = await db<Row>('reports').where({ reference }).first('id', 'data_key_id', 'hand_offs')
  if (!row?.hand_offs) return []
  const key = (await openDataKeys(db, vault, [row.data_key_id])).get(row.data_key_id)
  return key ? open<HandOff[]>(key.key, row.hand_offs, placeOf(row.id)) : []
}

interface Row {
  id: string
  reference: string
  data_key_id: string
  hand_offs: Buffer | null
}

const placeOf = (row: string) => ({ table: 'reports', column: 'hand_offs', row })
