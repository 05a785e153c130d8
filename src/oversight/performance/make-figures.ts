import { HOUR, later } from '../../shared/clock.ts'
import { inTransaction, type Db } from '../../shared/database.ts'
import { ukToday } from '../../shared/dates.ts'
import { findFigure } from './figure.ts'
import { addMonths, monthOf, type Month } from './month.ts'
import { publishable } from './publish.ts'
import {
  addSnapshots,
  beginMonth,
  forgetBegun,
  isCounted,
  measures,
  missingMonths,
  replaceRunning,
} from './snapshot-store.ts'

/** As many months as are shown. */
export const MONTHS_KEPT = 36

/**
 * Makes the figures of every month that is over and has none: on the first of a month those of the one before, and later
 * whatever was missed. Once made they never change; to do it again changes nothing. With the worker's role.
 */
export async function makeFigures(db: Db, now: Date): Promise<void> {
  const last = addMonths(monthOf(ukToday(now)), -1)
  for (const month of await missingMonths(db, last, MONTHS_KEPT)) await makeMonth(db, month, now)
}

// It costs what the month holds, and nobody decides anything by the hour.
const COUNTED_EVERY = HOUR

/**
 * Counts the month that runs, unless that was done within the hour, of the whole service only: what changes from one hour to the next at one body may tell of
 * one person. With the worker's role.
 */
export async function countRunningMonth(db: Db, now: Date): Promise<void> {
  const month = monthOf(ukToday(now))
  if (await isCounted(db, month, later(now, -COUNTED_EVERY))) return
  await inTransaction(db, async (tx) => {
    const published = publishable(await measures(tx, month, now))
    const shown = published.filter(({ figure, agencyId }) => agencyId === '' && findFigure(figure)?.running)
    await replaceRunning(tx, month, shown, now)
  })
}

async function makeMonth(db: Db, month: Month, now: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await beginMonth(tx, month, now))) return
    await addSnapshots(tx, month, publishable(await measures(tx, month, now)))
    await forgetBegun(tx, addMonths(month, 1))
  })
}
