import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../shared/database.ts'
import { openSetting, sealSetting, type Vault } from '../../vault/vault.ts'
import type { ConcernCategory } from './mediation.ts'

export interface NewConcern {
  agreementId: string
  category: ConcernCategory
  /** Kept sealed; none of an advocate, whose words are published. */
  words?: string
  /** Keyed hash of whoever raises it. */
  raiser: Buffer
  /** The advocate's, in whose context it is. */
  agencyId?: string
}

export async function addConcern(tx: Db, vault: Vault, concern: NewConcern, now: Date): Promise<void> {
  const { agreementId, category, words, raiser, agencyId } = concern
  const id = uuidv7()
  await tx('agreement_concerns').insert({
    ...{ id, agreement_id: agreementId, category, raiser, agency_id: agencyId ?? null, raised_at: now },
    words: words ? sealSetting(vault, words, wordsOf(id)) : null,
  })
}

export interface ConcernCount {
  category: ConcernCategory
  people: number
  lastAt: Date
}

/** How many of the public have raised what, the most first. */
export async function concernCounts(db: Db, agreementId: string): Promise<ConcernCount[]> {
  const { rows } = await db.raw<{ rows: { category: ConcernCategory; people: number; last_at: Date }[] }>(
    'select * from concern_counts(?)',
    [agreementId],
  )
  return rows.map(({ category, people, last_at }) => ({ category, people, lastAt: last_at }))
}

/** What the public wrote, for the mediator and the operators. In the context of one of them. */
export async function concernsInWords(
  tx: Db,
  vault: Vault,
  { agreementId, most }: { agreementId: string; most: number },
): Promise<{ category: ConcernCategory; words: string; raisedAt: Date }[]> {
  const rows = await tx<ConcernRow>('agreement_concerns')
    .where({ agreement_id: agreementId })
    .whereNotNull('words')
    .orderBy('raised_at', 'desc')
    .limit(most)
  return rows.map(({ id, category, words, raised_at: raisedAt }) => ({
    ...{ category, raisedAt },
    words: words ? openSetting<string>(vault, words, wordsOf(id)) : '',
  }))
}

const wordsOf = (row: string) => ({ table: 'agreement_concerns', column: 'words', row })

interface ConcernRow {
  id: string
  agreement_id: string
  category: ConcernCategory
  words: Buffer | null
  raised_at: Date
}
