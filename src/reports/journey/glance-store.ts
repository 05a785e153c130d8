import { openIdentity } from '../../identity/account-store.ts'
import type { Identity } from '../../identity/claims.ts'
import type { Person } from '../../identity/person.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import { ask, type Db } from '../../shared/database.ts'
import { unwrapDataKey } from '../../vault/data-key-store.ts'
import type { Vault } from '../../vault/vault.ts'
import { openDraftRow } from '../drafts/draft-store.ts'
import type { Draft } from '../drafts/draft.ts'
import { openEntries } from '../kept-store.ts'
import type { KeptOfReport } from '../kept.ts'
import type { WantedMatching } from './open-journey.ts'

/** Who looks at a page, and where it is read. */
export interface Looking {
  db: Db
  vault: Vault
  now: Date
  person: Pick<Person, 'accountId' | 'subjects'>
}

/** A report of this type, touching these areas. */
export interface Touching {
  eventType: string
  areas: readonly string[]
  today: CalendarDate
}

export interface Held {
  draft: Draft | undefined
  identity: Identity
  entries: KeptOfReport[]
  wanted: WantedMatching[]
}

/**
 * The draft of an event that was opened last, what is known of its person, and what `matchingWanted` tells, in one
 * statement that sets their context for itself. Without areas that is not asked for.
 *
 * @throws when the identity was never proved or has been erased.
 */
export async function heldForJourney(
  { db, vault, now, person }: Looking,
  touching: Omit<Touching, 'areas'> & { areas: Touching['areas'] | undefined },
): Promise<Held> {
  const { accountId } = person
  const [row] = await ask<Row>(db, {
    name: 'held for journey',
    text: 'select * from held_for_journey($1, $2, $3, $4, $5, $6)',
    values: [...contextOf(person), touching.eventType, touching.areas ?? null, touching.today, now],
  })
  if (!row) throw new Error('The data of this account has been erased')
  const key = unwrapDataKey(vault, { ...row, id: row.key_id })
  return {
    draft: row.id === null ? undefined : openDraftRow({ ...row, id: row.id }, key),
    identity: openIdentity(key, accountId, row),
    entries: openEntries(key, accountId, row),
    wanted: row.wanted ?? [],
  }
}

/** What the bodies that would be told can find a person by, each with the age from which it is told. */
export async function matchingWanted(
  { db, person }: Looking,
  { eventType, areas, today }: Touching,
): Promise<WantedMatching[]> {
  const [row] = await ask<Pick<Row, 'wanted'>>(db, {
    name: 'matching wanted',
    text: 'select matching_wanted($1, $2, $3, $4, $5) as wanted',
    values: [...contextOf(person), eventType, areas, today],
  })
  return row?.wanted ?? []
}

/** As the functions take it: the account, and its subjects in hex. */
const contextOf = ({ accountId, subjects }: Looking['person']): [string, string] => [
  accountId,
  subjects.map((ref) => ref.toString('hex')).join(','),
]

interface Row {
  id: string | null
  event_type: string
  answers: Buffer
  corrects_report_id: string | null
  started_at: Date
  expires_at: Date
  identity: Buffer | null
  numbers: Buffer | null
  key_id: string
  wrapped: Buffer
  key_encryption_key: string
  wanted: WantedMatching[] | null
}
