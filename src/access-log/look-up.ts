import type { Knex } from 'knex'
import { agreementVersions } from '../agreements/agreement-store.ts'
import { activityUri, type Agreement } from '../agreements/agreement.ts'
import { widenContext, type Db } from '../shared/database.ts'
import type { DataKey } from '../vault/data-key-store.ts'
import { dataKeysOfSubjects } from '../vault/subject-store.ts'
import type { Vault } from '../vault/vault.ts'
import { parseActivityUri } from './activity.ts'
import { findSentTokens, findSubjects, type SentToken } from './intake-store.ts'
import type { Submission } from './submission.ts'

/** What must be known to judge a batch of one body. */
export interface Known {
  /** By the activity's URI. */
  agreements: Map<string, Agreement>
  /** By the body's pairwise id. */
  subjects: Map<string, Subject>
  /** By `jti`. */
  tokens: Map<string, SentToken>
}

export interface Subject {
  ref: Buffer
  dataKey: DataKey
}

/** Reads all that the batch names, and lets the transaction write for the subjects found. */
export async function lookUp(
  { vault, baseUrl }: { vault: Vault; baseUrl: string },
  tx: Knex.Transaction,
  agencyId: string,
  submissions: readonly Submission[],
): Promise<Known> {
  const tokens = submissions.flatMap(({ life_event_ref }) => life_event_ref ?? [])
  return {
    agreements: await findAgreements(tx, baseUrl, submissions),
    subjects: await findSubjectsWithKeys(tx, vault, agencyId, submissions),
    tokens: await findSentTokens(tx, agencyId, tokens),
  }
}

async function findAgreements(tx: Db, baseUrl: string, submissions: readonly Submission[]) {
  const versions = submissions.flatMap(({ activity_id }) => parseActivityUri(baseUrl, activity_id) ?? [])
  const agreements = await agreementVersions(tx, versions)
  return new Map(agreements.map((agreement): [string, Agreement] => [activityUri(baseUrl, agreement), agreement]))
}

async function findSubjectsWithKeys(tx: Knex.Transaction, vault: Vault, agencyId: string, sent: readonly Submission[]) {
  const refs = await findSubjects(
    tx,
    agencyId,
    sent.map(({ subject }) => subject.id),
  )
  const distinct = [...new Map([...refs.values()].map((ref) => [ref.toString('hex'), ref])).values()]
  await widenContext(tx, { subjects: distinct })
  const keys = await dataKeysOfSubjects(tx, vault, distinct)
  const withKeys = [...refs].flatMap(([id, ref]): [string, Subject][] => {
    const dataKey = keys.get(ref.toString('hex'))
    return dataKey ? [[id, { ref, dataKey }]] : []
  })
  return new Map(withKeys)
}
