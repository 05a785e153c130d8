import type { Db } from '../shared/database.ts'
import { OUR_CONTROLLER, OUR_SYSTEM, type AccessRecord } from './access-record.ts'
import { addRecords } from './access-record-store.ts'
import { recordHash } from './record-hash.ts'
import { addResults, type DisclosureResult } from './disclosure-result-store.ts'

export type { DisclosureResult } from './disclosure-result-store.ts'

/** One body about to be told, or handed, something of one citizen. Times are our clock's. */
export interface Disclosure {
  recordId: string
  subjectRef: Buffer
  registeredAt: Date
  /** Who is told. */
  agencyId: string
  /** Which part and which system of ours does it. */
  unit?: string
  system?: string
  agreementId: string
  /** URI of the agreement's version; purpose, legal basis and power are its own at this time. */
  activityId: string
  purpose: string
  legalBasis: string
  power: string
  dataCategories: string[]
  reportId: string
  traceId: string
  spanId: string
  name: string
  /** A program of ours, unless said. */
  actor?: AccessRecord['actor']
  /** References of the actor, under the subject's data key. */
  sealed?: Buffer | undefined
}

/**
 * Records a batch before any of it is sent, in one statement: durable with it, or with the caller's
 * transaction. A record that is
 * there already stays as it is, so that a second attempt at the same delivery records nothing twice.
 */
export async function recordDisclosures(tx: Db, disclosures: readonly Disclosure[]): Promise<void> {
  await addRecords(tx, disclosures.map(recordOf).map(hashed))
}

/** Somebody of a body looks again at what it was told: the body's own doing, recorded before it is shown. */
export async function recordLooks(tx: Db, looks: readonly Disclosure[]): Promise<void> {
  await addRecords(tx, looks.map(lookOf).map(hashed))
}

/** The first result of a record stands; settling again changes nothing. */
export async function settleDisclosures(tx: Db, results: readonly DisclosureResult[]): Promise<void> {
  await addResults(tx, results)
}

const hashed = (record: AccessRecord) => ({ record, contentHash: recordHash(record) })

const lookOf = (look: Disclosure): AccessRecord => ({
  ...recordOf(look),
  // It was done with this service, which says so for the body: the body's own counts know nothing of it.
  controller: { id: look.agencyId, system: OUR_SYSTEM },
  counterpartyId: undefined,
  accessType: 'consult',
})

function recordOf(disclosure: Disclosure): AccessRecord {
  const { recordId, subjectRef, registeredAt, agencyId, unit, system, agreementId, actor, ...same } = disclosure
  return {
    ...same,
    recordId,
    subjectRef,
    registeredAt,
    subjectRole: 'self',
    occurredStart: registeredAt,
    occurredEnd: registeredAt,
    bodyId: agencyId,
    controller: { id: OUR_CONTROLLER, unit, system },
    counterpartyId: agencyId,
    status: 'ok',
    accessType: 'disclose',
    agreementRef: agreementId,
    actor: actor ?? { kind: 'automated' },
  }
}
