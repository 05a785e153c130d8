import type { Facts } from '../../catalogue/life-event.ts'
import { inContext } from '../../shared/database.ts'
import { isUuid } from '../../shared/references.ts'
import { notFound, Refusal } from '../../shared/refusal.ts'
import { oldestKept } from './feed-start.ts'
import { entriesOf, entriesOfRow } from './feed-store.ts'
import { readAgain, type ReadEntry, type ReadingParts } from './read-again.ts'

/** What holds now of an event that a body was told. */
export interface EventState {
  /** Of the first token about it, which later ones name as `original_jti`. */
  jti: string
  state: 'reported' | 'corrected' | 'withdrawn'
  /** Of the token that says so. */
  current_jti: string
  as_of: string
  /** As its agreement lets it be told now; not of what was withdrawn. */
  facts?: Facts
  /** That token, signed. */
  set: string
}

/**
 * @param jti of any token about the event: the first, a correction, a withdrawal
 * @throws Refusal `not-found` for a jti that the body never got; `gone` for what may not be told any more
 */
export async function stateOfEvent(parts: ReadingParts, agencyId: string, jti: string): Promise<EventState> {
  const id = jti.toLowerCase()
  if (!isUuid(id)) throw notFound()
  const now = parts.clock()
  const row = await inContext(parts.db, { agency: agencyId }, async (tx) => {
    const [entry] = await entriesOf(tx, agencyId, [id])
    if (!entry?.known) throw notFound()
    if (entry.since < oldestKept(now)) throw gone()
    return entriesOfRow(tx, entry, now)
  })
  const [read] = await readAgain(parts, agencyId, row.slice(-1), 'state')
  if (!read) throw gone()
  return described(read, row[0]?.delivery.id ?? id, now)
}

function described({ entry, sendable: { change, facts }, token }: ReadEntry, jti: string, now: Date): EventState {
  const state = change?.change === 'withdrawn' ? 'withdrawn' : change ? 'corrected' : 'reported'
  return {
    jti,
    state,
    current_jti: entry.delivery.id,
    as_of: now.toISOString(),
    ...(state !== 'withdrawn' && { facts }),
    set: token,
  }
}

const gone = () => new Refusal('gone', 'Nothing of this event may be told any more')
