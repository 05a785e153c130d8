import { addYears } from '../../shared/dates.ts'
import { answerTo, type Answers } from '../answers.ts'
import { numberQuestions } from '../matching-numbers.ts'
import type { Question } from '../question.ts'
import { inBoth } from '../question-words.ts'
import { homeQuestions, keptAtHome } from '../reporter.ts'
import { safetyQuestion } from '../safety.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

const words = inBoth(en.questions, cy.questions)

// Nobody has lived longer than 122 years.
const EARLIEST_YEARS = 125

/** What bodies act on, and nothing finer: never what a doctor would write down. */
export const CONDITIONS = [
  'sight',
  'epilepsy',
  'heart',
  'insulin-diabetes',
  'mobility',
  'mental-health',
  'learning-disability',
  'dementia',
  'other',
] as const

/** DVLA must be told of these whatever they do to somebody's driving; of others only when they make it less safe. */
const ALWAYS_TOLD_TO_DVLA: readonly string[] = ['epilepsy', 'insulin-diabetes', 'dementia']

export const questions: readonly Question[] = [
  safetyQuestion('safety'),
  {
    kind: 'checkboxes',
    name: 'conditions',
    section: 'condition',
    words: words.conditions,
    options: [...CONDITIONS, 'not-said'],
    alone: 'not-said',
    tells: { field: 'conditions', category: 'health', special: true },
  },
  {
    kind: 'partial-date',
    name: 'since',
    section: 'condition',
    words: words.since,
    mayNotKnow: true,
    earliest: (today) => addYears(today, -EARLIEST_YEARS),
    latest: (today) => today,
    tells: { field: 'condition_since', category: 'health', special: true },
  },
  {
    kind: 'radios',
    name: 'daily-life',
    section: 'life',
    words: words.dailyLife,
    options: ['yes', 'no'],
    mayNotKnow: true,
    tells: { field: 'affects_daily_life', category: 'health', special: true },
  },
  {
    kind: 'radios',
    name: 'moving-around',
    section: 'life',
    words: words.movingAround,
    options: ['yes', 'no'],
    mayNotKnow: true,
    tells: { field: 'affects_mobility', category: 'health', special: true },
  },
  {
    kind: 'radios',
    name: 'licence',
    section: 'driving',
    words: words.licence,
    options: ['yes', 'no'],
    held: (_given, { identity }) =>
      identity.drivingPermits.length > 0 ? { answer: 'yes', verified: true } : undefined,
    tells: { field: 'drives', category: 'driving-licence' },
  },
  {
    kind: 'radios',
    name: 'driving',
    section: 'driving',
    words: words.driving,
    options: ['yes', 'no'],
    mayNotKnow: true,
    askedWhen: (given) => drives(given) && conditionsOf(given).some((each) => !ALWAYS_TOLD_TO_DVLA.includes(each)),
  },
  ...homeQuestions('home'),
  ...numberQuestions({ section: 'numbers', keptAs: keptAtHome }),
]

/** What somebody who may drive must tell DVLA of; in doubt, DVLA decides. */
export function conditionsForDriving(given: Answers): string[] {
  if (!drives(given)) return []
  const isSafe = answerTo('radios', given, 'driving') === 'no'
  return conditionsOf(given).filter((each) => ALWAYS_TOLD_TO_DVLA.includes(each) || !isSafe)
}

const drives = (given: Answers) => answerTo('radios', given, 'licence') === 'yes'

const conditionsOf = (given: Answers) =>
  (answerTo('checkboxes', given, 'conditions') ?? []).filter((each) => each !== 'not-said')
