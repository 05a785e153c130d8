import { describe, expect, test } from 'vitest'
import { planWork, type Outcome } from '../../../src/demo/agencies/work.ts'
import { caseOf, dead, nameOf, people, peopleOf } from './case.ts'

const { amira, grace, llyr, margaret, stranger } = people
const daughter = { child_names: [nameOf('Iris', 'Hassan')], child_birth_date: '2026-11-15' }
const partner = { partner: { names: [nameOf('Daniel', 'Okafor')] } }
const executor = { executor: { names: [nameOf('Margaret', 'Fielding')] } }
const widow = { surviving_partner: { names: [nameOf('Margaret', 'Fielding')] } }
const schoolChild = { children_at_school: [{ school: 'Harehills Primary School' }] }
const poorer = { kind: 'income-changed', income_change: 'less', pay_band: 'up-to-7400' }
const abroad = { buildingNumber: '1', addressCountry: 'ES' }
const allDay = { kind: 'started', hours_band: '35-or-more' }

type Row = [body: string, path: string, what: string, event: object, ends: string]

const births: Row[] = [
  ['hmrc', 'personal-tax', 'who claims', { ...amira, ...daughter, claiming_child_benefit: 'me' }, 'done, accept'],
  ['hmrc', 'personal-tax', 'who does not know who claims', { ...amira, ...daughter }, 'done, accept'],
  ['hmrc', 'personal-tax', 'another claims', { ...amira, ...daughter, claiming_child_benefit: 'other-parent' }, 'done'],
  ['hmrc', 'personal-tax', 'nobody claims', { ...amira, ...daughter, claiming_child_benefit: 'nobody' }, 'done'],
  ['hmrc', 'personal-tax', 'a child of 16', { ...amira, child_birth_date: '2010-11-22' }, 'done'],
  ['hmrc', 'personal-tax', 'a stranger', { ...stranger, ...daughter }, 'needs_information'],
  ['dwp', 'benefits', 'a claimant', { ...amira, ...daughter }, 'done'],
  ['dwp', 'benefits', 'a stranger', { ...stranger, ...daughter }, 'no_record'],
  ['nhs-england', 'demographics', 'a patient', { ...amira, ...daughter }, 'done'],
  ['leeds-city-council', 'residents', 'a resident', { ...amira, ...daughter }, 'done'],
]

const marriages: Row[] = [
  ['hmrc', 'personal-tax', 'low income', { ...amira, ...partner }, 'done, accept'],
  ['hmrc', 'personal-tax', 'low income, nothing of the partner', amira, 'done'],
  ['hmrc', 'personal-tax', 'higher income', { ...llyr, ...partner }, 'done'],
  ['hmrc', 'personal-tax', 'a stranger', { ...stranger, ...partner }, 'no_record'],
  ['dwp', 'benefits', 'a claimant', { ...amira, ...partner }, 'needs_information'],
  ['dwp', 'benefits', 'nothing of the partner', amira, 'in_progress'],
  ['leeds-city-council', 'residents', 'a resident', { ...amira, ...partner }, 'needs_information'],
  ['leeds-city-council', 'residents', 'nothing of the partner', amira, 'done'],
  ['nhs-pensions', 'members', 'a member', { ...margaret, ...partner }, 'done'],
  ['nhs-pensions', 'members', 'a stranger', { ...amira, ...partner }, 'no_record'],
]

const separations: Row[] = [
  ['hmrc', 'personal-tax', 'with Marriage Allowance', grace, 'done'],
  ['dwp', 'benefits', 'a claimant', amira, 'done'],
  ['leeds-city-council', 'residents', 'a resident', grace, 'done'],
  ['civil-service-pensions', 'members', 'a member', llyr, 'done'],
]

const names: Row[] = [
  ['dvla', 'driving-licence', 'a driver', grace, 'needs_information'],
  ['dvla', 'driving-licence', 'a stranger', stranger, 'no_record'],
  ['dvla', 'vehicle-log-book', 'a keeper', grace, 'done'],
  ['hmrc', 'personal-tax', 'a taxpayer', amira, 'done'],
  ['dwp', 'benefits', 'a claimant', amira, 'done'],
  ['student-loans-company', 'repayments', 'a borrower', amira, 'done'],
  ['cambridge-city-council', 'residents', 'a resident', margaret, 'done'],
]

