import type { Db } from '../shared/database.ts'

/**
 * A body leaves: at once it gets no token and is told nothing more, its keys and people are gone, and its agreements have
 * ended. What it was told, what it answered, what its people did and what its runs showed stays where it is. In an
 * operator's context, or the worker's.
 */
export async function offBoard(tx: Db, agencyId: string, now: Date): Promise<void> {
  await tx.raw('select off_board_agency(?, ?)', [agencyId, now])
}
