import type { Knex } from 'knex'

export interface Attempt {
  startedAt: Date
  finishedAt: Date
  result: string
  httpStatus: number | null
  detail: string | null
}

/** The latest first. */
export async function attemptsOf(tx: Knex.Transaction, id: string, limit: number): Promise<Attempt[]> {
  return tx('delivery_attempts')
    .where({ delivery_id: id })
    .orderBy('started_at', 'desc')
    .limit(limit)
    .select<Attempt[]>('result', 'detail', {
      startedAt: 'started_at',
      finishedAt: 'finished_at',
      httpStatus: 'http_status',
    })
}

export interface AnswerGiven {
  status: string
  receivedAt: Date
}

/** The answers of the body without their words, the latest first. */
export async function answersTo(tx: Knex.Transaction, id: string): Promise<AnswerGiven[]> {
  return tx('outcomes')
    .where({ delivery_id: id })
    .orderBy('id', 'desc')
    .select<AnswerGiven[]>('status', { receivedAt: 'received_at' })
}
