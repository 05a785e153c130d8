import { ukToday } from '../shared/dates.ts'
import type { DataKey } from '../vault/data-key-store.ts'
import { open, seal } from '../vault/sealing.ts'
import { remembered, withEntry, withoutReport, type KeptOfReport } from './kept.ts'
import type { Owner } from './owner.ts'

/** What reports of this person said that still holds. @param except what this one said: it is being corrected */
export async function recall(owner: Owner, except?: string): Promise<ReturnType<typeof remembered>> {
  const entries = await readEntries(owner)
  return remembered(except === undefined ? entries : withoutReport(entries, except), ukToday(owner.now))
}

/** What a report said, for later ones. Said again, by a correction, it takes the place of what it said before. */
export async function remember(owner: Owner, entry: KeptOfReport & { reportId: string }): Promise<void> {
  const isEmpty = Object.keys(entry.numbers).length === 0 && Object.keys(entry.kept).length === 0
  await change(owner, (entries) => (isEmpty ? withoutReport(entries, entry.reportId) : withEntry(entries, entry)))
}

/** A report that was withdrawn leaves nothing behind. */
export async function forgetOf(owner: Owner, reportId: string): Promise<void> {
  await change(owner, (entries) => withoutReport(entries, reportId))
}

async function change(owner: Owner, to: (entries: KeptOfReport[]) => KeptOfReport[]): Promise<void> {
  const { tx, person } = owner
  const entries = await readEntries(owner, { lock: true })
  const changed = to(entries)
  if (entries.length === 0 && changed.length === 0) return
  const { key } = await owner.dataKey()
  await tx('accounts')
    .where({ id: person.accountId })
    .update({ numbers: seal(key, changed, placeOf(person.accountId)) })
}

async function readEntries({ tx, person, dataKey }: Owner, { lock = false } = {}): Promise<KeptOfReport[]> {
  const asked = tx
    .raw<{ rows: { numbers: Buffer | null }[] }>(lock ? LOCKED : UNLOCKED, [person.accountId])
    // By a name each connection plans it once.
    .options({ name: lock ? 'kept, locked' : 'kept' })
  const [row] = (await asked).rows
  return row?.numbers ? openEntries(await dataKey(), person.accountId, row) : []
}

/** From a row that was read with others. */
export function openEntries(
  { key }: DataKey,
  accountId: string,
  { numbers }: { numbers: Buffer | null },
): KeptOfReport[] {
  if (!numbers) return []
  const read = open<KeptOfReport[] | Record<string, string>>(key, numbers, placeOf(accountId))
  // Sealed before this kept anything but numbers.
  return Array.isArray(read) ? read : [{ reportId: null, numbers: read, kept: {} }]
}

const UNLOCKED = 'select numbers from accounts where id = ?'
const LOCKED = `${UNLOCKED} for update`

const placeOf = (row: string) => ({ table: 'accounts', column: 'numbers', row })
