import { recordQuestionOpened } from '../../access-log/record-looks.ts'
import type { Clock } from '../../shared/clock.ts'
import { inContext, type Db } from '../../shared/database.ts'
import { ukToday } from '../../shared/dates.ts'
import { Refusal, notFound } from '../../shared/refusal.ts'
import type { Vault } from '../../vault/vault.ts'
import { extendedDue } from './rights-clocks.ts'
import { findRequest } from './request-store.ts'
import { exceptionsTo, type Exception } from './exception.ts'
import type { BodysStep, RightsEntry, RightsRequest } from './right.ts'
import { stepsOf } from './steps.ts'
import { addToThread, asBodyOf, readThread } from './thread.ts'

export interface AnswerParts {
  db: Db
  vault: Vault
  clock: Clock
  baseUrl: string
}

/** Who of a body: somebody of its staff, or a program of it. */
export interface Answerer {
  agencyId: string
  staffId?: string | undefined
}

/**
 * What was said, for the body to read. That it was opened stands in the thread and in the citizen's own list of who used
 * their data, committed, before this returns; without the record it throws, and nothing can be shown.
 */
export async function openRequest(
  parts: AnswerParts,
  { agencyId, staffId }: Answerer,
  id: string,
): Promise<{ request: RightsRequest; thread: RightsEntry[] }> {
  const { db, vault, clock } = parts
  return inContext(db, { agency: agencyId }, async (tx) => {
    const request = await ownRequest(tx, id)
    const at = clock()
    await addToThread(tx, vault, request, { kind: 'opened', madeBy: 'body', staffId, at }, { tell: false })
    await asBodyOf(tx, request)
    await recordQuestionOpened(tx, parts, { subjectRef: request.subjectRef, agencyId, staffId, at })
    return { request, thread: await readThread(tx, vault, request) }
  })
}

export interface Answer {
  kind: BodysStep
  message?: string | undefined
  exception?: Exception | undefined
}

/** @throws Refusal `conflict` for a step that this request does not take (any more) */
export async function answer(
  { db, vault, clock }: AnswerParts,
  { agencyId, staffId }: Answerer,
  id: string,
  { kind, message, exception }: Answer,
): Promise<void> {
  const at = clock()
  await inContext(db, { agency: agencyId }, async (tx) => {
    const request = await ownRequest(tx, id)
    if (!stepsOf(request, ukToday(at)).includes(kind) || !fits(request, kind, exception)) {
      throw new Refusal('conflict', 'The request does not take this answer')
    }
    await asBodyOf(tx, request)
    const due = kind === 'extended' ? extendedDue(request) : undefined
    const words = message === undefined ? undefined : { message }
    await addToThread(tx, vault, request, { kind, madeBy: 'body', staffId, due, exception, words, at }, { tell: true })
  })
}

/** Whoever refuses says on which ground of this right, and nobody else names one. */
const fits = ({ kind }: RightsRequest, step: BodysStep, exception: Exception | undefined) =>
  step === 'refused' ? exception !== undefined && exceptionsTo(kind).includes(exception) : exception === undefined

async function ownRequest(tx: Db, id: string): Promise<RightsRequest> {
  const request = await findRequest(tx, id)
  if (!request) throw notFound()
  return request
}
