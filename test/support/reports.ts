import { v7 as uuidv7 } from 'uuid'
import type { Facts } from '../../src/catalogue/life-event.ts'
import { inContext } from '../../src/shared/database.ts'
import { newReference } from '../../src/shared/references.ts'
import { createDataKey } from '../../src/vault/data-key-store.ts'
import { seal } from '../../src/vault/sealing.ts'
import type { Vault } from '../../src/vault/vault.ts'
import type { Citizen } from './access-log.ts'
import type { TestDatabase } from './database.ts'

export const LEEDS = 'E08000035'
export const CARDIFF = 'W06000015'

/** Every field that a report of a move can have. */
export const MOVE: Facts = {
  names: [
    {
      nameParts: [
        { type: 'GivenName', value: 'Amira' },
        { type: 'FamilyName', value: 'Osei-Hughes' },
      ],
    },
  ],
  birth_date: '1988-04-03',
  new_address: { uprn: 72000000304, streetName: 'Otley Road', addressLocality: 'Leeds', postalCode: 'LS6 3AA' },
  old_address: { uprn: 72000000012, streetName: 'Harehills Lane', addressLocality: 'Leeds', postalCode: 'LS8 5DR' },
  move_date: '2026-11-20',
  contact: { email: 'amira@example.org' },
  national_insurance_number: 'QQ123456C',
  driver_number: 'OSEIH854038A99XX',
}

export interface ReportDetails {
  eventType: string
  facts: Facts
  areas: string[]
  /** Keyed hashes under which bodies may have listed the person. */
  listedAs: Buffer[]
  /** Everybody it goes to, unless said. */
  told: Record<string, number>
  withheld: Record<string, 'chosen' | 'age' | 'nothing'>
  /** Agreement id to an ISO time, or `held`. */
  timing: Record<string, string>
  redacted: Record<string, string[]>
  submittedAt: Date
  notBefore: Date
  state: 'reported' | 'withdrawn'
}

/** A report as the reports room commits it, waking whoever listens. @returns its id. */
export function aReport(
  { web }: Pick<TestDatabase, 'web'>,
  vault: Vault,
  citizen: Citizen,
  remarkable: Partial<ReportDetails> = {},
): Promise<string> {
  const { accountId, subject, subjects } = citizen
  const { facts = MOVE, areas = [LEEDS], withheld = {}, submittedAt = new Date(), state = 'reported' } = remarkable
  return inContext(web, { account: accountId, subjects }, async (tx) => {
    const id = uuidv7()
    const dataKey = await createDataKey(tx, vault, subject)
    await tx('reports').insert({
      id,
      reference: newReference(),
      account_id: accountId,
      subject_ref: subject,
      event_type: remarkable.eventType ?? 'change-of-address',
      draft_id: uuidv7(),
      data_key_id: dataKey.id,
      facts: seal(dataKey.key, facts, { table: 'reports', column: 'facts', row: id }),
      areas,
      listed_as: remarkable.listedAs ?? [],
      told: remarkable.told ?? null,
      withheld,
      timing: remarkable.timing ?? {},
      redacted: remarkable.redacted ?? {},
      state,
      submitted_at: submittedAt,
      not_before: remarkable.notBefore ?? submittedAt,
    })
    await tx.raw(`select pg_notify('reports', '')`)
    return id
  })
}
