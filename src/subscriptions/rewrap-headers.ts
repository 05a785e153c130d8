import type { Db } from '../shared/database.ts'
import { openSetting, sealSetting, settingKeyId, type Vault } from '../vault/vault.ts'
import { listSubscriptions, replaceHeader } from './subscription-store.ts'
import { headerPlace } from './subscription.ts'

/** Seals every receiver's header that an older key-encryption key seals with the current one. @returns how many. */
export async function rewrapHeaders(db: Db, vault: Vault): Promise<number> {
  let rewrapped = 0
  for (const { id, authorizationHeader: old } of await listSubscriptions(db)) {
    if (!old || settingKeyId(old) === vault.dataKeys.current.id) continue
    const place = headerPlace(id)
    const sealed = sealSetting(vault, openSetting(vault, old, place), place)
    if (await replaceHeader(db, id, old, sealed)) rewrapped += 1
  }
  return rewrapped
}
