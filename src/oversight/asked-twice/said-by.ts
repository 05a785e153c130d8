import { lookUpKey } from '../../vault/pseudonyms.ts'
import type { Vault } from '../../vault/vault.ts'

/** Under what a citizen's word is kept: nobody can tell from it who said it, nor which two are the same person's. */
export const saidBy = (vault: Vault, accountId: string, { askerId, fact }: { askerId: string; fact: string }) =>
  lookUpKey(vault, 'asked-twice', `${accountId}\0${askerId}\0${fact}`)
