import type { Knex } from 'knex'
import type { CalendarDate } from '../../shared/dates.ts'
import type { AgreementEntry } from '../agreement-entry.ts'
import { latestVersions } from '../agreement-store.ts'
import { isInUse, standingOn } from '../agreement.ts'
import { isPrecedent } from '../proposals/proposal.ts'

/**
 * For the worker: whether what a body relies on is in use, and still tells as much as these terms. It cannot end before the
 * transaction does.
 */
export async function standsStill(
  tx: Knex.Transaction,
  reliedOn: string | null,
  terms: AgreementEntry,
  today: CalendarDate,
): Promise<boolean> {
  await tx('agreements').where({ id: reliedOn }).forShare().select('id')
  const [agreement] = await latestVersions(tx, reliedOn === null ? [] : [reliedOn])
  return agreement !== undefined && isInUse(standingOn(today, agreement)) && isPrecedent(agreement, terms)
}

/** For the worker: an end, a lapse or a finding of the one reaches the other from now on. */
export async function relyOn(tx: Knex.Transaction, id: string, reliedOn: string | null): Promise<void> {
  await tx('agreements').where({ id }).update({ relies_on: reliedOn })
}
