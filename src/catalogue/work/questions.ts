import { addDays, addYears } from '../../shared/dates.ts'
import { answerTo, type Answers } from '../answers.ts'
import { keptChildren, namesOf } from '../kept-people.ts'
import type { Known } from '../known.ts'
import { numberQuestions } from '../matching-numbers.ts'
import type { Question } from '../question.ts'
import { inBoth } from '../question-words.ts'
import { homeQuestions, keptAtHome } from '../reporter.ts'
import { atRisk, safetyQuestion } from '../safety.ts'
import { lineUpTo } from '../typed-line.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

const words = inBoth(en.questions, cy.questions)

// A job is agreed weeks or months ahead; tax and benefits are put right for about this many years back.
const LATEST_DAYS = 365
const EARLIEST_YEARS = 4
const MOST_JOBS = 10
const MOST_CHILDREN = 10
const MOST_LETTERS = 100
/** Free school meals end with sixth form. */
const AT_SCHOOL_UNDER = 19

/** Hours of work a week; 16 is where older benefits change, 30 where most think of a full week. */
const HOURS = ['none', 'under-16', '16-to-29', '30-or-more']

/** Pounds a year before tax: free school meals, the personal allowance, student loans and the higher rate begin about there. */
const PAY = ['none', 'up-to-7400', '7401-to-12570', '12571-to-28000', '28001-to-50270', 'over-50270']

export const questions: readonly Question[] = [
  safetyQuestion('safety'),
  {
    kind: 'radios',
    name: 'change',
    section: 'work',
    words: words.change,
    options: ['started', 'stopped', 'income-changed'],
    tells: { field: 'kind', category: 'work-and-income', always: true },
  },
  {
    kind: 'date',
    name: 'when',
    section: 'work',
    words: words.when,
    earliest: (today) => addYears(today, -EARLIEST_YEARS),
    latest: (today) => addDays(today, LATEST_DAYS),
    tells: { field: 'change_date', category: 'dates', always: true },
  },
  {
    kind: 'radios',
    name: 'in-a-job',
    section: 'work',
    words: words.inAJob,
    options: ['yes', 'no'],
    askedWhen: (given) => changeOf(given) === 'income-changed',
  },
  {
    kind: 'list',
    name: 'jobs',
    section: 'work',
    words: words.jobs,
    askedWhen: (given) => changeOf(given) !== 'income-changed' || answerTo('radios', given, 'in-a-job') === 'yes',
    most: MOST_JOBS,
    tells: { field: 'employers', category: 'work-and-income' },
    parts: [
      {
        kind: 'text',
        name: 'employer',
        section: 'work',
        words: words.employer,
        format: lineUpTo(MOST_LETTERS),
        width: 30,
        tells: { field: 'name', category: 'work-and-income' },
      },
      {
        kind: 'text',
        name: 'paye-reference',
        section: 'work',
        words: words.payeReference,
        optional: true,
        format: payeReference,
        width: 20,
        tells: { field: 'paye_reference', category: 'work-and-income' },
      },
      {
        kind: 'date',
        name: 'job-date',
        section: 'work',
        words: words.jobDate,
        optional: true,
        earliest: (today) => addYears(today, -EARLIEST_YEARS),
        latest: (today) => addDays(today, LATEST_DAYS),
        tells: { field: 'start_or_end_date', category: 'dates' },
      },
    ],
  },
  {
    kind: 'radios',
    name: 'hours',
    section: 'income',
    words: words.hours,
    options: HOURS,
    tells: { field: 'hours_band', category: 'work-and-income', always: true },
  },
  {
    kind: 'radios',
    name: 'pay',
    section: 'income',
    words: words.pay,
    options: PAY,
    mayNotKnow: true,
    tells: { field: 'pay_band', category: 'work-and-income' },
  },
  {
    kind: 'radios',
    name: 'more-or-less',
    section: 'income',
    words: words.moreOrLess,
    options: ['more', 'less', 'same'],
    askedWhen: (given) => changeOf(given) !== 'stopped',
    tells: { field: 'income_change', category: 'work-and-income' },
  },
  {
    kind: 'checkboxes',
    name: 'known-children',
    section: 'children',
    words: words.knownChildren,
    askedWhen: (given, known) => asksForChildren(given) && childrenHeld(known).length > 0,
    options: (_given, known) => [...namesOf(childrenHeld(known)), 'others', 'none'],
    alone: 'none',
  },
  {
    kind: 'radios',
    name: 'has-children',
    section: 'children',
    words: words.hasChildren,
    options: ['yes', 'no'],
    askedWhen: (given, known) => asksForChildren(given) && childrenHeld(known).length === 0,
  },
  {
    kind: 'list',
    name: 'children-at-school',
    section: 'children',
    words: words.children,
    askedWhen: (given) =>
      answerTo('radios', given, 'has-children') === 'yes' ||
      (answerTo('checkboxes', given, 'known-children')?.includes('others') ?? false),
    most: MOST_CHILDREN,
    tells: { field: 'children_at_school', category: 'household', household: true },
    parts: [
      {
        kind: 'names',
        name: 'child',
        section: 'children',
        words: words.childNames,
        tells: { field: 'names', category: 'name' },
      },
      {
        kind: 'date',
        name: 'birth-date',
        section: 'children',
        words: words.childBirthDate,
        optional: true,
        earliest: (today) => addDays(addYears(today, -AT_SCHOOL_UNDER), 1),
        latest: (today) => today,
        tells: { field: 'birth_date', category: 'birth-date' },
      },
      {
        kind: 'text',
        name: 'school',
        section: 'children',
        words: words.school,
        optional: true,
        format: lineUpTo(MOST_LETTERS),
        width: 30,
        tells: { field: 'school', category: 'education' },
      },
    ],
  },
  ...homeQuestions('home'),
  ...numberQuestions({ section: 'numbers', keptAs: keptAtHome }),
]

/** Those of earlier reports who may be at school. */
export const childrenHeld = (known: Known) => keptChildren(known, AT_SCHOOL_UNDER)

/** Where somebody is at risk nobody would be told of them. */
const asksForChildren = (given: Answers) => incomeFell(given) && !atRisk(given)

/** A council can offer free school meals when a household has less than before. */
export const incomeFell = (given: Answers) =>
  changeOf(given) === 'stopped' || answerTo('radios', given, 'more-or-less') === 'less'

const changeOf = (given: Answers) => answerTo('radios', given, 'change')

/** An employer PAYE reference: the tax office's 3 digits, a slash, and up to 10 letters and digits (HMRC). */
function payeReference(text: string): string | undefined {
  const plain = text.toUpperCase().replace(/\s/g, '')
  return /^\d{3}\/[A-Z0-9]{1,10}$/.test(plain) ? plain : undefined
}
