import { expect, test } from 'vitest'
import { planFollowUp } from '../../../src/demo/agencies/follow-up.ts'
import { planWork, type Outcome, type Work } from '../../../src/demo/agencies/work.ts'
import { caseOf, dead, nameOf, people, peopleOf } from './case.ts'

const { amira, grace, stranger } = people
const daughter = { child_names: [nameOf('Iris', 'Hassan')], child_birth_date: '2026-11-15' }
const later = { ...amira, new_address: { postalCode: 'CF14 6HF' }, old_address: amira.address, move_date: '2026-12-24' }

interface Row {
  what: string
  told: [body: string, path: string, type: string]
  first: object
  next: object
  ends: Outcome['status']
  says: RegExp
}

const moves: Row['told'] = ['hmrc', 'personal-tax', 'change-of-address']
const births: Row['told'] = ['hmrc', 'personal-tax', 'birth']
const renames: Row['told'] = ['dvla', 'driving-licence', 'change-of-name']
const born = { ...amira, ...daughter }

const rows: Row[] = [
  {
    what: 'a correction is put right, and done again',
    ...{ told: moves, first: later, next: { change: 'corrected', ...later }, ends: 'done', says: /put this right/ },
  },
  {
    what: 'a correction is decided by the same rules',
    ...{ told: moves, first: later, next: { change: 'corrected', ...stranger }, ends: 'no_record', says: /no record/ },
  },
  {
    what: 'a correction of who claims ends with the offer',
    ...{ told: births, first: { ...born, claiming_child_benefit: 'other-parent' }, ends: 'done', says: /is due/ },
    next: { change: 'corrected', ...born, claiming_child_benefit: 'me' },
  },
  {
    what: 'what was done is undone',
    ...{ told: moves, first: later, next: { change: 'withdrawn' }, ends: 'done', says: /have undone/ },
  },
  {
    what: 'where nothing was done there is nothing to undo',
    ...{ told: moves, first: stranger, next: { change: 'withdrawn' }, ends: 'done', says: /nothing to undo/ },
  },
  {
    what: 'what cannot be undone is made good',
    told: ['hm-passport-office', 'passports', 'death'],
    ...{ first: dead.arthur, next: { change: 'withdrawn' }, ends: 'done', says: /a new one is on its way/ },
  },
  {
    what: 'an answer is enough',
    ...{ told: renames, first: grace, next: { change: 'answered', answer: 'Posted' }, ends: 'done', says: /Thank you/ },
  },
  {
    what: 'an answer that says nothing is not',
    ...{ told: renames, first: grace, next: { change: 'answered', answer: ' ? ' }, ends: 'needs_information' },
    says: /again/,
  },
  {
    what: 'an offer that is accepted is carried out',
    ...{ told: births, first: born, next: { change: 'offer_accepted' }, ends: 'done', says: /first payment/ },
  },
  {
    what: 'an offer that is declined is not',
    ...{ told: births, first: born, next: { change: 'offer_declined' }, ends: 'done', says: /do not pay/ },
  },
  {
    what: 'an offer that was never made cannot be accepted',
    ...{ told: births, first: stranger, next: { change: 'offer_accepted' }, ends: 'refused', says: /no offer/ },
  },
]

test.each(rows)('$what', ({ told: [body, path, type], first, next, ends, says }) => {
  const { work } = planWork(caseOf(body, path, first, type), peopleOf(body, path))
  const last = afterwards(body, path, type, next, work)
  expect(last?.status).toBe(ends)
  expect(last?.message?.en).toMatch(says)
  expect(last?.message?.cy).not.toBe(last?.message?.en)
})

test('what takes effect on a day to come still does so after an answer', () => {
  const { work } = planWork(caseOf('hmrc', 'personal-tax', later), peopleOf('hmrc', 'personal-tax'))
  const next = { change: 'answered', answer: 'Yes' }
  expect(afterwards('hmrc', 'personal-tax', 'change-of-address', next, work)?.effective_date).toBe('2026-12-24')
})

test('a body that has lost its journal still answers', () => {
  const last = afterwards('hmrc', 'personal-tax', 'change-of-address', { change: 'withdrawn' }, undefined)
  expect(last?.message?.en).toMatch(/nothing to undo/)
})

function afterwards(body: string, path: string, type: string, next: object, earlier: Work | undefined) {
  const told = caseOf(body, path, { original_jti: 'first', ...next }, type)
  const { work } = planFollowUp(told, peopleOf(body, path), earlier)
  return work.steps.flatMap((step): Outcome[] => ('outcome' in step ? [step.outcome] : [])).at(-1)
}
