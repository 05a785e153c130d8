import type { Db } from '../shared/database.ts'
import type { Agency, AgencyState } from './agency.ts'

/** A body that was let in by hand. In an operator's context. @returns false when another has this id. */
export async function addAgency(tx: Db, agency: Agency, now: Date): Promise<boolean> {
  const { id, name, cluster, kind, contact, scopes, areas, illustration, state, conformance } = agency
  const row = { id, name, cluster, kind, contact, scopes, areas, illustration, state, conformance, changed_at: now }
  const added = (await tx('agencies').insert(row).onConflict('id').ignore()) as unknown as { rowCount: number }
  return added.rowCount === 1
}

/** An operator holds it: it gets no token, and what is for it waits. In an operator's context, or the worker's. */
export const suspendAgency = (db: Db, id: string, now: Date) => setStanding(db, id, { status: 'suspended' }, now)

export const resumeAgency = (db: Db, id: string, now: Date) => setStanding(db, id, { status: 'active' }, now)

/** In an operator's context, or the worker's. */
export const approveAgency = (db: Db, id: string, now: Date) => setStanding(db, id, { state: 'approved' }, now)

interface Standing {
  status?: 'active' | 'suspended'
  state?: AgencyState
}

async function setStanding(db: Db, id: string, { status, state }: Standing, now: Date): Promise<void> {
  await db.raw('select set_agency_standing(?, ?, ?, ?)', [id, status ?? null, state ?? null, now] as string[])
}
