import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { listAgencies, saveAgency } from '../agencies/agency-store.ts'
import { placeOf, type Mistake } from '../agencies/file-mistakes.ts'
import { agree, listAgreements, setState, type RegisteredAgreement } from '../agreements/agreement-store.ts'
import type { Db } from '../shared/database.ts'
import { Refusal } from '../shared/refusal.ts'
import { openSetting, sealSetting, type Vault } from '../vault/vault.ts'
import { readAgencies, type FileEntry, type FileRules } from './agencies-file.ts'
import { changesFor, type Change, type Present, type Stream } from './file-changes.ts'
import { applyOneAtATime, listSubscriptions, removeSubscription, saveSubscription } from './subscription-store.ts'
import { headerPlace, type Subscription } from './subscription.ts'

export interface Summary {
  changes: Change[]
  /** How much the file describes. */
  agencies: number
  agreements: number
  streams: number
}

/** @throws Refusal `invalid` that names every mistake of the file's with its place; then nothing has been applied. */
export async function applyAgenciesFile(
  db: Db,
  vault: Vault,
  file: unknown,
  options: FileRules & { now: Date },
): Promise<Summary> {
  const reading = readAgencies(file, options)
  const applied = 'mistakes' in reading ? reading : await applyAgencies(db, vault, reading.value, options.now)
  if ('mistakes' in applied) throw refused(applied.mistakes)
  return applied
}

/** Brings the database to what the entries say, in one transaction. Bodies that they do not name stay as they are. */
export function applyAgencies(
  db: Db,
  vault: Vault,
  entries: FileEntry[],
  now: Date,
): Promise<Summary | { mistakes: Mistake[] }> {
  return db.transaction(async (tx) => {
    await applyOneAtATime(tx)
    const agreements = await listAgreements(tx)
    const mistakes = takenIds(entries, agreements)
    if (mistakes.length > 0) return { mistakes }
    const changes = changesFor(entries, await present(tx, vault, entries, agreements))
    for (const change of changes) await make(tx, vault, change, now)
    return {
      changes,
      agencies: entries.length,
      agreements: entries.flatMap((entry) => entry.agreements).length,
      streams: entries.flatMap((entry) => entry.streams).length,
    }
  })
}

function refused(mistakes: readonly Mistake[]): Refusal {
  const errors = mistakes.map(({ path, problem }) => ({ field: placeOf(path), message: problem }))
  const lines = errors.map(({ field, message }) => `${field} ${message}`.trim())
  return new Refusal('invalid', `The agencies file cannot be applied:\n${lines.join('\n')}`, { errors })
}

/** An agreement stays with the body that made it. */
function takenIds(entries: readonly FileEntry[], agreements: readonly RegisteredAgreement[]): Mistake[] {
  const owners = new Map(agreements.map(({ id, agencyId }) => [id, agencyId]))
  return entries.flatMap((entry, index) =>
    entry.agreements.flatMap(({ id }, at): Mistake[] => {
      const owner = owners.get(id) ?? entry.id
      const path = ['agencies', index, 'agreements', at, 'id']
      return owner === entry.id ? [] : [{ path, problem: `is the id of an agreement with ${owner}: choose another` }]
    }),
  )
}

async function present(
  db: Db,
  vault: Vault,
  entries: FileEntry[],
  agreements: RegisteredAgreement[],
): Promise<Present> {
  const subscriptions = await listSubscriptions(
    db,
    entries.map(({ id }) => id),
  )
  const streams = subscriptions.map((subscription) => ({
    ...subscription,
    authorizationHeader: openedHeader(vault, subscription),
  }))
  return { agencies: await listAgencies(db), agreements, streams }
}

function openedHeader(vault: Vault, { id, authorizationHeader }: Subscription): string | null {
  return authorizationHeader && openSetting<string>(vault, authorizationHeader, headerPlace(id))
}

async function make(tx: Knex.Transaction, vault: Vault, change: Change, now: Date): Promise<void> {
  switch (change.kind) {
    case 'agency-added':
    case 'agency-changed':
      return saveAgency(tx, change.agency, now)
    case 'agreement-made':
    case 'agreement-changed':
      return agree(tx, change.agreement, now)
    case 'agreement-ended':
      return setState(tx, change.agreement.id, 'ended', now)
    case 'agreement-resumed':
      return setState(tx, change.agreement.id, 'live', now)
    case 'stream-added':
    case 'stream-changed':
      return saveSubscription(tx, sealed(vault, change.id ?? uuidv7(), change.stream), now)
    case 'stream-removed':
      return removeSubscription(tx, change.id)
  }
}

function sealed(vault: Vault, id: string, stream: Stream): Subscription {
  const { authorizationHeader: header } = stream
  return { ...stream, id, authorizationHeader: header === null ? null : sealSetting(vault, header, headerPlace(id)) }
}
