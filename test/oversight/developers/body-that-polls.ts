import { v7 as uuidv7 } from 'uuid'
import { saveSubscription } from '../../../src/subscriptions/subscription-store.ts'
import type { Agency } from '../../../src/agencies/agency.ts'
import { anAgency, anAgreement, type TestAgency } from '../../support/agency.ts'
import type { TestDatabase } from '../../support/database.ts'

/** Leeds City Council with one agreement over moves, and one stream that it polls. */
export async function aBodyThatPolls(database: TestDatabase, remarkable: Partial<Agency> = {}): Promise<TestAgency> {
  const id = 'leeds-city-council'
  const agency = await anAgency(database, { id, ...remarkable })
  await anAgreement(database, { id: 'leeds-address', agencyId: id, matching: ['names', 'birth_date'] })
  await saveSubscription(
    database.owner,
    {
      ...{ id: uuidv7(), agencyId: id, position: 0, method: 'poll', endpointUrl: null, tokenUrl: null },
      ...{ authorizationHeader: null, events: null, agreements: null, status: 'enabled' },
    },
    new Date(),
  )
  return agency
}
