import { v7 as uuidv7 } from 'uuid'
import { later } from '../shared/clock.ts'
import type { DataKey } from '../vault/data-key-store.ts'
import { open, seal } from '../vault/sealing.ts'
import { emptyDraft, KEPT_FOR, type Draft, type DraftContent } from './draft.ts'
import type { Owner } from './owner.ts'

interface Row {
  id: string
  account_id: string
  event_type: string
  answers: Buffer
  expires_at: Date
}

export async function findDraft(owner: Owner, eventType: string): Promise<Draft | undefined> {
  const row = await draftRow(owner, eventType)
  return row && opened(row, await owner.dataKey())
}

/** Every draft of the person that has not expired: its event and until when it is kept. */
export async function listDrafts({ tx, person, now }: Owner): Promise<{ eventType: string; expiresAt: Date }[]> {
  const rows = await tx<Row>('drafts').where({ account_id: person.accountId }).where('expires_at', '>', now).select()
  return rows.map((row) => ({ eventType: row.event_type, expiresAt: row.expires_at }))
}

/** Changes the draft, or a new one, under a lock: two tabs that answer at once both count. */
export async function changeDraft(
  owner: Owner,
  eventType: string,
  change: (content: DraftContent) => DraftContent,
): Promise<Draft> {
  const { tx, now } = owner
  const key = await owner.dataKey()
  const row = await lockedDraft(owner, eventType, key)
  const changed = change(opened(row, key))
  const expiresAt = later(now, KEPT_FOR)
  const answers = sealed(row.id, key, changed)
  const columns = { answers, changed_at: now, expires_at: expiresAt, warned_at: null }
  await tx('drafts').where({ id: row.id }).update(columns)
  return { ...changed, id: row.id, expiresAt }
}

/** The draft as it is to be sent, locked: a second sending waits, and then finds it gone. */
export async function takeDraft(owner: Owner, eventType: string): Promise<Draft | undefined> {
  const row = await draftRow(owner, eventType).forUpdate()
  return row && opened(row, await owner.dataKey())
}

export async function removeDraft({ tx, person }: Owner, eventType: string): Promise<void> {
  await tx('drafts').where({ account_id: person.accountId, event_type: eventType }).delete()
}

const draftRow = (owner: Owner, eventType: string) =>
  owner.tx<Row>('drafts').where(placeOf(owner, eventType)).where('expires_at', '>', owner.now).first()

async function lockedDraft(owner: Owner, eventType: string, key: DataKey): Promise<Row> {
  await ensureDraft(owner, eventType, key)
  const row = await draftRow(owner, eventType).forUpdate()
  // Sent or deleted in another tab while we waited for the lock: then this answer begins a new draft.
  return row ?? lockedDraft(owner, eventType, key)
}

async function ensureDraft(owner: Owner, eventType: string, key: DataKey): Promise<void> {
  const { tx, now } = owner
  const id = uuidv7()
  await tx('drafts').where(placeOf(owner, eventType)).where('expires_at', '<=', now).delete()
  await tx('drafts')
    .insert({
      id,
      ...placeOf(owner, eventType),
      answers: sealed(id, key, emptyDraft),
      started_at: now,
      changed_at: now,
      expires_at: later(now, KEPT_FOR),
    })
    .onConflict(['account_id', 'event_type'])
    .ignore()
}

const placeOf = ({ person }: Owner, eventType: string) => ({
  account_id: person.accountId,
  event_type: eventType,
})

const sealed = (id: string, { key }: DataKey, { answers, wasComplete, bodies }: DraftContent) =>
  seal(key, { answers, wasComplete, bodies }, sealPlace(id))

const opened = (row: Row, { key }: DataKey): Draft => ({
  ...open<DraftContent>(key, row.answers, sealPlace(row.id)),
  id: row.id,
  expiresAt: row.expires_at,
})

const sealPlace = (row: string) => ({ table: 'drafts', column: 'answers', row })
