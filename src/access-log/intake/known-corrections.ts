import type { Knex } from 'knex'
import { contentHashes } from '../access-record-store.ts'
import { correctedName, type KnownCorrections } from './correction.ts'
import { findReportedAbout } from './intake-store.ts'

/** Few records correct another: most batches ask nothing here. @param corrected ids of earlier records, and who is named now */
export async function knownCorrections(
  tx: Knex.Transaction,
  agencyId: string,
  corrected: readonly { id: string; ref: Buffer | undefined }[],
): Promise<KnownCorrections> {
  if (corrected.length === 0) return NONE
  const ids = corrected.map(({ id }) => id)
  const [hashes, same] = await Promise.all([contentHashes(tx, agencyId, ids), findReportedAbout(tx, corrected)])
  return {
    reported: new Set(hashes.keys()),
    aboutTheSame: new Set(same.map(({ id, ref }) => correctedName(id, ref))),
  }
}

const NONE: KnownCorrections = { reported: new Set(), aboutTheSame: new Set() }
