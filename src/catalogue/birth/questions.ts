import { addYears } from '../../shared/dates.ts'
import { answerTo, type Answers } from '../answers.ts'
import { numberQuestions } from '../matching-numbers.ts'
import { partnerQuestions } from '../partner-questions.ts'
import type { Question } from '../question.ts'
import { inBoth } from '../question-words.ts'
import { homeQuestions, keptAtHome } from '../reporter.ts'
import { atRisk, safetyQuestion } from '../safety.ts'
import { documentReference, lineUpTo } from '../typed-line.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

const words = inBoth(en.questions, cy.questions)
const label = inBoth(en.fields, cy.fields)

// Later, a child is at school or with a doctor, and each body has to be told a longer story.
const EARLIEST_YEARS = 5
const MOST_LETTERS = 100
const YOUNGEST_PARENT = 10

export const questions: readonly Question[] = [
  safetyQuestion('safety'),
  {
    kind: 'names',
    name: 'name',
    section: 'child',
    words: words.name,
    tells: { field: 'child_names', category: 'family', always: true },
  },
  {
    kind: 'radios',
    name: 'sex',
    section: 'child',
    words: words.sex,
    options: ['female', 'male'],
    // A few children are registered before anybody can say.
    mayNotKnow: true,
    tells: { field: 'child_sex', category: 'family' },
  },
  {
    kind: 'date',
    name: 'birth-date',
    section: 'child',
    words: words.birthDate,
    earliest: (today) => addYears(today, -EARLIEST_YEARS),
    latest: (today) => today,
    tells: { field: 'child_birth_date', category: 'birth-date', always: true },
  },
  {
    kind: 'text',
    name: 'place',
    section: 'child',
    words: words.place,
    format: lineUpTo(MOST_LETTERS),
    width: 30,
    tells: { field: 'place_of_birth', category: 'civil-registration', always: true },
  },
  {
    kind: 'text',
    name: 'registration',
    section: 'child',
    words: words.registration,
    format: documentReference,
    width: 20,
    optional: true,
    tells: { field: 'registration_reference', category: 'civil-registration' },
  },
  {
    kind: 'radios',
    name: 'other-parent',
    section: 'parents',
    words: words.otherParent,
    options: ['yes', 'no'],
    // It would be told to nobody.
    askedWhen: (given) => !atRisk(given),
  },
  {
    kind: 'statement',
    name: 'permission',
    section: 'parents',
    words: words.permission,
    askedWhen: namesOtherParent,
    tells: { field: 'permission_given_at', category: 'family', household: true },
  },
  ...partnerQuestions(
    {
      prefix: 'parent',
      section: 'parents',
      youngest: YOUNGEST_PARENT,
      mayNotKnow: true,
      askedWhen: namesOtherParent,
    },
    { choice: words.parentChoice, names: words.parentNames, birthDate: words.parentBirthDate },
  ),
  {
    kind: 'radios',
    name: 'claiming',
    section: 'benefit',
    words: words.claiming,
    options: ['me', 'other-parent', 'nobody'],
    mayNotKnow: true,
    tells: { field: 'claiming_child_benefit', category: 'benefits', label: label.claiming },
  },
  ...homeQuestions('home'),
  ...numberQuestions({ section: 'numbers', keptAs: keptAtHome }),
]

function namesOtherParent(given: Answers): boolean {
  return answerTo('radios', given, 'other-parent') === 'yes'
}
