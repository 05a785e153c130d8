import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import type { Person } from '../identity/person.ts'
import { later } from '../shared/clock.ts'
import type { DataKey } from '../vault/data-key-store.ts'
import { open, seal } from '../vault/sealing.ts'
import { dataKeyOfSubject } from '../vault/subject-store.ts'
import type { Vault } from '../vault/vault.ts'
import { emptyDraft, KEPT_FOR, type Draft, type DraftContent } from './draft.ts'

/** All functions run in the citizen's context: row-level security keeps to their own drafts. */
export interface DraftOwner {
  tx: Knex.Transaction
  vault: Vault
  person: Pick<Person, 'accountId' | 'subjects'>
  now: Date
}

interface Row {
  id: string
  account_id: string
  event_type: string
  answers: Buffer
  expires_at: Date
}

export async function findDraft(owner: DraftOwner, eventType: string): Promise<Draft | undefined> {
  const row = await draftRow(owner, eventType)
  return row && opened(row, await keyOf(owner))
}

/** Every draft of the person that has not expired: its event and until when it is kept. */
export async function listDrafts({ tx, person, now }: DraftOwner): Promise<{ eventType: string; expiresAt: Date }[]> {
  const rows = await tx<Row>('drafts').where({ account_id: person.accountId }).where('expires_at', '>', now).select()
  return rows.map((row) => ({ eventType: row.event_type, expiresAt: row.expires_at }))
}

/** Changes the draft, or a new one, under a lock: two tabs that answer at once both count. */
export async function changeDraft(
  owner: DraftOwner,
  eventType: string,
  change: (content: DraftContent) => DraftContent,
): Promise<Draft> {
  const { tx, now } = owner
  const key = await keyOf(owner)
  await ensureDraft(owner, eventType, key)
  const row = await tx<Row>('drafts').where(placeOf(owner, eventType)).forUpdate().first()
  if (!row) throw new Error('A draft was deleted while it was being changed')
  const changed = { ...change(opened(row, key)) }
  const expiresAt = later(now, KEPT_FOR)
  const answers = sealed(row.id, key, changed)
  await tx('drafts').where({ id: row.id }).update({ answers, changed_at: now, expires_at: expiresAt })
  return { ...changed, id: row.id, expiresAt }
}

/** The draft as it is to be sent, locked: a second sending waits, and then finds it gone. */
export async function takeDraft(owner: DraftOwner, eventType: string): Promise<Draft | undefined> {
  const row = await draftRow(owner, eventType, (query) => query.forUpdate())
  return row && opened(row, await keyOf(owner))
}

export async function removeDraft({ tx, person }: DraftOwner, eventType: string): Promise<void> {
  await tx('drafts').where({ account_id: person.accountId, event_type: eventType }).delete()
}

async function draftRow(
  owner: DraftOwner,
  eventType: string,
  also: (query: Knex.QueryBuilder<Row>) => Knex.QueryBuilder<Row> = (query) => query,
): Promise<Row | undefined> {
  const query = owner.tx<Row>('drafts').where(placeOf(owner, eventType)).where('expires_at', '>', owner.now)
  return (await also(query).first()) as Row | undefined
}

async function ensureDraft(owner: DraftOwner, eventType: string, key: DataKey): Promise<void> {
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

const placeOf = ({ person }: DraftOwner, eventType: string) => ({
  account_id: person.accountId,
  event_type: eventType,
})

async function keyOf({ tx, vault, person }: DraftOwner): Promise<DataKey> {
  const [subject] = person.subjects
  const key = subject && (await dataKeyOfSubject(tx, vault, subject))
  if (!key) throw new Error('The data of this account has been erased')
  return key
}

const sealed = (id: string, { key }: DataKey, content: DraftContent) =>
  seal(key, { answers: content.answers, wasComplete: content.wasComplete }, sealPlace(id))

const opened = (row: Row, { key }: DataKey): Draft => ({
  ...open<DraftContent>(key, row.answers, sealPlace(row.id)),
  id: row.id,
  expiresAt: row.expires_at,
})

const sealPlace = (row: string) => ({ table: 'drafts', column: 'answers', row })
