import { vkey, verifierKeyOf } from '../../merkle-log/note-key.ts'
import { proveInclusion } from '../../merkle-log/prove.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Db } from '../../shared/database.ts'
import type { Language } from '../../shared/language.ts'
import { dataKeyOfSubject } from '../../vault/subject-store.ts'
import type { Vault } from '../../vault/vault.ts'
import { commit, entryOf, placeJson } from '../log/commitment.ts'
import { isNeutral } from '../neutral.ts'
import { findLogged, type Logged, type Placed } from '../log/place-store.ts'
import { waitingAt, type PublicLog } from '../log/published.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

const words = { en, cy }

export interface ReceiptParts {
  vault: Vault
  clock: Clock
  baseUrl: string
  publicLog: PublicLog
}

/** By name, as they stand in the zip. */
export type ReceiptFiles = Record<string, Uint8Array>

/** What a citizen asks a receipt for. */
export interface Wanted {
  subjects: readonly Buffer[]
  recordId: string
  controllerId: string
  language: Language
}

/**
 * All that it takes to check a record without us. In the context of its citizen.
 *
 * @returns undefined for a record that is not there; `waits` while no published checkpoint covers it.
 */
export async function receiptFiles(
  parts: ReceiptParts,
  tx: Db,
  wanted: Wanted,
): Promise<ReceiptFiles | 'waits' | undefined> {
  const logged = await findLogged(tx, wanted.subjects, wanted)
  if (!logged) return undefined
  const { place } = logged
  const proof = place && (await proveInclusion(tx, place.origin, place.index, waitingAt(parts.publicLog, parts.clock)))
  if (!place || proof === undefined) return 'waits'
  const shown = await shownOf(parts, tx, logged)
  const { readme } = words[wanted.language]
  const hasRecord = Object.keys(shown).length > 0
  const key = keyOf(parts.publicLog, place)
  return {
    'receipt.tlog-proof': Buffer.from(proof),
    'receipt.entry': entryOf(place.commitment, place),
    ...shown,
    'place.json': placeJson(place),
    'README.txt': Buffer.from(readme(`${parts.baseUrl}/log`, key, String(place.seq), String(place.index), hasRecord)),
  }
}

/**
 * The record and its salt; neither for a record about somebody who is protected, which says more than its citizen may
 * know, nor once the subject's key is gone.
 */
async function shownOf({ vault }: ReceiptParts, tx: Db, { record, visibility }: Logged): Promise<ReceiptFiles> {
  const dataKey = await dataKeyOfSubject(tx, vault, record.subject_ref)
  if (isNeutral({ visibility }) || !dataKey) return {}
  const { json, salt } = commit(record, dataKey.key)
  return { 'record.json': Buffer.from(json), salt }
}

/** The log may have been under another origin then, with the same key. */
const keyOf = ({ key }: PublicLog, { origin }: Placed) => vkey(verifierKeyOf(origin, key.type, key.publicKey))
