import { setTimeout as pause } from 'node:timers/promises'
import type { Knex } from 'knex'
import { SECOND } from './clock.ts'

/** Of the driver: what asks, and hears the answer. */
export interface Connection {
  query(statement: Prepared | string, done: (error: Error | null, answer: Answer) => void): unknown
}

/** A statement with `$1` for its first value. */
export interface Prepared {
  /** Its own among all statements, at most 63 letters: by it each connection plans the statement once. */
  name: string
  text: string
  values: unknown[]
}

export interface Answer {
  rows: unknown[]
  /** What was done: of a `commit` it is `ROLLBACK` where a statement before it failed. */
  command?: string
}

/** Knex's client: it has the connections. */
export interface Connections {
  acquireConnection(): Promise<Connection>
  releaseConnection(connection: Connection): Promise<void>
  query(connection: Connection, sql: string): Promise<{ response?: Answer }>
}

// As long as knex waits.
const LONGEST_ROLLBACK = 5 * SECOND

/**
 * By callback: what the driver's own promises came of, they keep until the whole heap is looked through. V8 makes a
 * function that is assigned to a property where old things live, and each look at what is young moves all that is found
 * from there: 10 ms at a time, of a process with next to nothing to do.
 */
export const answerTo = (connection: Connection, statement: Prepared | string) =>
  new Promise<Answer>((resolve, reject) =>
    connection.query(statement, (error, answer) => (error ? reject(error) : resolve(answer))),
  )

/**
 * Runs `work` in a transaction, or in a savepoint of the one that `db` is. Knex's own makes a whole knex for each, a few
 * hundred functions of the kind that `answerTo` tells of; this one derives from the one that there is. Nothing can be asked
 * of it when it has ended. Done is what is committed: it fails with what PostgreSQL refused of it, also of what was asked
 * with `ask` and not waited for, or where the failure was caught: PostgreSQL takes all of it back.
 *
 * @param begin what goes with `begin` in one message: what follows stands in line behind it, and fails with it
 */
export function inTransaction<Result>(
  db: Knex,
  work: (tx: Knex.Transaction) => Promise<Result>,
  begin?: string,
): Promise<Result> {
  return db.isTransaction ? db.transaction(work) : begun(db, work, begin)
}

async function begun<Result>(db: Knex, work: (tx: Knex.Transaction) => Promise<Result>, begin?: string) {
  const client = db.client as Connections
  const connection = await client.acquireConnection()
  const held = new Held(connection)
  try {
    const beginning = client.query(held, begin ? `begin; ${begin}` : 'begin')
    // Heard of before anything is committed.
    beginning.catch(() => undefined)
    const result = await work(transactionOn(db, held))
    await beginning
    const { response } = await client.query(held, 'commit')
    if (response?.command === 'ROLLBACK') throw held.failure ?? new Error('The transaction was taken back')
    return result
  } catch (error) {
    if (!(await isDone(client.query(held, 'rollback')))) Object.assign(connection, { __knex__disposed: error })
    throw comesOfAnother(error) ? (held.failure ?? error) : error
  } finally {
    held.hasEnded = true
    void client.releaseConnection(connection)
  }
}

/** `in_failed_sql_transaction`: which statement failed before it, and why, is what one wants to know. */
const comesOfAnother = (error: unknown) => error instanceof Error && 'code' in error && error.code === '25P02'

/** In time. What does not roll back is nobody else's any more: its connection is closed when it answers, not used again. */
const isDone = (rollback: Promise<unknown>) =>
  Promise.race([
    rollback.then(
      () => true,
      () => false,
    ),
    pause(LONGEST_ROLLBACK, false, { ref: false }),
  ])

async function inSavepoint<Result>(db: Knex, outer: Held, work: (tx: Knex.Transaction) => Promise<Result>) {
  const client = db.client as Connections
  const held = new Held(outer)
  const { failure } = outer
  outer.savepoints += 1
  const name = `savepoint_${outer.savepoints}`
  try {
    await client.query(held, `savepoint ${name}`)
    const result = await work(transactionOn(db, held))
    await client.query(held, `release savepoint ${name}`)
    return result
  } catch (error) {
    await isDone(client.query(held, `rollback to savepoint ${name}`))
    outer.failure = failure
    throw error
  } finally {
    held.hasEnded = true
  }
}

/** A connection for as long as a transaction, or a savepoint, has it. */
class Held implements Connection {
  hasEnded = false
  savepoints = 0
  /** Of the first statement that failed. */
  failure: Error | undefined
  /** Of the last savepoint: they come one after the other. */
  last: Promise<unknown> = Promise.resolve()
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  query(...[statement, done, ...more]: Parameters<Connection['query']>) {
    if (this.hasEnded) throw new Error('The transaction has ended')
    // Without a callback it answers by a promise, of which the failure is the asker's to see.
    if (typeof done !== 'function') return this.#connection.query(statement, done, ...more)
    return this.#connection.query(statement, (error, answer) => {
      if (error) this.failure ??= error
      done(error, answer)
    })
  }
}

/** A knex whose one connection is the one that is held, and whose transactions are savepoints. */
function transactionOn(db: Knex, held: Held): Knex.Transaction {
  const client = derivedFrom(db.client as object, {
    acquireConnection: () => Promise.resolve(held),
    releaseConnection: () => Promise.resolve(),
  })
  const context = derivedFrom((db as unknown as { context: Context }).context, {
    client,
    transaction<Result>(work: (nested: Knex.Transaction) => Promise<Result>) {
      const done = held.last.then(() => inSavepoint(db, held, work))
      held.last = done.catch(() => undefined)
      return done
    },
  })
  const tx = Object.assign((table: string) => context.queryBuilder().table(table), {
    context,
    isTransaction: true,
    isCompleted: () => held.hasEnded,
  })
  return Object.setPrototypeOf(tx, db) as Knex.Transaction
}

/** Of knex: what each of its functions asks for a builder, which asks the client that it has for a connection. */
interface Context {
  queryBuilder(): Knex.QueryBuilder
}

const derivedFrom = <Base extends object, Own extends object>(base: Base, own: Own) =>
  Object.assign(Object.create(base) as Base, own)
