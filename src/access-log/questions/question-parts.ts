import type { Request } from 'express'
import type { Knex } from 'knex'
import { listAgencies } from '../../agencies/agency-store.ts'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import { personOf } from '../../identity/person.ts'
import { inContext, type Db } from '../../shared/database.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { isUuid } from '../../shared/references.ts'
import { notFound } from '../../shared/refusal.ts'
import type { ReceiptParts } from '../receipts/receipt-files.ts'
import { findQuestion } from './question-store.ts'
import type { Asker } from './ask.ts'
import type { Question } from './question.ts'

/** What the citizen's pages of questions need, and the proofs that go with them. */
export interface QuestionParts extends ReceiptParts {
  db: Db
  events?: Catalogue
}

/** Does something in the context of whoever asks. */
export function asCitizen<Result>(
  { db, vault, clock }: QuestionParts,
  req: Request,
  work: (asker: Asker & { tx: Knex.Transaction }) => Promise<Result>,
): Promise<Result> {
  const person = personOf(req)
  const context = { account: person.accountId, subjects: person.subjects }
  return inContext(db, context, (tx) => work({ tx, vault, person, now: clock() }))
}

/** The question that the address names. @throws Refusal not-found for another's, and for what is none */
export async function questionIn(tx: Db, { params }: Pick<Request, 'params'>): Promise<Question> {
  const id = String(params['question'])
  const question = isUuid(id) ? await findQuestion(tx, id) : undefined
  if (!question) throw notFound()
  return question
}

export async function namesOfBodies(tx: Db, language: Language): Promise<(id: string) => string> {
  const names = new Map((await listAgencies(tx)).map(({ id, name }) => [id, inLanguage(name, language)]))
  return (id) => names.get(id) ?? id
}

export const questionPath = ({ id }: Pick<Question, 'id'>) => `/access/questions/${id}`
