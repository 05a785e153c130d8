import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../shared/database.ts'
import type { ClaimedType, ClaimStep } from './claim.ts'

/** What this person has tried since then. Two tries at once wait for each other. In their context. */
export async function stepsSince(tx: Db, accountId: string, since: Date): Promise<ClaimStep[]> {
  await tx.raw(`select pg_advisory_xact_lock(hashtextextended('claims ' || ?, 0))`, [accountId])
  return tx('identifier_claims').where({ account_id: accountId }).where('at', '>=', since).pluck<ClaimStep[]>('what')
}

export async function addStep(tx: Db, { accountId, idType, what, agencyId, at }: NewStep): Promise<void> {
  await tx('identifier_claims').insert({
    ...{ id: uuidv7(), account_id: accountId, id_type: idType, what, agency_id: agencyId ?? null, at },
  })
}

interface NewStep {
  accountId: string
  idType: ClaimedType
  what: ClaimStep
  agencyId?: string | undefined
  at: Date
}

/** A kind of number that is linked, and since when. */
export interface LinkedNumber {
  idType: ClaimedType
  since: Date
}

export async function linkedNumbers(tx: Db, accountId: string): Promise<LinkedNumber[]> {
  const { rows } = await tx.raw<{ rows: { id_type: ClaimedType; since: Date | null }[] }>(
    `select s.id_type, max(c.at) as since from subjects s
     left join identifier_claims c on c.account_id = s.account_id and c.id_type = s.id_type and c.what = 'confirmed'
     where s.account_id = ? and s.id_type in ('nino', 'nhs-number') group by s.id_type order by s.id_type desc`,
    [accountId],
  )
  return rows.flatMap(({ id_type: idType, since }) => (since ? [{ idType, since }] : []))
}

/** Whether a subject is this account's by now, and not another's. */
export async function isLinked(tx: Db, accountId: string, ref: Buffer): Promise<boolean> {
  return Boolean(await tx('subjects').where({ ref, account_id: accountId }).first<{ ref: Buffer } | undefined>('ref'))
}

/** Those of this type of the context's account are nobody's again. @returns how many */
export async function unlinkSubjects(tx: Db, idType: ClaimedType): Promise<number> {
  const { rows } = await tx.raw<{ rows: { count: number }[] }>('select unlink_subjects(?) as count', [idType])
  return rows[0]?.count ?? 0
}

/** A body that confirms such numbers, with the address to ask it at. */
export interface Confirmer {
  agencyId: string
  url: string
}

export async function confirmersOf(tx: Db, idType: ClaimedType): Promise<Confirmer[]> {
  const { rows } = await tx.raw<{ rows: Confirmer[] }>(
    `select a.id as "agencyId", one ->> 'url' as url from agencies a, jsonb_array_elements(a.confirms) as one
     where one ->> 'number' = ? and a.status = 'active' and a.state = 'approved' order by a.id`,
    [idType],
  )
  return rows
}
