import type { Db } from '../shared/database.ts'
import type { Language } from '../shared/language.ts'

/** What a citizen chose. Whoever never chose gets every email, a summary each week, and no text. */
export interface Preferences {
  /** Kinds of notice that were switched off. */
  unwanted: string[]
  texts: boolean
  /** How often they hear that there is something new in their access log. */
  digest: Digest
}

export const digests = ['weekly', 'monthly', 'off'] as const
export type Digest = (typeof digests)[number]

interface Row extends Preferences {
  account_id: string
}

/** In the citizen's context. */
export async function preferencesOf(tx: Db, accountId: string): Promise<Preferences> {
  const row = await tx<Row>('notice_preferences').where({ account_id: accountId }).first('unwanted', 'texts', 'digest')
  return row ?? { unwanted: [], texts: false, digest: 'weekly' }
}

/** In the citizen's context. */
export async function savePreferences(
  tx: Db,
  accountId: string,
  { unwanted, texts, digest }: Preferences,
  now: Date,
): Promise<void> {
  const chosen = { unwanted, texts, digest, changed_at: now }
  await tx('notice_preferences')
    .insert({ account_id: accountId, ...chosen })
    .onConflict('account_id')
    .merge(chosen)
}

/** The language that their next message is written in. In the citizen's context. */
export async function saveLanguage(tx: Db, accountId: string, language: Language): Promise<void> {
  await tx('accounts').where({ id: accountId }).whereNot({ language }).update({ language })
}
