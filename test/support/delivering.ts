import { createWorker, type Worker, type WorkerParts } from '../../src/deliveries/worker.ts'
import { createLogger } from '../../src/shared/log.ts'
import { publicKeys, type SigningJwk } from '../../src/vault/signing-keys.ts'
import type { TestDatabase } from './database.ts'
import { BASE_URL, startReceiver, type Receiver } from './receiver.ts'
import { aKey } from './ssf.ts'

type Settings = Partial<WorkerParts> & Pick<WorkerParts, 'vault' | 'clock'>

/** What bodies are told by: a worker that is quiet unless it is given a logger, and a receiver that knows its keys. */
export interface Delivering {
  signingKeys: SigningJwk[]
  receiver: Receiver
  worker: Worker
  close(): Promise<void>
}

export async function startDelivering(database: TestDatabase, settings: Settings): Promise<Delivering> {
  const signingKeys = settings.signingKeys ?? [await aKey('ES256', 'set-1')]
  const receiver = await startReceiver(publicKeys(signingKeys))
  const worker = aWorker(database, { ...settings, signingKeys })
  return {
    ...{ signingKeys, receiver, worker },
    async close() {
      await receiver.close()
      await worker.stop()
    },
  }
}

export function aWorker(
  { worker: db }: Pick<TestDatabase, 'worker'>,
  settings: Settings & Pick<WorkerParts, 'signingKeys'>,
): Worker {
  const logger = createLogger({ level: 'silent', write: () => undefined })
  return createWorker({ db, logger, baseUrl: BASE_URL, allowLoopback: true, timeout: 2000, ...settings })
}

export const rowsOf = ({ owner }: Pick<TestDatabase, 'owner'>, table: string) =>
  owner<Record<string, unknown>>(table).select()

/** The one row that there must be. */
export async function onlyRow(database: Pick<TestDatabase, 'owner'>, table: string): Promise<Record<string, unknown>> {
  const [row, ...more] = await rowsOf(database, table)
  if (!row || more.length > 0) throw new Error(`${table} has ${more.length + (row ? 1 : 0)} rows, not one`)
  return row
}

/** How many deliveries are in each state. */
export async function statesOf({ owner }: Pick<TestDatabase, 'owner'>): Promise<Record<string, number>> {
  const rows = await owner('deliveries').groupBy('state').orderBy('state').select('state').count()
  return Object.fromEntries(rows.map((row) => [String(row['state']), Number(row['count'])]))
}
