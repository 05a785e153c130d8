import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { registerActivity } from '../../src/access-log/activities/activity-store.ts'
import { PURPOSE } from '../../src/agreements/agreement.ts'
import { pairwise } from '../../src/vault/pseudonyms.ts'
import { ensureSubjects } from '../../src/vault/subject-store.ts'
import { accessToken, anAgency, type TestAgency } from '../support/agency.ts'
import type { TestDatabase } from '../support/database.ts'
import { startChild, type Child } from './child.ts'
import { vault } from './set-up.ts'

/** Bodies that report, each about people whom it knows; singles are counted per body, so that there are several. */
export interface Reporters {
  baseUrl: string
  bodies: Reporter[]
}

export interface Reporter {
  id: string
  token: string
  /** Pairwise ids. */
  people: string[]
}

const BODIES = 8
// A batch is about nearly as many people as it has records: nobody looks at one person a thousand times.
const PEOPLE = 2000

export async function setUpReporters(database: TestDatabase, web: Child): Promise<Reporters> {
  const baseUrl = await web.ask<string>({ kind: 'url' })
  const subjects = Array.from({ length: PEOPLE }, () => ({ ref: randomBytes(32), idType: 'account' as const }))
  await ensureSubjects(database.owner, vault, subjects)
  const bodies: Reporter[] = []
  for (let number = 1; number <= BODIES; number += 1) {
    const agency = await anAgency(database, { id: `body-${number}` })
    await registerActivity(database.owner, anActivityOf(agency), new Date('2026-01-01T00:00:00Z'))
    const known = number === 1 ? subjects : subjects.slice(0, 50)
    const rows = known.map(({ ref }) => ({
      ...{ agency_id: agency.id, identifier: pairwise(vault, agency.id, 'person', ref), subject_ref: ref },
    }))
    await database.owner.batchInsert('pairwise_identifiers', rows)
    const people = rows.map(({ identifier }) => identifier)
    bodies.push({ id: agency.id, people, token: await accessToken(baseUrl, baseUrl, agency, 'access-records.write') })
  }
  return { baseUrl, bodies }
}

export const startWeb = ({ urls }: TestDatabase) => startChild('intake-process.ts', { urls })

const anActivityOf = ({ id: agencyId }: TestAgency) => ({
  ...{ agencyId, id: 'files', version: 1, purpose: { en: 'Keep files right' }, dpvPurpose: PURPOSE },
  ...{ legalBasis: '6(1)(e)', power: 'https://www.legislation.gov.uk/ukpga/1988/52/section/99', powerName: null },
  ...{ specialBasis: null, dataCategories: ['name', 'address', 'driving-licence'], confidentiality: 'open' as const },
  ...{ opensAfterDays: null, sealAuthority: null, reviewAfterDays: null, retentionMonths: 84, agreementId: null },
})

/** What a body reports that logs as it should: with trace, unit, system, role, and references to officer and case. */
export function aReported({ id, people }: Reporter, baseUrl: string, number: number) {
  const start = new Date(Date.now() - 5000)
  return {
    record_id: uuidv7(),
    trace_id: randomBytes(16).toString('hex'),
    span_id: randomBytes(8).toString('hex'),
    name: 'licence.view',
    occurred_start: start.toISOString(),
    occurred_end: new Date(start.getTime() + 120).toISOString(),
    access_type: 'consult',
    controller: { id, unit: 'Drivers’ medical group', system: 'Drivers 90' },
    activity_id: `${baseUrl}/activities/${id}/files/versions/1`,
    data_categories: ['name', 'driving-licence'],
    actor: { kind: 'officer', role: 'caseworker', ref: `officer-${number % 400}` },
    case_ref: `case 2026/${number}`,
    subject: { id_type: 'pairwise', id: people[number % people.length] },
  }
}
