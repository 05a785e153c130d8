import type { Knex } from 'knex'
import { JOBS_SCHEMA } from '../src/notices/timer-jobs.ts'

/** The job library locks the rows of workers that are gone before it deletes them, and warned of it at every look. */
export const up = (db: Knex) => db.raw('grant update on ??.instance to tell_us_once_worker', [JOBS_SCHEMA])