const work: Row[] = [
  [
    'leeds-city-council',
    'schools',
    'less, and a child at school',
    { ...amira, ...poorer, ...schoolChild },
    'done, opt_out',
  ],
  [
    'leeds-city-council',
    'schools',
    'no work at all',
    { ...amira, kind: 'stopped', pay_band: 'none', ...schoolChild },
    'done, opt_out',
  ],
  [
    'leeds-city-council',
    'schools',
    'the school not said',
    { ...amira, ...poorer, children_at_school: [{}] },
    'needs_information',
  ],
  ['leeds-city-council', 'schools', 'no child at school', { ...amira, ...poorer }, 'done'],
  [
    'leeds-city-council',
    'schools',
    'over the limit',
    { ...amira, ...poorer, pay_band: '7401-to-12570', ...schoolChild },
    'done',
  ],
  [
    'leeds-city-council',
    'schools',
    'more than before',
    { ...amira, ...poorer, income_change: 'more', ...schoolChild },
    'done',
  ],
  ['leeds-city-council', 'schools', 'somewhere else', { ...llyr, ...poorer, ...schoolChild }, 'done'],
  ['leeds-city-council', 'residents', 'less', { ...amira, ...poorer }, 'done'],
  ['leeds-city-council', 'residents', 'the pay not said', { ...amira, kind: 'started' }, 'needs_information'],
  ['hmrc', 'personal-tax', 'a new job', { ...amira, kind: 'started', pay_band: '12571-to-28000' }, 'done'],
  ['hmrc', 'personal-tax', 'the pay not said', { ...amira, kind: 'started' }, 'needs_information'],
  ['dwp', 'benefits', 'a claimant', { ...amira, ...poorer }, 'done'],
  ['student-loans-company', 'repayments', 'no loan', { ...grace, ...poorer }, 'no_record'],
]

const caring: Row[] = [
  ['dwp', 'benefits', 'all day', { ...amira, ...allDay, gets_benefit: 'attendance-allowance' }, 'done'],
  [
    'dwp',
    'benefits',
    'all day, for somebody without a benefit',
    { ...amira, ...allDay, gets_benefit: 'none' },
    'refused',
  ],
  ['dwp', 'benefits', 'all day, the benefit not known', { ...amira, ...allDay }, 'needs_information'],
  ['dwp', 'benefits', 'some hours', { ...amira, kind: 'started', hours_band: '20-to-34' }, 'refused'],
  ['dwp', 'benefits', 'no more', { ...amira, kind: 'stopped' }, 'done'],
  ['leeds-city-council', 'care', 'all day', { ...amira, ...allDay }, 'needs_information'],
  ['leeds-city-council', 'care', 'no more', { ...amira, kind: 'stopped' }, 'done'],
  [
    'social-security-scotland',
    'payments',
    'all day',
    { ...amira, ...allDay, gets_benefit: 'adult-disability-payment' },
    'done',
  ],
  ['social-security-scotland', 'payments', 'the benefit not known', { ...amira, ...allDay }, 'needs_information'],
]

const health: Row[] = [
  ['dvla', 'driving-licence', 'nothing that drivers report', grace, 'done'],
  ['dvla', 'driving-licence', 'heart', { ...grace, driving_conditions: ['heart'] }, 'done'],
  ['dvla', 'driving-licence', 'epilepsy', { ...grace, driving_conditions: ['heart', 'epilepsy'] }, 'needs_information'],
  ['dvla', 'driving-licence', 'a stranger', { ...stranger, driving_conditions: ['heart'] }, 'no_record'],
  ['dwp', 'benefits', 'harder days', { ...amira, affects_daily_life: true }, 'done'],
  ['dwp', 'benefits', 'the effect not known', amira, 'needs_information'],
  ['dwp', 'benefits', 'a stranger', { ...stranger, affects_daily_life: true }, 'no_record'],
  ['leeds-city-council', 'care', 'with a badge', { ...grace, affects_mobility: true }, 'done'],
  ['leeds-city-council', 'care', 'without a badge', { ...amira, affects_mobility: true }, 'done'],
  ['leeds-city-council', 'care', 'who moves well', { ...grace, affects_mobility: false }, 'done'],
]

