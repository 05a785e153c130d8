import type { LookupFunction } from 'node:net'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Clock } from '../shared/clock.ts'
import type { Db } from '../shared/database.ts'
import type { Logger } from '../shared/log.ts'
import type { SigningJwk } from '../vault/signing-keys.ts'
import type { Vault } from '../vault/vault.ts'
import type { RetryPolicy } from './after-attempt.ts'
import type { DeliveryFigures } from './metrics/figures.ts'

export interface WorkerParts {
  /** The worker role's. */
  db: Db
  vault: Vault
  clock: Clock
  logger: Logger
  baseUrl: string
  /** Private; the first one signs. */
  signingKeys: SigningJwk[]
  /** Development and tests: receivers on this machine. */
  allowLoopback: boolean
  /** How names become addresses: the system's unless said. */
  lookup?: LookupFunction
  events?: Catalogue
  policy?: RetryPolicy
  /** Milliseconds for one push. */
  timeout?: number
  /** Milliseconds after which what a killed worker had in hand is claimed by another. */
  lease?: number
  /** Is told of what is on its way and what came of it. */
  figures?: DeliveryFigures
}
