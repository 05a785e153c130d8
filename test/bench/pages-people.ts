import { v7 as uuidv7 } from 'uuid'
import { settleDisclosures } from '../../src/access-log/record.ts'
import { outcomeStatuses, type TrackedDelivery } from '../../src/progress/tracked-delivery.ts'
import { aDisclosure, disclose, signedIn, type Citizen } from '../support/access-log.ts'
import type { Client } from '../support/client.ts'
import type { House } from '../support/house.ts'
import { answerMove } from '../support/move.ts'
import { aDelivery, anAnswer, fannedOut } from '../support/progress.ts'
import { aRecipient } from '../support/receiver.ts'
import { aReport } from '../support/reports.ts'

// As many at a time as a web process has connections to the database for, and a few that wait.
const PERSONAS = ['amira', 'grace', 'margaret', 'kofi', 'amira', 'grace', 'margaret', 'kofi']
const BODIES = 12

export interface Caller {
  browser: Client
  /** Of a report that twelve bodies are told of. */
  reference: string
}

/** Citizens who have signed in, answered every question of a move, and told twelve bodies of an earlier one. */
export async function callers(house: House): Promise<Caller[]> {
  const ids = Array.from({ length: BODIES }, (_, number) => `body-${number + 1}`)
  for (const id of ids) {
    const matching = ['names', 'birth_date', 'national_insurance_number']
    await aRecipient(house.database, house.config.vault, id, 'http://127.0.0.1:9', { matching })
  }
  const all: Caller[] = []
  for (const persona of PERSONAS) {
    const citizen = await signedIn(house, persona)
    await answerMove(citizen.browser)
    all.push({ browser: citizen.browser, reference: await toldTwelve(house, citizen, ids) })
  }
  return all
}

/** Every body has acknowledged and given one of the answers that there are, in turn. */
async function toldTwelve(house: House, citizen: Citizen, agencyIds: readonly string[]): Promise<string> {
  const { database, config, baseUrl } = house
  const at = new Date()
  const reportId = await aReport(database, config.vault, citizen)
  await fannedOut(database, reportId, at)
  for (const [index, agencyId] of agencyIds.entries()) {
    const agreementId = `${agencyId}-address`
    const [accessRecordId, activityId] = [uuidv7(), `${baseUrl}/agreements/${agreementId}/versions/1`]
    const told: Partial<TrackedDelivery> = { agencyId, agreementId, accessRecordId, state: 'acknowledged' }
    const jti = await aDelivery(database, citizen, { reportId, createdAt: at, ...told })
    const record = {
      recordId: accessRecordId,
      subjectRef: citizen.subject,
      agencyId,
      agreementId,
      activityId,
      reportId,
    }
    await disclose(database, aDisclosure({ ...record, registeredAt: at }))
    await settleDisclosures(database.worker, [{ ...record, result: 'made', at }])
    const status = outcomeStatuses[index % outcomeStatuses.length] ?? 'received'
    await anAnswer(database, config.vault, { jti, at, agencyId, status, message: { en: 'We have it.' } })
  }
  const row = await database.owner('reports').where({ id: reportId }).first<{ reference: string }>('reference')
  return row.reference
}
