import { expect, test } from 'vitest'
import { householdFields, LEEDS, named, reported, shown } from './reported.ts'

const TYPE = 'marriage'
const AT = '2026-11-20T10:00:00.000Z'

const wedding = {
  kind: 'marriage',
  when: '2026-11-14',
  place: 'Leeds Town Hall',
  registration: 'MXJ 123456',
  consent: { at: AT },
  'partner-names': named('Daniel Okafor'),
  'partner-birth-date': '1986-02-03',
  'name-changes': 'yes',
}

const daniel = { names: named('Daniel Okafor'), birth_date: '1986-02-03' }

test('a marriage, the partner who agreed to be named, and when they did', () => {
  const { event, facts, parsed, areas, asked, keeps, warnings, handOffs } = reported(TYPE, wedding)
  expect(parsed()).toMatchObject({
    names: named('Amira Hassan'),
    kind: 'marriage',
    ceremony_date: '2026-11-14',
    ceremony_place: 'Leeds Town Hall',
    registration_reference: 'MXJ 123456',
    partner: daniel,
    partner_consented_at: AT,
    name_changes: true,
  })
  expect(asked.indexOf('consent')).toBeLessThan(asked.indexOf('partner-names'))
  expect(areas).toEqual([LEEDS])
  expect(keeps).toEqual({ partner: daniel })
  expect(warnings).toEqual(['joint-claim', 'widowed'])
  expect(handOffs).toEqual(['/report/change-of-name'])
  expect(shown(event, facts)).toMatchObject({ partner: 'Daniel Okafor, born 3 February 1986', kind: 'I got married' })
})

test('who keeps their name is led to no change of name', () => {
  const { parsed, handOffs } = reported(TYPE, { ...wedding, 'name-changes': 'no', registration: undefined })
  expect(parsed()).toMatchObject({ name_changes: false })
  expect(parsed()).not.toHaveProperty('registration_reference')
  expect(handOffs).toEqual([])
})

test('without the partner’s agreement the report is not complete', () => {
  const { consent: _consent, ...answers } = wedding
  expect(reported(TYPE, answers).asked).toContain('consent')
  expect(reported(TYPE, answers).facts).not.toHaveProperty('partner_consented_at')
})

test('a partner told of before is offered, with anybody else', () => {
  const { 'partner-names': _names, 'partner-birth-date': _date, ...answers } = wedding
  const { asked, held } = reported(TYPE, answers, { kept: { partner: daniel } })
  expect(asked).toContain('partner-known')
  expect(held).toEqual([])
  const chosen = reported(TYPE, { ...answers, 'partner-known': 'kept' }, { kept: { partner: daniel } })
  expect(chosen.held).toEqual(['partner-names', 'partner-birth-date'])
  expect(chosen.parsed()['partner']).toEqual(daniel)
})

test('of a partner whose birth date we do not hold, it alone is asked', () => {
  const kept = { partner: { names: named('Daniel Okafor') } }
  const { 'partner-names': _names, 'partner-birth-date': _date, ...answers } = wedding
  const { asked, held } = reported(TYPE, { ...answers, 'partner-known': 'kept' }, { kept })
  expect(held).toEqual(['partner-names'])
  expect(asked).toContain('partner-birth-date')
})

test('with someone at risk the partner is neither asked about, told nor remembered', () => {
  const { asked, facts, parsed, keeps, warnings } = reported(TYPE, { ...wedding, safety: 'yes' })
  expect(asked.filter((name) => /partner|consent/.test(name))).toEqual([])
  expect(householdFields(TYPE)).toEqual(['partner_consented_at', 'partner'])
  for (const field of householdFields(TYPE)) expect(facts).not.toHaveProperty(field)
  expect(parsed()).toMatchObject({ kind: 'marriage' })
  expect(keeps).toEqual({})
  expect(warnings).toEqual(['widowed'])
})
