import { hash } from 'node:crypto'
import type { AccessRecord } from './access-record.ts'

/**
 * Of a record of our own, which holds nothing that a list of names or numbers could be tried against: SHA-256 of its
 * canonical JSON (RFC 8785).
 */
export const recordHash = (record: AccessRecord): Buffer => hash('sha256', canonicalRecord(record), 'buffer')

/**
 * The canonical JSON of a record: its members stand here in their order, so that nothing has to be sorted. One is made
 * for each delivery, for which sorting took as long as sending.
 */
export const canonicalRecord = (record: AccessRecord): string =>
  JSON.stringify({
    accessType: record.accessType,
    activityId: record.activityId,
    actor: { kind: record.actor.kind, role: record.actor.role },
    agreementRef: record.agreementRef,
    bodyId: record.bodyId,
    controller: { id: record.controller.id, system: record.controller.system, unit: record.controller.unit },
    counterpartyId: record.counterpartyId,
    dataCategories: record.dataCategories,
    legalBasis: record.legalBasis,
    name: record.name,
    occurredEnd: record.occurredEnd,
    occurredStart: record.occurredStart,
    parentSpanId: record.parentSpanId,
    power: record.power,
    purpose: record.purpose,
    recordId: record.recordId,
    registeredAt: record.registeredAt,
    reportId: record.reportId,
    sealed: record.sealed && { data: [...record.sealed], type: 'Buffer' },
    spanId: record.spanId,
    status: record.status,
    subjectRef: record.subjectRef.toString('hex'),
    subjectRole: record.subjectRole,
    traceId: record.traceId,
  } satisfies Record<keyof AccessRecord, unknown>)
