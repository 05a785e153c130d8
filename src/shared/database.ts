import type { Writable } from 'node:stream'
import knex, { type Knex } from 'knex'
import pg from 'pg'
import { isUuid } from './references.ts'
import { answerTo, inTransaction, type Connections, type Prepared } from './transaction.ts'

export { inTransaction, type Prepared } from './transaction.ts'

/** A connection pool or a transaction: a function that queries takes either. */
export type Db = Knex

/** On whose behalf a transaction reads and writes. Row-level security shows nothing beyond it. */
export interface Context {
  /** The account of a signed-in person. */
  account?: string
  /** Keyed-hash references of the subjects whose rows may be touched. */
  subjects?: readonly Buffer[]
  /** The agency that calls. */
  agency?: string
  /** True for an operator of the service: what their pages need of all agencies, and nothing of any citizen's. */
  operator?: boolean
  /** Those of its deliveries that are being handed over to it, or that it answers to. */
  deliveries?: readonly string[]
}

// bigint counts and ids stay exact up to 2^53, which no table of ours reaches; dates stay `YYYY-MM-DD` text.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
const anyTimestamp = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (text: string) => Date
// A page reads a hundred times and more, in UTC, for which the driver's own way takes several times as long.
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) =>
  text.endsWith('+00') && text[10] === ' '
    ? new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`)
    : anyTimestamp(text),
)

export interface DatabaseOptions {
  max?: number
  /**
   * Plans a named statement once for whatever it is asked with, and by an index wherever one fits: for a process whose
   * statements are few. Some of them take ten times as long to plan as to do, and a plan that was made while a table was
   * empty must do when it is not.
   */
  plansOnce?: boolean
}

export function openDatabase(url: string, options: DatabaseOptions = {}): Db {
  // A pipeline: what waits for no answer is sent at once, and goes over the wire together. Knex's types do not know it.
  const pipelined = { pipeline: true }
  const planning = options.plansOnce ? { options: '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off' } : {}
  return knex({
    client: 'pg',
    connection: { connectionString: url, application_name: 'tell-us-once', keepAlive: true, ...pipelined, ...planning },
    pool: { min: 0, max: options.max ?? 10, afterCreate: gatherWrites },
    acquireConnectionTimeout: 10_000,
    // What it warns of it throws as well, and the caller says it in a line of the log or a sentence for a person.
    log: { warn: () => undefined },
  })
}

/** Of the driver: a client and its socket. */
interface OnWire {
  query: (...given: unknown[]) => unknown
  connection: { stream: Writable }
}

/** What is asked at once goes over the wire in one piece: for small questions each piece costs more than what is in it. */
function gatherWrites(connection: OnWire, done: (error: null, connection: OnWire) => void): void {
  const query = connection.query.bind(connection)
  const { stream } = connection.connection
  connection.query = (...given) => {
    stream.cork()
    setImmediate(() => stream.uncork())
    return query(...given)
  }
  done(null, connection)
}

/**
 * Runs `work` in a transaction that row-level security knows the context of. The context is SET LOCAL with hex
 * literals: it ends with the transaction, reaches distributed nodes, and nothing a person typed can break out of it. Were
 * it ever not sent, row-level security would show nothing at all.
 */
export function inContext<Result>(db: Db, context: Context, work: (tx: Knex.Transaction) => Promise<Result>) {
  if (!db.isTransaction) return inTransaction(db, work, contextStatement(context))
  return inTransaction(db, async (tx) => {
    await widenContext(tx, context)
    return work(tx)
  })
}

/**
 * One reading statement in a context, in one way there and back: it goes over the wire together with what begins and what
 * ends its transaction. For what people look at most.
 */
export async function readInContext<Row>(db: Db, context: Context, statement: Prepared): Promise<Row[]> {
  // One that is under way would end with ours.
  if (db.isTransaction) return inContext(db, context, (tx) => ask<Row>(tx, statement))
  const client = db.client as Connections
  const connection = await client.acquireConnection()
  try {
    const sent = [`begin read only; ${contextStatement(context)}`, statement, 'commit'].map((one) =>
      answerTo(connection, one),
    )
    // Until all are answered, the connection is nobody else's.
    await Promise.allSettled(sent)
    const [, asked] = await Promise.all(sent)
    return (asked?.rows ?? []) as Row[]
  } finally {
    void client.releaseConnection(connection)
  }
}

/**
 * A statement with `:name` for each value, read once: what asks it often asks it by what this returns, which throws for
 * a value that was forgotten.
 *
 * @param name its own among all statements, at most 63 letters
 */
export function statement(name: string, withNames: string): (values: Readonly<Record<string, unknown>>) => Prepared {
  const names: string[] = []
  // Not the second colon of a cast.
  const text = withNames.replaceAll(/(?<!:):([a-z]\w*)/gi, (_, value: string) => {
    if (!names.includes(value)) names.push(value)
    return `$${names.indexOf(value) + 1}`
  })
  return (values) => {
    const forgotten = names.filter((value) => values[value] === undefined)
    if (forgotten.length > 0) throw new TypeError(`${name}: no value for ${forgotten.join(', ')}`)
    return { name, text, values: names.map((value) => values[value]) }
  }
}

/** The same as `db.raw`, past the query builder, which takes longer over such a statement than PostgreSQL does. */
export async function ask<Row>(db: Db, statement: Prepared): Promise<Row[]> {
  if ((db as Knex.Transaction).isCompleted?.()) throw new Error(`The transaction has ended: ${statement.name}`)
  const client = db.client as Connections
  const connection = await client.acquireConnection()
  try {
    return (await answerTo(connection, statement)).rows as Row[]
  } finally {
    void client.releaseConnection(connection)
  }
}

/** One more subject or agency for a transaction already under way. */
export async function widenContext(tx: Knex.Transaction, context: Context): Promise<void> {
  await tx.raw(contextStatement(context))
}

function contextStatement({ account, subjects, agency, operator, deliveries }: Context): string {
  const hexOfText = (text: string) => Buffer.from(text, 'utf8').toString('hex')
  const settings = [
    account === undefined
      ? undefined
      : `set local app.account = '${account.replaceAll('-', '').match(/^[0-9a-f]{32}$/)?.[0] ?? ''}'`,
    subjects === undefined
      ? undefined
      : `set local app.subjects = '${subjects.map((ref) => ref.toString('hex')).join(',')}'`,
    agency === undefined ? undefined : `set local app.agency = '${hexOfText(agency)}'`,
    operator === undefined ? undefined : `set local app.operator = '${operator ? '01' : ''}'`,
    deliveries === undefined ? undefined : `set local app.deliveries = '${deliveries.filter(isUuid).join(',')}'`,
  ]
  return settings.filter(Boolean).join('; ') || 'select 1'
}
