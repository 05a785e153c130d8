import { v7 as uuidv7 } from 'uuid'
import { Agent, request } from 'undici'
import type { TestDatabase } from '../support/database.ts'
import { sharedNow } from './child.ts'
import { aReported, type Reporter, type Reporters } from './intake-set-up.ts'

const dispatcher = new Agent({ connections: 8, pipelining: 1 })

/** Bodies of calls made beforehand: what a body's own program takes to write them is not ours. */
export const batchesOf = ({ baseUrl, bodies: [body] }: Reporters, batches: number, size: number): string[] =>
  Array.from({ length: batches }, (_, batch) =>
    JSON.stringify(
      Array.from({ length: size }, (__, number) => aReported(body as Reporter, baseUrl, batch * size + number)),
    ),
  )

export interface Call {
  body: string
  token: string
  records: number
}

/** Acknowledged records a second of these calls, so many of them under way at a time. */
export async function rateOf(
  { baseUrl }: Reporters,
  calls: readonly Call[],
  atOnce: number,
  acknowledged: (records: number) => void = () => undefined,
): Promise<number> {
  const waiting = [...calls]
  const begun = sharedNow()
  let total = 0
  const caller = async () => {
    for (let call = waiting.shift(); call; call = waiting.shift()) {
      const taken = await send(baseUrl, call)
      total += taken
      acknowledged(taken)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, caller))
  return (total * 1000) / (sharedNow() - begun)
}

async function send(baseUrl: string, call: Call): Promise<number> {
  const { body, token, records } = call
  const { statusCode, body: answer } = await request(`${baseUrl}/api/access-records`, {
    ...{ method: 'POST', body, dispatcher },
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  })
  const { results = [] } = (await answer.json()) as { results?: { result: string }[] }
  // The service says that it has too much to do: a body waits and sends the same again.
  if (statusCode === 503) return send(baseUrl, call)
  const taken = results.filter(({ result }) => result === 'recorded').length
  if (taken !== records) throw new Error(`Of ${records} records ${taken} were recorded: ${statusCode}`)
  return taken
}

type Row = Record<string, unknown>

/** Finished rows as intake stored them, under new ids, ready to be inserted again: as many as a batch has. */
export async function finishedRows({ owner }: TestDatabase, batches: number, size: number): Promise<Row[][]> {
  const rows = await owner<Row>('access_records').orderBy('registered_at', 'desc').limit(size)
  const registered_at = new Date()
  return Array.from({ length: batches }, () => rows.map((row) => ({ ...row, registered_at, record_id: uuidv7() })))
}

/** Rows a second of plain inserts of many rows each, into the same table with its indexes, without anything around it. */
export async function rawRate({ owner }: TestDatabase, batches: readonly Row[][], atOnce: number): Promise<number> {
  const columns = Object.keys(batches[0]?.[0] ?? {})
  const waiting = batches.map((rows) => ({
    text: `insert into access_records (${columns.join(', ')}) values ${rows
      .map((_, row) => `(${columns.map((__, at) => `$${row * columns.length + at + 1}`).join(', ')})`)
      .join(', ')}`,
    values: rows.flatMap((row) => columns.map((column) => row[column])),
  }))
  const rows = batches.flat().length
  const begun = sharedNow()
  const inserter = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await insert(owner, next)
  }
  await Promise.all(Array.from({ length: atOnce }, inserter))
  return (rows * 1000) / (sharedNow() - begun)
}

async function insert(owner: TestDatabase['owner'], statement: { text: string; values: unknown[] }): Promise<void> {
  const client = owner.client as unknown as {
    acquireConnection(): Promise<{ query(statement: object): Promise<unknown> }>
    releaseConnection(connection: object): Promise<void>
  }
  const connection = await client.acquireConnection()
  await connection.query(statement).finally(() => client.releaseConnection(connection))
}
