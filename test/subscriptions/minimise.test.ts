import { expect, test } from 'vitest'
import { minimise } from '../../src/subscriptions/minimise.ts'
import { seeded } from '../support/seeded.ts'

const told = {
  names: [{ nameParts: [{ type: 'GivenName', value: 'Amira' }] }],
  birth_date: '1985-03-14',
  new_address: { postalCode: 'LS8 5DR' },
  moving_with: undefined,
  contact: null,
}

test.each([
  ['what is on the list', ['birth_date'], { birth_date: '1985-03-14' }],
  [
    'in the order of the list',
    ['new_address', 'birth_date'],
    { new_address: { postalCode: 'LS8 5DR' }, birth_date: '1985-03-14' },
  ],
  ['nothing for an empty list', [], {}],
  ['nothing that was not told', ['old_address', 'moving_with', 'contact'], {}],
  ['nothing that every object has', ['toString', 'constructor', 'hasOwnProperty', '__proto__'], {}],
  ['a field named twice once', ['birth_date', 'birth_date'], { birth_date: '1985-03-14' }],
])('%s', (_, fields, given) => {
  expect(minimise(told, fields)).toEqual(given)
  expect(Object.keys(minimise(told, fields))).toEqual(Object.keys(given))
})

test('nothing is shared with what was told', () => {
  const given = minimise(told, ['names']) as typeof told
  given.names[0]!.nameParts[0]!.value = 'changed'
  expect(told.names[0]!.nameParts[0]!.value).toBe('Amira')
})

test('whatever was told and whatever is agreed, nothing off the list gets through', () => {
  const random = seeded(11)
  const one = <Item>(items: readonly Item[]) => items[random(items.length)]!
  const keys = ['names', 'birth_date', 'new_address', 'safety', '__proto__', 'constructor', 'prototype', 'toString', '']
  const values = ['SECRET', { deep: 'SECRET' }, ['SECRET'], null, undefined, 0, false, { __proto__: null, a: 'SECRET' }]
  for (let round = 0; round < 5000; round += 1) {
    const facts = Object.defineProperties(
      Object.create(random(2) === 0 ? null : { inherited: 'SECRET', names: 'SECRET' }),
      Object.fromEntries(
        Array.from({ length: random(6) }, () => [one(keys), { value: one(values), enumerable: true }] as const),
      ),
    ) as Record<string, unknown>
    const list = Array.from({ length: random(5) }, () => one(keys))
    const before = structuredClone({ ...facts })
    const given = minimise(facts, list)

    for (const key of Reflect.ownKeys(given)) {
      expect(list).toContain(key)
      expect(Object.hasOwn(facts, key)).toBe(true)
      expect(given[key as string]).toEqual(facts[key as string])
    }
    for (const key of list.filter((key) => Object.hasOwn(facts, key) && facts[key] != null)) {
      expect(Object.hasOwn(given, key)).toBe(true)
    }
    expect(Object.getPrototypeOf(given)).toBe(Object.prototype)
    expect({ ...facts }).toEqual(before)
  }
})
