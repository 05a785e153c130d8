import { lifeEvents } from '../../src/catalogue/catalogue.ts'
import type { LifeEvent } from '../../src/catalogue/life-event.ts'
import { numberNames } from '../../src/catalogue/matching-numbers.ts'
import { applyAgenciesFile } from '../../src/subscriptions/apply-agencies-file.ts'
import { agencyEntry, agreementEntry, fileOf } from './agencies-file.ts'
import type { House } from './house.ts'

const TAX = 'national_insurance_number'

/**
 * Bodies that between them are told everything of every event, by every number: one by law, one by choice, one that
 * cannot undo what it does. Events yet to come are among them.
 */
export async function applyEveryBody(house: House, events: readonly LifeEvent[] = lifeEvents): Promise<void> {
  // No body may have the numbers of two issuers.
  const body = (id: string, { without, ...more }: { without: string } & Record<string, unknown>) =>
    agencyEntry({
      id,
      name: { en: `The ${id} office`, cy: `Swyddfa ${id}` },
      ...{ routing: undefined, streams: [{ method: 'push', endpoint_url: `https://${id}.example/events` }] },
      agreements: [agreementEntry({ id: `${id}-all`, events: toldOf(events, without), ...more })],
    })
  const file = fileOf(
    body('licences', { without: TAX, matching: numberNames.filter((name) => name !== TAX) }),
    body('loans', { without: 'driver_number', legal_basis: '6(1)(a)', choice: 'optional', matching: ['names', TAX] }),
    body('passports', { without: TAX, irreversible: true, matching: ['names'] }),
  )
  const rules = { lifeEvents: events, allowLoopback: false, now: house.clock() }
  await applyAgenciesFile(house.database.worker, house.config.vault, file, rules)
}

const toldOf = (events: readonly LifeEvent[], without: string) =>
  events.map(({ type, fields }) => ({ type, fields: Object.keys(fields).filter((name) => name !== without) }))
