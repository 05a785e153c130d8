import { expect, test } from 'vitest'
import { householdFields, named, reported, shown } from './reported.ts'

const TYPE = 'birth'
const AT = '2026-11-20T10:00:00.000Z'

const iris = {
  name: named('Iris Hassan'),
  sex: 'female',
  'birth-date': '2026-11-01',
  place: 'St James’s, Leeds',
  'other-parent': 'no',
  claiming: 'me',
}

const withDaniel = {
  ...iris,
  'other-parent': 'yes',
  permission: { at: AT },
  'parent-names': named('Daniel Okafor'),
  'parent-birth-date': '1986-02-03',
}

const daniel = { names: named('Daniel Okafor'), birth_date: '1986-02-03' }

test('a child and who claims for it', () => {
  const { event, facts, parsed, asked, keeps } = reported(TYPE, { ...iris, registration: '123456789' })
  expect(parsed()).toMatchObject({
    names: named('Amira Hassan'),
    address: { uprn: 72000000012 },
    child_names: named('Iris Hassan'),
    child_sex: 'female',
    child_birth_date: '2026-11-01',
    place_of_birth: 'St James’s, Leeds',
    registration_reference: '123456789',
    claiming_child_benefit: 'me',
  })
  expect(facts).not.toHaveProperty('other_parent')
  expect(asked[0]).toBe('safety')
  expect(asked).not.toContain('permission')
  expect(keeps).toEqual({ children: [{ names: named('Iris Hassan'), birth_date: '2026-11-01' }] })
  expect(shown(event, facts)).toMatchObject({ child_names: 'Iris Hassan', claiming_child_benefit: 'I will' })
})

test('the other parent is named only after they gave permission, and the time of it is a fact', () => {
  const { asked } = reported(TYPE, { ...iris, 'other-parent': 'yes' })
  expect(asked.indexOf('permission')).toBeLessThan(asked.indexOf('parent-names'))
  const { event, facts, parsed } = reported(TYPE, withDaniel)
  expect(parsed()).toMatchObject({ other_parent: daniel, permission_given_at: AT })
  expect(shown(event, facts, 'cy')['other_parent']).toBe('Daniel Okafor, ganwyd 3 Chwefror 1986')
  const unsure = reported(TYPE, { ...withDaniel, 'parent-birth-date': { unknown: true } })
  expect(unsure.parsed()['other_parent']).toEqual({ names: named('Daniel Okafor') })
})

test('the partner that an earlier report named is offered, and not asked for again', () => {
  const kept = { partner: daniel }
  const { 'parent-names': _names, 'parent-birth-date': _date, ...answers } = withDaniel
  const before = reported(TYPE, answers, { kept })
  expect(before.asked).toContain('parent-known')
  const question = before.event.questions.find(({ name }) => name === 'parent-known')
  if (question?.kind !== 'radios') throw new Error('not a choice')
  expect(question.optionText?.('kept', before.known)).toBe('Daniel Okafor')
  expect(question.optionText?.('other', before.known)).toBeUndefined()

  const chosen = reported(TYPE, { ...answers, 'parent-known': 'kept' }, { kept })
  expect(chosen.held).toEqual(['parent-names', 'parent-birth-date'])
  expect(chosen.parsed()['other_parent']).toEqual(daniel)

  const other = reported(TYPE, { ...answers, 'parent-known': 'other' }, { kept })
  expect(other.held).toEqual([])
  expect(other.asked).toEqual(expect.arrayContaining(['parent-names', 'parent-birth-date']))

  // Another name written over theirs does not take their birth date with it.
  const changed = { ...answers, 'parent-known': 'kept', 'parent-names': named('Leon Okafor') }
  expect(reported(TYPE, changed, { kept }).parsed()['other_parent']).toEqual({ names: named('Leon Okafor') })
})

test('with someone at risk nobody is asked, told or reminded of the other parent', () => {
  const { asked, parsed, facts } = reported(TYPE, { ...withDaniel, safety: 'yes' })
  expect(asked.filter((name) => /parent|permission/.test(name))).toEqual([])
  expect(householdFields(TYPE)).toEqual(['permission_given_at', 'other_parent'])
  for (const field of householdFields(TYPE)) expect(facts).not.toHaveProperty(field)
  expect(parsed()).toHaveProperty('child_names')
})

test.each([
  ['me', ['tax-charge']],
  ['other-parent', ['tax-charge']],
  ['nobody', ['no-claim']],
  [{ unknown: true }, []],
])('who claims, %j, brings %j with it', (claiming, warnings) => {
  expect(reported(TYPE, { ...iris, claiming }).warnings).toEqual(warnings)
})

test('what is not known is left out', () => {
  const { parsed } = reported(TYPE, { ...iris, sex: { unknown: true }, claiming: { unknown: true } })
  expect(parsed()).not.toHaveProperty('child_sex')
  expect(parsed()).not.toHaveProperty('claiming_child_benefit')
})

test('a birth without a certificate has to be registered first', () => {
  const passport = 'https://www.gov.uk/get-a-child-passport'
  expect(reported(TYPE, iris).handOffs.slice(0, 2)).toEqual(['https://www.gov.uk/register-birth', passport])
  expect(reported(TYPE, { ...iris, registration: '123456789' }).handOffs[0]).toBe(passport)
})

test('brothers and sisters that we know of stay known', () => {
  const owen = { names: named('Owen Hassan'), birth_date: '2020-03-03' }
  const { keeps } = reported(TYPE, iris, { kept: { children: [owen] } })
  expect(keeps?.children).toEqual([{ names: named('Iris Hassan'), birth_date: '2026-11-01' }, owen])
})
