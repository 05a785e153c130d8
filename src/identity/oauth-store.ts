import type { Adapter, AdapterPayload } from 'oidc-provider'
import type { Db } from '../shared/database.ts'

/** What the authorisation server remembers between requests, for all web processes. */
export interface Artifact {
  model: string
  id: string
  payload: AdapterPayload
  /** Seconds; never without, so that the worker can prune every row. */
  expiresIn: number
}

/**
 * Keeps it if there is none with this id yet. One statement, so that of two processes that are shown the same used-once
 * identifier at the same moment only one is told true.
 */
export async function keepFirst(db: Db, { model, id, payload, expiresIn }: Artifact): Promise<boolean> {
  const kept = await db('oauth_artifacts')
    .insert({ model, id, payload: JSON.stringify(payload), expires_at: expiry(db, expiresIn) })
    .onConflict()
    .ignore()
    .returning('id')
  return kept.length > 0
}

export async function findArtifact(db: Db, model: string, id: string): ReturnType<Adapter['find']> {
  const row = await db('oauth_artifacts')
    .where({ model, id })
    .andWhere('expires_at', '>', db.fn.now())
    .first<{ payload: AdapterPayload } | undefined>('payload')
  return row?.payload
}

const expiry = (db: Db, seconds: number) => db.raw(`now() + make_interval(secs => ?)`, [seconds])
