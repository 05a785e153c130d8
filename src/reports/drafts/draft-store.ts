import { v7 as uuidv7 } from 'uuid'
import { later } from '../../shared/clock.ts'
import type { DataKey } from '../../vault/data-key-store.ts'
import { open, seal } from '../../vault/sealing.ts'
import {
  emptyDraft,
  KEPT_FOR,
  MOST_DRAFTS,
  type Draft,
  type DraftContent,
  type NoDraft,
  type WhichDraft,
} from './draft.ts'
import type { Owner } from '../owner.ts'
import { openTo } from './open-to-store.ts'

interface OpenRow {
  id: string
  event_type: string
  answers: Buffer
  corrects_report_id: string | null
  started_at: Date
  expires_at: Date
}

interface Row extends OpenRow {
  account_id: string
  proved: boolean
  opened_at: Date
}

export async function findDraft(owner: Owner, which: WhichDraft): Promise<Draft | undefined> {
  const [row, key] = await Promise.all([draftRow(owner, which), owner.dataKey()])
  return row && openDraftRow(row, key)
}

/** Every draft of the person that has not expired, the one that was opened last first. */
export async function listDrafts(owner: Owner): Promise<Draft[]> {
  const rows = await currentDrafts(owner).orderBy(LAST_OPENED_FIRST)
  const key = rows.length > 0 ? await owner.dataKey() : undefined
  return key ? rows.map((row) => openDraftRow(row, key)) : []
}

/** A new draft, beside those that there are. */
export async function startDraft(
  owner: Owner,
  { eventType, content = emptyDraft, corrects }: { eventType: string; content?: DraftContent; corrects?: string },
): Promise<Draft | 'too-many'> {
  await lockDrafts(owner)
  return begin(owner, { eventType, content, corrects })
}

/** Changes the draft, or a first one of the event, under a lock: two tabs that answer at once both count. */
export async function changeDraft(
  owner: Owner,
  which: WhichDraft,
  change: (content: DraftContent) => DraftContent,
): Promise<Draft | NoDraft> {
  const draft = await lockedDraft(owner, which)
  if (draft === 'gone' || draft === 'too-many') return draft
  const { tx, now, person } = owner
  const { key } = await owner.dataKey()
  const changed = { ...draft, ...change(draft), expiresAt: later(now, KEPT_FOR) }
  const answers = sealed(draft.id, key, changed)
  const columns = { answers, changed_at: now, opened_at: now, expires_at: changed.expiresAt, warned_at: null }
  await tx('drafts')
    .where({ id: draft.id })
    .update({ ...columns, ...(person.proved && { proved: true }) })
  return changed
}

/** Beside the sealed answers, for the warning before it ends. @param safety null while they have not said */
export async function noteSafety({ tx }: Owner, { id }: Pick<Draft, 'id'>, safety: boolean | null): Promise<void> {
  await tx('drafts').where({ id }).whereRaw('safety is distinct from ?', [safety]).update({ safety })
}

/** From here on its event's path means this one. */
export async function openDraft(owner: Owner, id: string): Promise<void> {
  await currentDrafts(owner).where({ id }).update({ opened_at: owner.now })
}

/** The draft as it is to be sent, locked: a second sending waits, and then finds it gone. */
export async function takeDraft(owner: Owner, which: WhichDraft): Promise<Draft | undefined> {
  const row = await draftRow(owner, which).forUpdate()
  return row && openDraftRow(row, await owner.dataKey())
}

export async function removeDraft({ tx, person }: Owner, id: string): Promise<void> {
  await tx('drafts').where({ account_id: person.accountId, id }).delete()
}

const LAST_OPENED_FIRST = ['opened_at', 'id'].map((column) => ({ column, order: 'desc' }))

const currentDrafts = ({ tx, person, now }: Owner) =>
  openTo(person, tx<Row>('drafts').where({ account_id: person.accountId }).where('expires_at', '>', now))

const draftRow = (owner: Owner, { eventType, id }: WhichDraft) =>
  currentDrafts(owner)
    .where({ event_type: eventType, ...(id !== undefined && { id }) })
    .orderBy(LAST_OPENED_FIRST)
    .first()

async function lockedDraft(owner: Owner, which: WhichDraft): Promise<Draft | NoDraft> {
  if (which.id === undefined) await lockDrafts(owner)
  const row = await draftRow(owner, which).forUpdate()
  if (row) return openDraftRow(row, await owner.dataKey())
  return which.id === undefined ? begin(owner, { eventType: which.eventType, content: emptyDraft }) : 'gone'
}

/** Keeps others of the same person from beginning one at the same time, until this transaction ends. */
export const lockDrafts = ({ tx, person }: Owner) =>
  tx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`drafts of ${person.accountId}`])

interface Beginning {
  eventType: string
  content: DraftContent
  corrects?: string | undefined
}

async function begin(owner: Owner, { eventType, content, corrects }: Beginning): Promise<Draft | 'too-many'> {
  const { tx, person, now } = owner
  const ids = await currentDrafts(owner).select('id')
  if (ids.length >= MOST_DRAFTS) return 'too-many'
  const { key } = await owner.dataKey()
  const id = uuidv7()
  const row = { id, account_id: person.accountId, event_type: eventType, answers: sealed(id, key, content) }
  const times = { started_at: now, changed_at: now, opened_at: now, expires_at: later(now, KEPT_FOR) }
  const whole = { ...row, ...times, corrects_report_id: corrects ?? null, proved: person.proved }
  await tx('drafts').insert(whole)
  return openDraftRow(whole, await owner.dataKey())
}

const sealed = (id: string, key: DataKey['key'], { answers, wasComplete, bodies }: DraftContent) =>
  seal(key, { answers, wasComplete, bodies }, sealPlace(id))

/** From a row that was read with others. */
export const openDraftRow = (row: OpenRow, { key }: DataKey): Draft => ({
  ...open<DraftContent>(key, row.answers, sealPlace(row.id)),
  id: row.id,
  eventType: row.event_type,
  startedAt: row.started_at,
  expiresAt: row.expires_at,
  ...(row.corrects_report_id !== null && { correctsReportId: row.corrects_report_id }),
})

const sealPlace = (row: string) => ({ table: 'drafts', column: 'answers', row })
