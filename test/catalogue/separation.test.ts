import { expect, test } from 'vitest'
import { householdFields, LEEDS, named, reported, shown } from './reported.ts'

const TYPE = 'separation'

const divorce = {
  kind: 'divorce',
  when: '2026-11-02',
  order: '1234-5678-9012-3456',
  'name-partner': 'yes',
  'partner-names': named('Daniel Okafor'),
  'partner-birth-date': '1986-02-03',
  children: 'both',
  'name-changes': 'no',
}

const daniel = { names: named('Daniel Okafor'), birth_date: '1986-02-03' }

test('a divorce, who it was from and where the children live', () => {
  const { event, facts, parsed, areas, warnings, handOffs } = reported(TYPE, divorce)
  expect(parsed()).toMatchObject({
    names: named('Amira Hassan'),
    kind: 'divorce',
    separation_date: '2026-11-02',
    order_reference: '1234-5678-9012-3456',
    former_partner: daniel,
    children_live_with: 'both',
    name_changes: false,
  })
  expect(areas).toEqual([LEEDS])
  expect(warnings).toEqual(['joint-claim'])
  expect(handOffs).toEqual([])
  expect(shown(event, facts, 'cy')).toMatchObject({
    former_partner: 'Daniel Okafor, ganwyd 3 Chwefror 1986',
    children_live_with: 'Gyda’r naill a’r llall ohonom am tua hanner yr amser',
  })
})

test.each([
  ['separation', false],
  ['divorce', true],
  ['dissolution', true],
])('a %s has an order: %s', (kind, has) => {
  const { asked, facts } = reported(TYPE, { ...divorce, kind })
  expect(asked.includes('order')).toBe(has)
  expect('order_reference' in facts).toBe(has)
})

test('an order whose number nobody knows has none', () => {
  const { asked, parsed } = reported(TYPE, { ...divorce, order: { unknown: true } })
  expect(asked).toContain('order')
  expect(parsed()).not.toHaveProperty('order_reference')
})

test('who has no children says nothing of any, and who names nobody is not asked more', () => {
  const { facts, asked } = reported(TYPE, { ...divorce, 'name-partner': 'no', children: 'none' })
  expect(facts).not.toHaveProperty('children_live_with')
  expect(facts).not.toHaveProperty('former_partner')
  expect(asked.filter((name) => name.startsWith('partner'))).toEqual([])
})

test('the partner that we know of is offered, and then forgotten', () => {
  const { 'partner-names': _names, 'partner-birth-date': _date, ...answers } = divorce
  const { held, parsed, keeps } = reported(TYPE, { ...answers, 'partner-known': 'kept' }, { kept: { partner: daniel } })
  expect(held).toEqual(['partner-names', 'partner-birth-date'])
  expect(parsed()['former_partner']).toEqual(daniel)
  expect(keeps).toEqual({ partner: null })
})

test('with someone at risk nothing is asked or told of the former partner or the children, and a warning comes first', () => {
  const { asked, facts, parsed, warnings } = reported(TYPE, { ...divorce, safety: 'yes' })
  expect(asked).toEqual(['safety', 'kind', 'when', 'order', 'name-changes', 'held-home'])
  expect(householdFields(TYPE)).toEqual(['former_partner', 'children_live_with'])
  for (const field of householdFields(TYPE)) expect(facts).not.toHaveProperty(field)
  expect(parsed()).toMatchObject({ kind: 'divorce' })
  expect(warnings).toEqual(['may-find-out'])
})

test('a new name is reported by itself', () => {
  expect(reported(TYPE, { ...divorce, 'name-changes': 'yes' }).handOffs).toEqual(['/report/change-of-name'])
})