const deaths: Row[] = [
  ['dwp', 'benefits', 'a widow is left', { ...dead.arthur, ...widow }, 'done'],
  ['dwp', 'benefits', 'nobody is left', dead.nia, 'done'],
  ['dwp', 'benefits', 'a stranger', dead.stranger, 'no_record'],
  ['hmrc', 'personal-tax', 'with an executor', { ...dead.arthur, ...executor }, 'done'],
  ['hmrc', 'personal-tax', 'nobody deals with the estate', dead.nia, 'needs_information'],
  ['hm-passport-office', 'passports', 'a passport', dead.arthur, 'done'],
  ['hm-passport-office', 'passports', 'a keepsake', { ...dead.arthur, passport_keepsake: true }, 'needs_information'],
  [
    'hm-passport-office',
    'passports',
    'by its number alone',
    { ...dead.stranger, deceased_passport_number: '501939617' },
    'done',
  ],
  ['dvla', 'driving-licence', 'a licence', dead.arthur, 'done'],
  ['dvla', 'driving-licence', 'no licence', dead.nia, 'no_record'],
  ['dvla', 'vehicle-log-book', 'a car', vehicle({}), 'done'],
  ['dvla', 'vehicle-log-book', 'a car of Motability', vehicle({ motability: true }), 'done'],
  [
    'dvla',
    'vehicle-log-book',
    'a number of their own',
    vehicle({ personalised_number_kept: true }),
    'needs_information',
  ],
  ['cambridge-city-council', 'residents', 'with an executor', { ...dead.arthur, ...executor }, 'done'],
  ['cambridgeshire-county-council', 'care', 'with a badge', dead.arthur, 'done'],
  ['cardiff-council', 'residents', 'nobody deals with the estate', dead.nia, 'needs_information'],
  ['nhs-pensions', 'members', 'a pension', dead.nia, 'done'],
  ['civil-service-pensions', 'members', 'no pension', dead.nia, 'no_record'],
  ['veterans-uk', 'pensions', 'a widow is left', { ...dead.arthur, ...widow }, 'needs_information'],
]

const travels: Row[] = [
  ['student-loans-company', 'repayments', 'a borrower who leaves', { ...amira, kind: 'leaving' }, 'needs_information'],
  ['student-loans-company', 'repayments', 'a borrower who is back', { ...amira, kind: 'returning' }, 'done'],
  ['hmrc', 'personal-tax', 'a taxpayer who leaves', { ...amira, kind: 'leaving' }, 'done'],
  ['dwp', 'benefits', 'a claimant who leaves', { ...amira, kind: 'leaving' }, 'done'],
  ['nhs-england', 'demographics', 'a patient who is back', { ...amira, kind: 'returning' }, 'done'],
  ['leeds-city-council', 'residents', 'a newcomer', { ...stranger, kind: 'returning' }, 'done'],
]

const contact: Row[] = [
  ['hmrc', 'personal-tax', 'a taxpayer', { ...amira, new_phone: '+447700900101' }, 'done'],
  ['veterans-uk', 'pensions', 'no veteran', { ...amira, new_phone: '+447700900101' }, 'no_record'],
]

describe.each([
  ['birth', births],
  ['marriage', marriages],
  ['separation', separations],
  ['change-of-name', names],
  ['work', work],
  ['caring', caring],
  ['health', health],
  ['death', deaths],
  ['leaving-or-returning', travels],
  ['contact-details', contact],
])('what bodies decide about a %s', (type, rows) => {
  test.each(rows)('%s (%s): %s', (body, path, _what, event, ends) => {
    const last = outcomesOf(body, path, event, type).at(-1)
    expect([last?.status, ...(last?.offer ? [last.offer.action] : [])].join(', ')).toBe(ends)
  })
})

test('whoever lives abroad is offered no Child Benefit', () => {
  const facts = { ...amira, address: abroad, national_insurance_number: 'QQ123456C', ...daughter }
  const records = [{ ...peopleOf('hmrc', 'personal-tax')[0], numbers: { national_insurance_number: 'QQ123456C' } }]
  const told = caseOf('hmrc', 'personal-tax', facts, 'birth')
  const { work: planned } = planWork(told, records as Parameters<typeof planWork>[1])
  expect(JSON.stringify(planned)).toContain('you do not live in the UK')
  expect(JSON.stringify(planned)).not.toContain('offer')
})

test('what a body needs it says until when, and why it refuses', () => {
  const [, needs] = outcomesOf('dwp', 'benefits', { ...amira, ...allDay }, 'caring')
  expect(needs).toMatchObject({ status: 'needs_information', due_by: '2026-12-20' })
  const [, refused] = outcomesOf('dwp', 'benefits', { ...amira, ...allDay, gets_benefit: 'none' }, 'caring')
  expect(refused?.reason).toMatch(/disability benefit/)
})

function vehicle(about: object) {
  return { ...dead.arthur, ...executor, deceased_vehicles: [{ registration: 'AJ17FLD', ...about }] }
}

function outcomesOf(body: string, path: string, event: object, type: string): Outcome[] {
  const { work: planned } = planWork(caseOf(body, path, event, type), peopleOf(body, path))
  return planned.steps.flatMap((step) => ('outcome' in step ? [step.outcome] : []))
}
