import type { Db } from '../../shared/database.ts'

/** What became of what a body was told, and of what it did with it, over a year: counts, and shares from 0 to 1. */
export interface AgencyRecord {
  /** How many times it was told something. */
  told: number
  /** How many uses of data it has reported. */
  used: number
  /** How many of them went beyond their agreement; null: some, and too few to say how many. */
  drift: number | null
  /** Of what it was told; null where there is nothing to say, or too little. */
  answered: number | null
  onTime: number | null
}

/** Passed in by app.ts: what came of deliveries is known to rooms that know this one. */
export type RecordOf = (db: Db, agencyId: string, now: Date) => Promise<AgencyRecord>

/** Null for a count from which somebody could learn what happened to one person: below five, as in all figures. */
export const fewer = (count: number): number | null => (count > 0 && count < FEWEST ? null : count)

const FEWEST = 5
