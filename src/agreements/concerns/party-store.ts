import type { Db } from '../../shared/database.ts'

/** Those that have a role of their own in a mediation: regulators, or advocates. */
export async function bodiesOfKind(db: Db, kind: 'regulator' | 'advocate'): Promise<string[]> {
  return db('agencies').where({ kind, state: 'approved', status: 'active' }).orderBy('id').pluck<string[]>('id')
}

/** Whether the public's concern of this kind is among the published decisions since then. */
export async function concernIsPublished(
  db: Db,
  { agreementId, category, since }: { agreementId: string; category: string; since: Date },
): Promise<boolean> {
  const row = await db('agreement_decisions')
    .where({ agreement_id: agreementId, act: 'concern', role: 'public', category })
    .where('at', '>', since)
    .first<object | undefined>('id')
  return row !== undefined
}
