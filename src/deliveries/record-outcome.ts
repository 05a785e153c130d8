import { isDeepStrictEqual } from 'node:util'
import type { Knex } from 'knex'
import { DAY, later, SECOND, type Clock } from '../shared/clock.ts'
import { inContext, widenContext, type Db } from '../shared/database.ts'
import { isUuid } from '../shared/references.ts'
import { notFound, Refusal } from '../shared/refusal.ts'
import { openDataKey, type DataKey } from '../vault/data-key-store.ts'
import { open, seal } from '../vault/sealing.ts'
import type { Vault } from '../vault/vault.ts'
import type { NoticeKind } from '../notices/notice.ts'
import { queueNotice } from '../notices/queue-notice.ts'
import { answerSynthetic } from './conformance/token-answer-store.ts'
import { isAnswer, wordsOf, type Outcome, type OutcomeWords } from './outcome.ts'
import {
  addOutcome,
  answeredDelivery,
  answeredReport,
  countOutcomes,
  latestOutcome,
  noteAnswer,
  type AnsweredDelivery,
  type StoredOutcome,
} from './outcome-store.ts'

export interface OutcomeParts {
  db: Db
  vault: Vault
  clock: Clock
}

/**
 * Keeps a body's answer, as history: what it said before stays. The same answer again changes nothing.
 *
 * @param jti of the token that it answers to
 * @throws Refusal not-found for a jti that is nobody's, and for another agency's; too-many for one that is answered over
 * and over.
 */
export function recordOutcome(parts: OutcomeParts, agencyId: string, jti: string, outcome: Outcome): Promise<void> {
  const id = jti.toLowerCase()
  if (!isUuid(id)) throw notFound()
  return inContext(parts.db, { agency: agencyId }, async (tx) => {
    const delivery = await answeredDelivery(tx, id)
    if (!delivery) return noteOutcome(tx, id, outcome.status)
    const { key, safety } = await openReport(tx, parts.vault, delivery)
    const latest = await latestOutcome(tx, id)
    if (latest && says(latest, outcome, key, id)) return
    const receivedAt = parts.clock()
    if ((await countOutcomes(tx, id, later(receivedAt, -DAY))) >= MOST_A_DAY) throw tooMany()
    const outcomeId = await addOutcome(tx, delivery, { ...toStored(outcome, key, id), receivedAt })
    if (isAnswer(outcome)) await noteAnswer(tx, id)
    const kind = noticeKindOf(outcome)
    const about = { to: { account: delivery.accountId }, key: `${id}:${outcomeId}`, quiet: safety }
    if (kind) await queueNotice(tx, { kind, ...about })
  })
}

// A citizen is written to about each, and no case is decided anew that often.
const MOST_A_DAY = 50

const tooMany = () =>
  new Refusal('too-many', `One event has at most ${MOST_A_DAY} outcomes a day`, { retryAfter: DAY / SECOND })

/** To a token about nobody, which is answered like any other. @throws Refusal not-found for a jti that is nobody's */
async function noteOutcome(tx: Knex.Transaction, jti: string, status: string): Promise<void> {
  if (!(await answerSynthetic(tx, jti, status))) throw notFound()
}

/** Without a key when the citizen's report is erased: then the words of an answer are not kept either. */
async function openReport(tx: Knex.Transaction, vault: Vault, delivery: AnsweredDelivery) {
  await widenContext(tx, { account: delivery.accountId })
  const report = await answeredReport(tx, delivery.reportId)
  // Whoever the body was told about may be another than the person who reported it, whose key seals the report.
  await widenContext(tx, { subjects: report ? [report.reporterRef] : [] })
  const key = report && (await openDataKey(tx, vault, report.dataKeyId))
  // What is not known to be safe is treated as if it were not.
  return { key, safety: report?.safety ?? true }
}

/** Undefined for what a citizen need not come and see. */
function noticeKindOf(outcome: Outcome): NoticeKind | undefined {
  if (outcome.status === 'needs_information') return 'needs-information'
  if (outcome.offer) return 'offer'
  return isAnswer(outcome) ? 'body-answered' : undefined
}

const placeOf = (deliveryId: string) => ({ table: 'outcomes', column: 'words', row: deliveryId })

function says(stored: StoredOutcome, outcome: Outcome, key: DataKey | undefined, id: string): boolean {
  const words = stored.words && key ? open<OutcomeWords>(key.key, stored.words, placeOf(id)) : {}
  const { status, effectiveDate, dueBy } = stored
  const { effective_date = null, due_by = null } = outcome
  return isDeepStrictEqual(
    { status, effectiveDate, dueBy, words },
    { status: outcome.status, effectiveDate: effective_date, dueBy: due_by, words: key ? wordsOf(outcome) : {} },
  )
}

function toStored(outcome: Outcome, key: DataKey | undefined, id: string): StoredOutcome {
  const words = wordsOf(outcome)
  return {
    status: outcome.status,
    effectiveDate: outcome.effective_date ?? null,
    dueBy: outcome.due_by ?? null,
    words: key && Object.keys(words).length > 0 ? seal(key.key, words, placeOf(id)) : null,
  }
}
