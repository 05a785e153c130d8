import { addYears } from '../../shared/dates.ts'
import { answerTo, type Answers } from '../answers.ts'
import { numberQuestions } from '../matching-numbers.ts'
import { partnerQuestions } from '../partner-questions.ts'
import type { Question } from '../question.ts'
import { inBoth } from '../question-words.ts'
import { homeQuestions, keptAtHome } from '../reporter.ts'
import { atRisk, safetyQuestion } from '../safety.ts'
import { documentReference } from '../typed-line.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

const words = inBoth(en.questions, cy.questions)
const label = inBoth(en.fields, cy.fields)

// A divorce of long ago can still be news to a pension.
const EARLIEST_YEARS = 60
const YOUNGEST_PARTNER = 16

/** Where a body may be told that the children live. */
export const homesOfChildren = ['me', 'former-partner', 'both', 'someone-else'] as const

// What is about the former partner or the children would be told to nobody.
const isSafe = (given: Answers) => !atRisk(given)

/** No permission is asked of a former partner: to ask for it can be a danger, and it is the reporter's own life. */
export const questions: readonly Question[] = [
  safetyQuestion('safety'),
  {
    kind: 'radios',
    name: 'kind',
    section: 'ending',
    words: words.kind,
    options: ['separation', 'divorce', 'dissolution'],
    tells: { field: 'kind', category: 'civil-registration', always: true, label: label.kind },
  },
  {
    kind: 'date',
    name: 'when',
    section: 'ending',
    words: words.when,
    earliest: (today) => addYears(today, -EARLIEST_YEARS),
    latest: (today) => today,
    tells: { field: 'separation_date', category: 'dates', always: true, label: label.when },
  },
  {
    kind: 'text',
    name: 'order',
    section: 'ending',
    words: words.order,
    format: documentReference,
    width: 20,
    mayNotKnow: true,
    askedWhen: (given) => ['divorce', 'dissolution'].includes(answerTo('radios', given, 'kind') ?? ''),
    tells: { field: 'order_reference', category: 'civil-registration' },
  },
  {
    kind: 'radios',
    name: 'name-partner',
    section: 'partner',
    words: words.namePartner,
    options: ['yes', 'no'],
    askedWhen: isSafe,
  },
  ...partnerQuestions(
    {
      prefix: 'partner',
      section: 'partner',
      youngest: YOUNGEST_PARTNER,
      mayNotKnow: true,
      askedWhen: (given) => answerTo('radios', given, 'name-partner') === 'yes',
    },
    { choice: words.partnerChoice, names: words.partnerNames, birthDate: words.partnerBirthDate },
  ),
  {
    kind: 'radios',
    name: 'children',
    section: 'children',
    words: words.children,
    options: [...homesOfChildren, 'none'],
    askedWhen: isSafe,
  },
  {
    kind: 'radios',
    name: 'name-changes',
    section: 'name',
    words: words.nameChanges,
    options: ['yes', 'no'],
    tells: { field: 'name_changes', category: 'name', always: true },
  },
  ...homeQuestions('home'),
  ...numberQuestions({ section: 'numbers', keptAs: keptAtHome }),
]
