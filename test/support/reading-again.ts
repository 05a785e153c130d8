import type { Worker } from '../../src/deliveries/worker.ts'
import type { Clock } from '../../src/shared/clock.ts'
import type { Vault } from '../../src/vault/vault.ts'
import { aCitizen, type Citizen } from './access-log.ts'
import { testDatabase, type TestDatabase } from './database.ts'
import { aWorker } from './delivering.ts'
import { aRecipient } from './receiver.ts'
import { startTransmitter, type Caller, type Transmitter } from './ssf.ts'

/** All that bodies are told by and can ask again, and two people whom they are told of. */
export interface Telling {
  database: TestDatabase
  transmitter: Transmitter
  worker: Worker
  amira: Citizen
  grace: Citizen
  close(): Promise<void>
}

export async function startTelling(vault: Vault, clock: Clock): Promise<Telling> {
  const database = await testDatabase()
  const transmitter = await startTransmitter(database, vault, clock)
  const worker = aWorker(database, { vault, clock, signingKeys: transmitter.signingKeys })
  return {
    ...{ database, transmitter, worker },
    amira: await aCitizen(database, vault, 'amira'),
    grace: await aCitizen(database, vault, 'grace'),
    async close() {
      await worker.stop()
      await transmitter.close()
      await database.close()
    },
  }
}

/** A body that is pushed to at an endpoint that has proved itself, and another that is told nothing. */
export async function twoBodies({ database, transmitter }: Telling, vault: Vault, url: string) {
  const stream = await aRecipient(database, vault, 'dvla', url)
  await database.owner('subscriptions').update({ proved_at: new Date() })
  await database.owner('endpoint_proofs').delete()
  const body = (id: string): Promise<Caller> => transmitter.body(id, ['events.read', 'ssf.manage'])
  return { stream, dvla: await body('dvla'), hmrc: await body('hmrc') }
}
