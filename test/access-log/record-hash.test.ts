import { expect, it } from 'vitest'
import type { AccessRecord } from '../../src/access-log/access-record.ts'
import { canonicalJson } from '../../src/access-log/canonical-json.ts'
import { canonicalRecord } from '../../src/access-log/record-hash.ts'

const at = new Date('2026-11-23T09:00:00Z')
const plain: AccessRecord = {
  ...{ recordId: '019aa000-0000-7000-8000-000000000001', subjectRef: Buffer.alloc(32, 7), subjectRole: 'self' },
  ...{ registeredAt: at, occurredStart: at, occurredEnd: at, bodyId: 'leeds', controller: { id: 'tell-us-once' } },
  ...{ traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), name: 'disclose change-of-address', status: 'ok' },
  ...{ accessType: 'disclose', activityId: 'https://tell-us-once.example/agreements/x/versions/1' },
  ...{
    purpose: 'to "know"\nwhere',
    legalBasis: '6(1)(e)',
    power: 'Act 1992, section 2',
    agreementRef: 'leeds-address',
  },
  ...{ dataCategories: ['name', 'address'], actor: { kind: 'automated' } },
}
const whole: AccessRecord = {
  ...plain,
  controller: { id: 'leeds', unit: 'council tax', system: 'é' },
  ...{ counterpartyId: 'leeds', parentSpanId: 'c'.repeat(16), reportId: plain.recordId },
  ...{ actor: { kind: 'officer', role: 'clerk' }, sealed: Buffer.from('sealed') },
}

it.each([
  ['with what each record has', plain],
  ['with all that one may have', whole],
])('writes a record in the canonical spelling: %s', (_, record) => {
  const generic = { ...record, subjectRef: record.subjectRef.toString('hex'), sealed: record.sealed?.toJSON() }
  expect(canonicalRecord(record)).toBe(canonicalJson(generic))
})
