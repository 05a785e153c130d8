import { type Db, openDatabase } from '../../shared/database.ts'
import type { Login } from './database-logins.ts'

/** Works on one connection while nobody else prepares the same database: roles and schemas do not stand two at once. */
export async function preparing<Result>(url: string, work: (db: Db) => Promise<Result>): Promise<Result> {
  const db = openDatabase(url, { max: 1 })
  try {
    await db.raw('select pg_advisory_lock(?)', [PREPARING])
    return await work(db)
  } finally {
    await db.destroy()
  }
}

/** Makes the owner and the database when they are missing. `db` is the superuser's. */
export async function ensureDatabase(db: Db, name: string, owner: Login): Promise<void> {
  await ensureRole(db, owner)
  await db.raw('alter role ?? createdb createrole', [owner.name])
  const found = await db('pg_database').where({ datname: name }).select('oid')
  if (found.length === 0) await db.raw('create database ?? owner ??', [name, owner.name])
}

/** Whether the role we are connected as may make the log-ins of the processes. */
export async function mayCreateRoles(db: Db): Promise<boolean> {
  const may = await db('pg_roles').whereRaw('rolname = current_user and (rolcreaterole or rolsuper)').select('oid')
  return may.length > 0
}

/** Makes a log-in that is a member of a group role, and sets its password. */
export async function ensureMember(db: Db, login: Login, group: string): Promise<void> {
  await ensureRole(db, login)
  await db.raw('grant ?? to ??', [group, login.name])
}

// Any number that nobody else locks: the first digits of 'tell us once' in ASCII.
const PREPARING = 116101108

async function ensureRole(db: Db, { name, password }: Login): Promise<void> {
  const found = await db('pg_roles').where({ rolname: name }).select('oid')
  if (found.length === 0) await db.raw('create role ??', [name])
  // This statement takes no parameters; the password is hex.
  await db.raw(`alter role ?? login password '${password}'`, [name])
}
