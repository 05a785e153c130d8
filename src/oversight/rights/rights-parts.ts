import type { Request } from 'express'
import type { Knex } from 'knex'
import { namesOfBodies } from '../../access-log/questions/question-parts.ts'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import { personOf, type Person } from '../../identity/person.ts'
import type { Clock } from '../../shared/clock.ts'
import { inContext, type Db } from '../../shared/database.ts'
import type { Language } from '../../shared/language.ts'
import { isUuid } from '../../shared/references.ts'
import { notFound } from '../../shared/refusal.ts'
import type { Vault } from '../../vault/vault.ts'
import { findRequest } from './request-store.ts'
import type { RightsRequest } from './right.ts'

export interface RightsParts {
  db: Db
  vault: Vault
  clock: Clock
  events?: Catalogue
}

/** A citizen in a transaction of their own context. */
export interface Asker {
  tx: Knex.Transaction
  vault: Vault
  person: Pick<Person, 'accountId' | 'subjects'>
  now: Date
}

export function asCitizen<Result>(
  { db, vault, clock }: RightsParts,
  req: Request,
  work: (asker: Asker) => Promise<Result>,
): Promise<Result> {
  const person = personOf(req)
  const context = { account: person.accountId, subjects: person.subjects }
  return inContext(db, context, (tx) => work({ tx, vault, person, now: clock() }))
}

/** The request that the address names. @throws Refusal not-found for another's, and for what is none */
export async function requestIn(tx: Db, { params }: Pick<Request, 'params'>): Promise<RightsRequest> {
  const request = await findRequest(tx, idIn({ params }))
  if (!request) throw notFound()
  return request
}

export function idIn({ params }: { params: Record<string, string | string[] | undefined> }): string {
  const id = String(params['id'])
  if (!isUuid(id)) throw notFound()
  return id
}

export const bodyNames = (tx: Db, language: Language) => namesOfBodies(tx, language)
