import { bodies } from '../../../src/demo/agencies/bodies.ts'
import { toldFacts } from '../../../src/demo/agencies/facts.ts'
import { demonstrationPace as pace } from '../../../src/demo/agencies/pace.ts'
import type { PersonRecord } from '../../../src/demo/agencies/person-record.ts'
import type { Case } from '../../../src/demo/agencies/work.ts'

export const now = new Date('2026-11-22T10:00:00Z')

/** What a body has before it when it is told this, under the agreement that covers it. */
export function caseOf(id: string, path: string, event: object, type = 'change-of-address'): Case {
  const { body, subscription } = deskOf(id, path)
  const covered = subscription.agreements.flatMap((agreement) => agreement.events.map((one) => ({ agreement, one })))
  const found = covered.find(({ one }) => one.type === type)
  if (!found) throw new Error(`${id} is not told of ${type} at ${path}`)
  const facts = toldFacts.parse(JSON.parse(JSON.stringify(event)))
  return { body, agreement: found.agreement, event: found.one, facts, personId: 'person', now, pace }
}

export const peopleOf = (id: string, path: string): PersonRecord[] =>
  structuredClone(deskOf(id, path).subscription.people('2026-11-22'))

export function nameOf(given: string, family: string) {
  return {
    nameParts: [
      { type: 'GivenName' as const, value: given },
      { type: 'FamilyName' as const, value: family },
    ],
  }
}

/** As the fields of the reporter tell of them. */
export const people = {
  amira: who('Amira', 'Hassan', '1988-05-14', { buildingNumber: '12', postalCode: 'LS8 5DR' }),
  grace: who('Grace', 'Whitfield', '1975-11-23', {
    subBuildingName: 'Flat 3',
    buildingNumber: '4',
    postalCode: 'LS6 3AA',
  }),
  llyr: who('Llŷr', 'Prydderch', '1969-02-27', { buildingNumber: '27', postalCode: 'CF14 6HF' }),
  margaret: who('Margaret', 'Fielding', '1951-09-30', { buildingNumber: '5', postalCode: 'CB1 2AD' }),
  stranger: who('Nobody', 'Known', '1990-01-01', { buildingNumber: '1', postalCode: 'LS1 1AA' }),
}

export const dead = {
  arthur: whoDied('Arthur', 'Fielding', '1948-04-02', { buildingNumber: '5', postalCode: 'CB1 2AD' }, '2026-10-30'),
  nia: whoDied('Nia', 'Prydderch', '1939-06-17', { buildingNumber: '27', postalCode: 'CF14 6HF' }, '2026-11-02'),
  stranger: whoDied('Nobody', 'Known', '1930-01-01', { buildingNumber: '1', postalCode: 'LS1 1AA' }, '2026-11-02'),
}

function who(given: string, family: string, birth_date: string, address: object) {
  return { names: [nameOf(given, family)], birth_date, address }
}

function whoDied(given: string, family: string, born: string, deceased_address: object, death_date: string) {
  return { deceased_names: [nameOf(given, family)], deceased_birth_date: born, deceased_address, death_date }
}

function deskOf(id: string, path: string) {
  const body = bodies.find((one) => one.id === id)
  const subscription = body?.subscriptions.find((one) => one.path === path)
  if (!body || !subscription) throw new Error(`${id} has no ${path}`)
  return { body, subscription }
}
