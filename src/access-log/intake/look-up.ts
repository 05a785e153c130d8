import type { Knex } from 'knex'
import { agreementVersions, latestVersions } from '../../agreements/agreement-store.ts'
import { activityUri, type Agreement } from '../../agreements/agreement.ts'
import { widenContext, type Db } from '../../shared/database.ts'
import type { DataKey } from '../../vault/data-key-store.ts'
import { dataKeysOfSubjects } from '../../vault/subject-store.ts'
import type { Vault } from '../../vault/vault.ts'
import { namedAgreement, parseActivityUri } from '../activities/activity.ts'
import { findSentTokens, findSubjects, type SentToken } from './intake-store.ts'
import type { Submission } from './submission.ts'

/** What must be known to judge a batch of one body. */
export interface Known {
  /** By the activity as the body names it. */
  activities: Map<string, Activity>
  /** By the body's pairwise id. */
  subjects: Map<string, Subject>
  /** By `jti`. */
  tokens: Map<string, SentToken>
}

/** A version of an agreement, as what a body does under it. */
export interface Activity {
  uri: string
  agreement: Agreement
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
    activities: await findActivities(tx, baseUrl, submissions),
    subjects: await findSubjectsWithKeys(tx, vault, agencyId, submissions),
    tokens: await findSentTokens(tx, agencyId, tokens),
  }
}

async function findActivities(tx: Db, baseUrl: string, submissions: readonly Submission[]) {
  const named = [...new Set(submissions.map(({ activity_id }) => activity_id))]
  const versions = named.flatMap((name) => parseActivityUri(baseUrl, name) ?? [])
  const ids = named.flatMap((name) => namedAgreement(baseUrl, name) ?? [])
  const exact = await agreementVersions(tx, versions)
  const latest = await latestVersions(tx, ids)
  const found = named.flatMap((name): [string, Activity][] => {
    const id = namedAgreement(baseUrl, name)
    const agreement = id ? latest.find((one) => one.id === id) : exact.find((one) => activityUri(baseUrl, one) === name)
    return agreement ? [[name, { uri: activityUri(baseUrl, agreement), agreement }]] : []
  })
  return new Map(found)
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
