import { expect, test } from 'vitest'
import { lifeEvents } from '../../src/catalogue/catalogue.ts'
import { syntheticFacts } from '../../src/catalogue/synthetic-facts.ts'

test.each(lifeEvents.map((event) => [event.type, event] as const))(
  '%s about nobody is as its schema has it',
  (_, event) => {
    const fields = Object.keys(event.fields)
    const facts = syntheticFacts(event, [...fields, 'no_such_field'])
    expect(event.parseFacts(facts)).toEqual(facts)
    expect(Object.keys(facts).toSorted()).toEqual(fields.filter((name) => name !== 'handle_with_care').toSorted())
  },
)

test('somebody synthetic has a name, a birth date and an address that no file holds', () => {
  const address = lifeEvents.find(({ type }) => type === 'change-of-address')
  if (!address) throw new Error('no change of address')
  expect(syntheticFacts(address, ['names', 'birth_date', 'new_address', 'national_insurance_number'])).toEqual({
    names: [
      {
        nameParts: [
          { type: 'GivenName', value: 'Synthetic' },
          { type: 'FamilyName', value: 'Nobody' },
        ],
      },
    ],
    birth_date: '1901-01-01',
    new_address: {
      buildingNumber: '0',
      streetName: 'Synthetic Street',
      addressLocality: 'Nowhere',
      postalCode: 'ZZ99 9ZZ',
    },
    national_insurance_number: 'QQ123456C',
  })
})
