import { ask, type Db } from '../../../shared/database.ts'
import type { Language } from '../../../shared/language.ts'

/** What this service itself holds about a citizen, in figures. In the citizen's context, as all below. */
export interface HeldCounts {
  reports: number
  /** Of them, those whose words are erased. */
  erasedReports: number
  drafts: number
  deliveries: number
  records: number
  questions: number
  requests: number
  notices: number
}

export async function countHeld(tx: Db, accountId: string): Promise<HeldCounts> {
  const [counts] = await ask<HeldCounts>(tx, {
    name: 'what is held of a citizen',
    text: `
      select
        (select count(*) from reports where account_id = $1) as reports,
        (select count(*) from reports r where r.account_id = $1
          and not exists (select from data_keys k where k.id = r.data_key_id)) as "erasedReports",
        (select count(*) from drafts where account_id = $1) as drafts,
        (select count(*) from reports r join deliveries d on d.report_id = r.id where r.account_id = $1) as deliveries,
        (select count(*) from access_records where subject_ref = any ((select context_subjects())::bytea[])) as records,
        (select count(*) from questions where account_id = $1) as questions,
        (select count(*) from rights_requests where account_id = $1) as requests,
        (select count(*) from notices where account_id = $1 and state = 'sent') as notices`,
    values: [accountId],
  })
  if (!counts) throw new Error('A count has a row')
  return counts
}

export interface HeldAccount {
  language: Language
  createdAt: Date
  /** Sealed. */
  numbers: Buffer | null
  /** Sealed. */
  contact: Buffer | null
}

export async function heldAccount(tx: Db, accountId: string): Promise<HeldAccount | undefined> {
  const rows = await ask<HeldAccount>(tx, {
    name: 'held account',
    text: 'select language, created_at as "createdAt", numbers, contact from accounts where id = $1',
    values: [accountId],
  })
  return rows[0]
}

/** E-mails and texts, which say nothing of what they were about. */
export const heldNotices = (tx: Db, accountId: string) =>
  tx('notices')
    .where({ account_id: accountId })
    .orderBy('queued_at')
    .select<object[]>('kind', 'channel', 'state', 'queued_at', 'settled_at')

export const referencesOf = (tx: Db, accountId: string) =>
  tx('reports').where({ account_id: accountId }).orderBy(['submitted_at', 'id']).pluck<string[]>('reference')

export interface Happened {
  kind: 'access' | 'erase'
  at: Date
}

export interface ErasedCounts {
  drafts: number
  preferences: number
  reports: number
}

export async function recordHappened(
  tx: Db,
  { id, accountId, kind, at, counts }: Happened & { id: string; accountId: string; counts?: ErasedCounts },
): Promise<void> {
  await tx('service_rights').insert({ id, account_id: accountId, kind, at, ...counts })
}

/** The newest first. */
export const happenedBefore = (tx: Db, accountId: string) =>
  tx('service_rights')
    .where({ account_id: accountId })
    .orderBy('at', 'desc')
    .limit(MOST)
    .select<Happened[]>('kind', 'at')

const MOST = 20
