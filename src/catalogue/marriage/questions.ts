import { addYears } from '../../shared/dates.ts'
import type { Answers } from '../answers.ts'
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

// Long marriages are still news to a pension that was never told of them.
const EARLIEST_YEARS = 80
const MOST_LETTERS = 100
// In Scotland and Northern Ireland; 18 in England and Wales (Marriage and Civil Partnership (Minimum Age) Act 2022).
const YOUNGEST_PARTNER = 16

// It would be told to nobody.
const mayNamePartner = (given: Answers) => !atRisk(given)

export const questions: readonly Question[] = [
  safetyQuestion('safety'),
  {
    kind: 'radios',
    name: 'kind',
    section: 'ceremony',
    words: words.kind,
    options: ['marriage', 'civil-partnership'],
    tells: { field: 'kind', category: 'civil-registration', always: true, label: label.kind },
  },
  {
    kind: 'date',
    name: 'when',
    section: 'ceremony',
    words: words.when,
    earliest: (today) => addYears(today, -EARLIEST_YEARS),
    latest: (today) => today,
    tells: { field: 'ceremony_date', category: 'dates', always: true },
  },
  {
    kind: 'text',
    name: 'place',
    section: 'ceremony',
    words: words.place,
    format: lineUpTo(MOST_LETTERS),
    width: 30,
    tells: { field: 'ceremony_place', category: 'civil-registration', always: true },
  },
  {
    kind: 'text',
    name: 'registration',
    section: 'ceremony',
    words: words.registration,
    format: documentReference,
    width: 20,
    optional: true,
    tells: { field: 'registration_reference', category: 'civil-registration' },
  },
  {
    kind: 'statement',
    name: 'consent',
    section: 'partner',
    words: words.consent,
    askedWhen: mayNamePartner,
    tells: { field: 'partner_consented_at', category: 'family', household: true },
  },
  ...partnerQuestions(
    { prefix: 'partner', section: 'partner', youngest: YOUNGEST_PARTNER, askedWhen: mayNamePartner },
    { choice: words.partnerChoice, names: words.partnerNames, birthDate: words.partnerBirthDate },
  ),
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
