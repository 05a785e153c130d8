import { listActivities } from '../access-log/activities/activity-store.ts'
import { listAgencies } from '../agencies/agency-store.ts'
import type { Agency } from '../agencies/agency.ts'
import { placeOf, type Mistake } from '../agencies/file-mistakes.ts'
import { endedByRegulator } from '../agreements/concerns/finding-store.ts'
import { listAgreements, type RegisteredAgreement } from '../agreements/agreement-store.ts'
import { knownMembers } from '../identity/staff/known-member-store.ts'
import { inTransaction, type Db } from '../shared/database.ts'
import { ukToday } from '../shared/dates.ts'
import { Refusal } from '../shared/refusal.ts'
import { openSetting, type Vault } from '../vault/vault.ts'
import { readAgencies, type AgenciesFile, type FileEntry } from './agencies-file.ts'
import type { Change, Warning } from './change.ts'
import { proposedAgreements } from './proposed-agreement-store.ts'
import { lastAdmins, takenAddresses } from './staff-changes.ts'
import { changesFor, warningsFor, type Present } from './file-changes.ts'
import { makeChange } from './make-change.ts'
import { applyOneAtATime, listSubscriptions } from './subscription-store.ts'
import { headerPlace, tokenClientPlace, type Subscription, type TokenClient } from './subscription.ts'
import type { FileRules } from './file-rules.ts'

export interface Summary {
  changes: Change[]
  warnings: Warning[]
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

/** Brings the database to what the file says, in one transaction. Bodies that it does not name stay as they are. */
export function applyAgencies(
  db: Db,
  vault: Vault,
  file: AgenciesFile,
  now: Date,
): Promise<Summary | { mistakes: Mistake[] }> {
  const { agencies: entries } = file
  return inTransaction(db, async (tx) => {
    await applyOneAtATime(tx)
    const agreements = await listAgreements(tx)
    const people = await knownMembers(tx)
    const mistakes = [
      ...takenIds(entries, agreements),
      ...unknownHolders(entries, await listAgencies(tx)),
      ...takenAddresses(file, people),
      ...lastAdmins(file, people),
    ]
    if (mistakes.length > 0) return { mistakes }
    const proposed = await proposedAgreements(tx)
    const barred = await endedByRegulator(tx)
    const activities = await listActivities(tx)
    const standing = await present(tx, vault, entries)
    const before = { ...standing, agreements, proposed, barred, activities, people, today: ukToday(now) }
    const changes = changesFor(file, before)
    for (const change of changes) await makeChange(tx, vault, change, now)
    return {
      changes,
      warnings: warningsFor(file, before),
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

/** Whoever holds what an agreement shares takes part here too. */
function unknownHolders(entries: readonly FileEntry[], agencies: readonly Agency[]): Mistake[] {
  const known = new Set([...entries, ...agencies].map(({ id }) => id))
  return entries.flatMap((entry, index) =>
    entry.agreements.flatMap(({ holder }, at): Mistake[] => {
      const path = ['agencies', index, 'agreements', at, 'holder']
      return holder === undefined || known.has(holder) ? [] : [{ path, problem: 'is not a body that takes part' }]
    }),
  )
}

async function present(db: Db, vault: Vault, entries: FileEntry[]): Promise<Pick<Present, 'agencies' | 'streams'>> {
  const subscriptions = await listSubscriptions(
    db,
    entries.map(({ id }) => id),
  )
  const streams = subscriptions.map((subscription) => ({
    ...subscription,
    authorizationHeader: openedHeader(vault, subscription),
    tokenClient: openedClient(vault, subscription),
  }))
  return { agencies: await listAgencies(db), streams }
}

function openedHeader(vault: Vault, { id, authorizationHeader }: Subscription): string | null {
  return authorizationHeader && openSetting<string>(vault, authorizationHeader, headerPlace(id))
}

function openedClient(vault: Vault, { id, tokenClient = null }: Subscription): TokenClient | null {
  return tokenClient && openSetting<TokenClient>(vault, tokenClient, tokenClientPlace(id))
}
