import { expect, test } from 'vitest'
import type { Question } from '../../src/catalogue/question.ts'
import { statementsOf } from '../../src/reports/preview/statements.ts'

const words = (label: string) => ({ title: 'Permission', paragraphs: [], label, errors: { blank: '' } })
const permission: Question = {
  kind: 'statement',
  name: 'permission',
  section: 'people',
  words: { en: words('I have their permission'), cy: words('Mae gen i eu caniatâd') },
}
const other: Question = { ...permission, name: 'other' }

const step = (question: Question) => ({ question, answer: undefined, answered: true, source: 'draft' as const })
const journey = (given: object) => ({ steps: [step(permission), step(other)], given: { ...given } })

test('each statement that was made is shown in its own words, with the time in the United Kingdom', () => {
  const given = { permission: { at: '2027-05-03T09:12:00.000Z' }, left: { at: '2027-05-03T09:12:00.000Z' } }
  expect(statementsOf(journey(given), 'en')).toEqual([
    { stated: 'You told us on 3 May 2027 at 10:12am:', words: 'I have their permission' },
  ])
  expect(statementsOf(journey(given), 'cy')).toEqual([
    { stated: 'Dywedoch wrthym ar 3 Mai 2027 am 10:12yb:', words: 'Mae gen i eu caniatâd' },
  ])
})

test('one that was not made is not shown', () => {
  expect(statementsOf(journey({ permission: 'yes' }), 'en')).toEqual([])
  expect(statementsOf(journey({}), 'en')).toEqual([])
})
