import { v7 as uuidv7 } from 'uuid'
import { expect } from 'vitest'
import { knownTo, type Citizen } from './access-log.ts'
import { accessToken, type TestAgency } from './agency.ts'
import type { House } from './house.ts'

/** A body's program reports that somebody there looked at a citizen's data. @returns the record's id */
export async function reportAccess(
  house: House,
  agency: TestAgency,
  { subject }: Pick<Citizen, 'subject'>,
  remarkable: Record<string, unknown>,
): Promise<string> {
  const { database, config, baseUrl } = house
  const token = await accessToken(baseUrl, baseUrl, agency, 'access-records.write')
  const record = {
    record_id: uuidv7(),
    occurred_start: house.clock().toISOString(),
    access_type: 'consult',
    controller: { id: agency.id },
    data_categories: ['driving-licence'],
    actor: { kind: 'officer', role: 'caseworker', ref: 'officer-4711' },
    subject: { id_type: 'pairwise', id: await knownTo(database, config.vault, agency.id, subject) },
    ...remarkable,
  }
  const response = await fetch(`${baseUrl}/api/access-records`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(record),
  })
  expect(await response.json()).toMatchObject({ results: [{ result: 'recorded' }] })
  return record.record_id
}
