import { expect, test } from 'vitest'
import { HAREHILLS } from '../reports/asking.ts'
import { householdFields, LEEDS, named, reported, shown } from './reported.ts'

const TYPE = 'caring'
const AT = '2026-11-20T10:00:00.000Z'

const started = {
  change: 'started',
  when: '2026-10-01',
  consent: { at: AT },
  'person-names': named('Ruth Hassan'),
  'person-birth-date': '1950-06-01',
  'same-address': 'yes',
  hours: '35-or-more',
  benefit: 'attendance-allowance',
}

const daniel = { names: named('Daniel Okafor'), birth_date: '1986-02-03' }
const iris = { names: named('Iris Hassan') }

test('a carer tells whom they care for, who agreed to it, and for how long a week', () => {
  const { event, facts, parsed, areas, asked, warnings, handOffs } = reported(TYPE, started)
  expect(parsed()).toMatchObject({
    kind: 'started',
    change_date: '2026-10-01',
    cared_for: { names: named('Ruth Hassan'), birth_date: '1950-06-01', address: HAREHILLS },
    cared_for_consented_at: AT,
    hours_band: '35-or-more',
    gets_benefit: 'attendance-allowance',
  })
  expect(asked.indexOf('consent'), 'they agree before they are named').toBeLessThan(asked.indexOf('person-names'))
  expect(areas).toEqual([LEEDS])
  expect(warnings).toEqual(['their-benefits'])
  expect(handOffs.slice(0, 2)).toEqual([
    'https://www.gov.uk/carers-allowance/how-to-claim',
    'https://www.mygov.scot/carer-support-payment',
  ])
  expect(shown(event, facts)['cared_for']).toBe('Ruth Hassan, born 1 June 1950|12 Harehills Lane|Leeds|LS8 5DR')
})

test('fewer hours lead to Carer’s Credit and warn of nothing', () => {
  const { warnings, handOffs } = reported(TYPE, { ...started, hours: '20-to-34' })
  expect(warnings).toEqual([])
  expect(handOffs[0]).toBe('https://www.gov.uk/carers-credit')
})

test('who stops caring is not asked how much they cared, and is warned of money to pay back', () => {
  const { asked, parsed, warnings, handOffs } = reported(TYPE, { ...started, change: 'stopped' })
  expect(asked).not.toContain('hours')
  expect(asked).not.toContain('benefit')
  expect(parsed()).not.toHaveProperty('hours_band')
  expect(parsed()).toHaveProperty('cared_for')
  expect(warnings).toEqual(['payments-stop'])
  expect(handOffs).toEqual([])
})

test('what is not known of the person is left out', () => {
  const unknown = { 'person-birth-date': { unknown: true }, benefit: { unknown: true }, 'same-address': 'no' }
  const { parsed } = reported(TYPE, { ...started, ...unknown })
  expect(parsed()['cared_for']).toEqual({ names: named('Ruth Hassan') })
  expect(parsed()).not.toHaveProperty('gets_benefit')
})

test('a partner and children told of before are offered, and not asked for again', () => {
  const kept = { partner: daniel, children: [iris] }
  const { 'person-names': _names, 'person-birth-date': _date, ...answers } = started
  expect(reported(TYPE, answers, { kept }).asked).toContain('known-person')

  const partner = reported(TYPE, { ...answers, 'known-person': 'Daniel Okafor' }, { kept })
  expect(partner.asked.filter((name) => name.startsWith('person-'))).toEqual([])
  expect(partner.parsed()['cared_for']).toMatchObject(daniel)

  const child = reported(TYPE, { ...answers, 'known-person': 'Iris Hassan' }, { kept })
  expect(child.asked.filter((name) => name.startsWith('person-'))).toEqual(['person-birth-date'])

  const other = reported(TYPE, { ...started, 'known-person': 'other' }, { kept })
  expect(other.parsed()['cared_for']).toMatchObject({ names: named('Ruth Hassan') })
})

test('with someone at risk the person is neither asked about nor told', () => {
  const { asked, facts, parsed } = reported(TYPE, { ...started, safety: 'yes' })
  expect(asked.filter((name) => /person|consent|benefit|address/.test(name))).toEqual([])
  expect(householdFields(TYPE)).toEqual(['cared_for_consented_at', 'gets_benefit', 'cared_for'])
  for (const field of householdFields(TYPE)) expect(facts).not.toHaveProperty(field)
  expect(parsed()).toMatchObject({ kind: 'started', hours_band: '35-or-more' })
})
