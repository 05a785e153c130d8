import { addDays, addYears } from '../../shared/dates.ts'
import { anyAddressQuestions } from '../address-questions.ts'
import { answerTo, type Answers } from '../answers.ts'
import { countries } from '../countries.ts'
import { numberQuestions } from '../matching-numbers.ts'
import type { Question } from '../question.ts'
import { inBoth } from '../question-words.ts'
import { keptAtHome } from '../reporter.ts'
import { safetyQuestion } from '../safety.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { ukHomeQuestions } from './uk-home.ts'

const words = inBoth(en.questions, cy.questions)

// Who left or came back longer ago has more to put right with each body than a notice can say.
const EARLIEST_YEARS = 5
const LATEST_DAYS = 365
// Nobody plans a return further ahead.
const RETURN_WITHIN_YEARS = 50

export const questions: readonly Question[] = [
  safetyQuestion('safety'),
  {
    kind: 'radios',
    name: 'change',
    section: 'travel',
    words: words.change,
    options: ['leaving', 'returning'],
    tells: { field: 'kind', category: 'residence', always: true },
  },
  {
    kind: 'date',
    name: 'travel-date',
    section: 'travel',
    words: words.travelDate,
    earliest: (today) => addYears(today, -EARLIEST_YEARS),
    latest: (today) => addDays(today, LATEST_DAYS),
    tells: { field: 'travel_date', category: 'dates', always: true },
  },
  // The country is one field, asked for in the words that fit.
  {
    kind: 'select',
    name: 'country-to',
    section: 'travel',
    words: words.countryTo,
    options: countryOptions,
    askedWhen: isLeaving,
    tells: { field: 'country', category: 'residence', always: true },
  },
  {
    kind: 'select',
    name: 'country-from',
    section: 'travel',
    words: words.countryFrom,
    options: countryOptions,
    askedWhen: (given) => !isLeaving(given),
    tells: { field: 'country', category: 'residence', always: true },
  },
  ...ukHomeQuestions('home'),
  ...anyAddressQuestions(
    { prefix: 'forwarding', section: 'abroad', askedWhen: isLeaving },
    {
      kind: words.forwardingKind,
      postcode: words.forwardingPostcode,
      choice: words.forwardingChoice,
      byHand: words.forwardingByHand,
      forces: words.forwardingForces,
      abroad: words.forwardingAbroad,
    },
  ),
  {
    kind: 'radios',
    name: 'coming-back',
    section: 'abroad',
    words: words.comingBack,
    options: ['yes', 'no'],
    mayNotKnow: true,
    askedWhen: isLeaving,
    tells: { field: 'plans_to_return', category: 'residence' },
  },
  {
    kind: 'partial-date',
    name: 'return-date',
    section: 'abroad',
    words: words.returnDate,
    mayNotKnow: true,
    askedWhen: (given) => answerTo('radios', given, 'coming-back') === 'yes',
    earliest: (today) => today,
    latest: (today) => addYears(today, RETURN_WITHIN_YEARS),
    tells: { field: 'expected_return', category: 'dates' },
  },
  ...numberQuestions({ section: 'numbers', keptAs: keptAtHome }),
]

export function isLeaving(given: Answers): boolean {
  return answerTo('radios', given, 'change') === 'leaving'
}

function countryOptions(language: 'en' | 'cy') {
  return countries[language].map(({ code, name }) => ({ value: code, text: name }))
}
