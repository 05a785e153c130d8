import { describe, expect, test } from 'vitest'
import { toldFacts } from '../../../src/demo/agencies/facts.ts'
import { demonstrationPace as pace } from '../../../src/demo/agencies/pace.ts'
import { findPerson, type PersonRecord } from '../../../src/demo/agencies/person-record.ts'
import { planWork, type PlannedStep } from '../../../src/demo/agencies/work.ts'
import { caseOf, nameOf, now, peopleOf } from './case.ts'
import { move } from './outside-service.ts'

const toLeeds = { new_address: { buildingNumber: '8', postalCode: 'LS7 1AB' } }
const toCardiff = { new_address: { buildingNumber: '27', postalCode: 'CF14 6HF' } }
const toSpain = { new_address: { addressLocality: 'Sevilla', addressCountry: 'ES' } }
const stranger = { names: [nameOf('Nobody', 'Known')] }
const grace = {
  names: [nameOf('Grace', 'Whitfield')],
  birth_date: '1975-11-23',
  old_address: { subBuildingName: 'Flat 3', buildingNumber: '4', postalCode: 'LS6 3AA' },
}

describe('what a body does', () => {
  test.each<[body: string, path: string, who: string, event: object, expected: string[]]>([
    ['dvla', 'driving-licence', 'a driver', {}, ['received', 'done']],
    ['dvla', 'driving-licence', 'a stranger', stranger, ['received', 'no_record']],
    ['dvla', 'driving-licence', 'a driver who goes abroad', toSpain, ['received', 'refused']],
    ['dvla', 'vehicle-log-book', 'somebody without a vehicle', {}, ['received', 'no_record']],
    ['dvla', 'vehicle-log-book', 'a keeper without the reference', grace, ['received', 'needs_information']],
    ['dvla', 'vehicle-log-book', 'a keeper', { ...grace, log_book_reference: '12345678901' }, ['received', 'done']],
    ['hmrc', 'personal-tax', 'a taxpayer', {}, ['received', 'done']],
    ['dwp', 'benefits', 'somebody with a benefit', {}, ['received', 'in_progress', 'look', 'done']],
    ['dwp', 'benefits', 'a stranger', stranger, ['received', 'no_record']],
    ['nhs-england', 'demographics', 'a patient', {}, ['received', 'done', 'look']],
    ['student-loans-company', 'repayments', 'a borrower', {}, ['received', 'done']],
    ['student-loans-company', 'repayments', 'a borrower who goes abroad', toSpain, ['received', 'refused']],
    ['leeds-city-council', 'residents', 'a resident who leaves', toCardiff, ['received', 'done', 'look']],
    ['leeds-city-council', 'residents', 'a resident who stays', toLeeds, ['received', 'done', 'look']],
    ['leeds-city-council', 'residents', 'a newcomer', { ...stranger, ...toLeeds }, ['received', 'in_progress', 'done']],
    ['cardiff-council', 'residents', 'a newcomer', { ...stranger, ...toCardiff }, ['received', 'needs_information']],
    ['cardiff-council', 'residents', 'a stranger who leaves', { ...stranger, ...toLeeds }, ['received', 'no_record']],
  ])('%s (%s) about %s', (body, path, _who, event, expected) => {
    expect(planFor(body, path, event).map(nameOfStep)).toEqual(expected)
  })

  test('it takes effect on the day of the move, if that is still to come', () => {
    const [, later] = planFor('hmrc', 'personal-tax', { move_date: '2026-12-24' })
    const [, earlier] = planFor('hmrc', 'personal-tax', { move_date: '2026-11-01' })
    expect(later).toMatchObject({ outcome: { status: 'done', effective_date: '2026-12-24' } })
    expect(earlier).toMatchObject({ outcome: { status: 'done', effective_date: '2026-11-22' } })
  })

  test('what it needs, it says in both languages and until when', () => {
    const [, needs] = planFor('cardiff-council', 'residents', { ...stranger, ...toCardiff })
    const words = { en: expect.stringMatching(/own or rent/) as string, cy: expect.stringMatching(/rentu/) as string }
    expect(needs).toMatchObject({ outcome: { due_by: '2026-12-13', message: words } })
  })

  test('steps come one after the other, the slow body’s last', () => {
    const times = planFor('dwp', 'benefits', {}).map(({ at }) => Date.parse(at) - now.getTime())
    const { received, soon, slowly, look } = pace.delays
    expect(times).toEqual([received, received + soon, look, received + soon + slowly])
  })
})

describe('finding the person', () => {
  const record: PersonRecord = {
    givenNames: 'Llŷr Siôn',
    familyName: 'Prydderch',
    birthDate: '1969-02-27',
    addresses: [{ uprn: 1, buildingNumber: '27', postalCode: 'CF14 6HF' }],
    numbers: { driver_number: 'PRYDD602279LS9CY' },
    laterNames: [nameOf('Llŷr', 'Rees')],
  }
  const llyr = {
    names: [nameOf('LLYR', 'Prydderch')],
    birth_date: '1969-02-27',
    old_address: { buildingNumber: '27', postalCode: 'cf146hf' },
  }

  test.each<[how: string, event: object, found: boolean]>([
    ['name, birth date and address', llyr, true],
    ['name and address, where the birth date is not told', { ...llyr, birth_date: undefined }, true],
    ['the property number', { ...llyr, old_address: { uprn: 1 } }, true],
    ['an earlier name', { ...llyr, names: [nameOf('Llyr', 'Evans'), ...llyr.names] }, true],
    ['the number alone', { driver_number: 'prydd 602279 ls9cy' }, true],
    ['a number that is not theirs, but everything else', { ...llyr, driver_number: 'OTHER' }, true],
    ['a name that it has learnt since', { ...llyr, names: [nameOf('Llyr', 'Rees')] }, true],
    ['another birth date', { ...llyr, birth_date: '1969-02-28' }, false],
    ['another address', { ...llyr, old_address: { buildingNumber: '28', postalCode: 'CF14 6HF' } }, false],
    ['another property number', { ...llyr, old_address: { ...llyr.old_address, uprn: 2 } }, false],
    ['another family name', { ...llyr, names: [nameOf('Llyr', 'Evans')] }, false],
    ['another given name', { ...llyr, names: [nameOf('Dewi', 'Prydderch')] }, false],
    ['a name and a birth date without an address', { ...llyr, old_address: undefined }, false],
    ['nothing', {}, false],
  ])('by %s', (_how, event, found) => {
    const told = toldFacts.parse(JSON.parse(JSON.stringify(event)))
    expect(findPerson([record], told) !== undefined).toBe(found)
  })
})

/** Of a body told of Amira's move, with what is different. */
const planFor = (id: string, path: string, event: object) =>
  planWork(caseOf(id, path, { ...move, ...event }), peopleOf(id, path)).work.steps

const nameOfStep = (step: PlannedStep) => ('outcome' in step ? step.outcome.status : 'look')
