import { getConstructionPlans, getMigrationPlans } from 'pg-boss'
import type { Db } from '../shared/database.ts'
import { JOBS_SCHEMA } from './timer-jobs.ts'

/**
 * Makes the tables of the job library, or brings them to what its installed release expects, as their owner and in the
 * transaction of a migration. Whoever raises the library's release adds a migration that calls this once more. The
 * worker's role may add, change and remove rows of what it uses, and make nothing.
 */
export async function bringJobsUpToDate(tx: Db): Promise<void> {
  const { rows } = await tx.raw<{ rows: { made: boolean }[] }>('select to_regclass(?) is not null as made', [VERSION])
  const plans = rows[0]?.made ? getMigrationPlans(JOBS_SCHEMA, await versionOf(tx)) : getConstructionPlans(JOBS_SCHEMA)
  await tx.raw(escaped(withoutTransaction(plans)))
  await tx.raw(GRANTS)
}

const VERSION = `${JOBS_SCHEMA}.version`

async function versionOf(tx: Db): Promise<number> {
  const [row] = await tx(VERSION).select<{ version: number }[]>('version')
  return Number(row?.version)
}

/** The library begins and commits by itself; a migration is in a transaction already. */
const withoutTransaction = (plans: string) => plans.replace(/^\s*BEGIN;/, '').replace(/COMMIT;\s*$/, '')

/** Knex takes a question mark for a value. */
const escaped = (sql: string) => sql.replaceAll('?', '\\?')

const GRANTS = `
  revoke all on schema ${JOBS_SCHEMA} from public;
  grant usage on schema ${JOBS_SCHEMA} to tell_us_once_worker;
  grant select, insert, update, delete on
    ${JOBS_SCHEMA}.queue, ${JOBS_SCHEMA}.schedule, ${JOBS_SCHEMA}.job, ${JOBS_SCHEMA}.job_common
    to tell_us_once_worker;
  grant select, update on ${JOBS_SCHEMA}.version to tell_us_once_worker;
  grant select, delete on ${JOBS_SCHEMA}.job_dependency to tell_us_once_worker;
  -- It locks the rows that it deletes.
  grant select, update, delete on ${JOBS_SCHEMA}.instance to tell_us_once_worker`
