import type { Db } from '../shared/database.ts'
import type { Place } from '../vault/sealing.ts'
import { openSetting, sealSetting, settingKeyId, type Vault } from '../vault/vault.ts'
import { listSubscriptions, replaceSealed, type SealedColumn } from './subscription-store.ts'
import { headerPlace, tokenClientPlace } from './subscription.ts'

/** Seals what receivers gave us to show them, where an older key-encryption key seals it, with the current one. @returns how many. */
export async function rewrapHeaders(db: Db, vault: Vault): Promise<number> {
  let rewrapped = 0
  for (const { id, authorizationHeader, tokenClient = null } of await listSubscriptions(db)) {
    const header = { id, column: 'authorization_header', place: headerPlace(id), old: authorizationHeader } as const
    const client = { id, column: 'token_client', place: tokenClientPlace(id), old: tokenClient } as const
    for (const one of [header, client]) if (await rewrap(db, vault, one)) rewrapped += 1
  }
  return rewrapped
}

interface Sealed {
  id: string
  column: SealedColumn
  place: Place
  old: Buffer | null
}

async function rewrap(db: Db, vault: Vault, { id, column, place, old }: Sealed): Promise<boolean> {
  if (!old || settingKeyId(old) === vault.dataKeys.current.id) return false
  return replaceSealed(db, column, { id, old, sealed: sealSetting(vault, openSetting(vault, old, place), place) })
}
