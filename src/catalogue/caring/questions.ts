import { addDays, addYears } from '../../shared/dates.ts'
import { ukAddressQuestions } from '../address-questions.ts'
import { answerTo, type Answers } from '../answers.ts'
import { namesOf, type KeptPerson } from '../kept-people.ts'
import type { Known } from '../known.ts'
import { numberQuestions } from '../matching-numbers.ts'
import type { Question } from '../question.ts'
import { inBoth } from '../question-words.ts'
import { homeQuestions, keptAtHome } from '../reporter.ts'
import { atRisk, safetyQuestion } from '../safety.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

const words = inBoth(en.questions, cy.questions)

const EARLIEST_YEARS = 10
const LATEST_DAYS = 365
// Nobody has lived longer than 122 years.
const OLDEST_YEARS = 125

/** A week: 20 count for Carer's Credit, 35 for Carer's Allowance and the carer element of Universal Credit. */
const HOURS = ['under-20', '20-to-34', '35-or-more']

/** Benefits whose rate for care lets a carer get Carer's Allowance or Carer Support Payment. */
const BENEFITS = [
  'personal-independence-payment',
  'disability-living-allowance',
  'attendance-allowance',
  'adult-disability-payment',
  'child-disability-payment',
  'pension-age-disability-payment',
  'armed-forces-independence-payment',
  'constant-attendance-allowance',
  'none',
]

export const questions: readonly Question[] = [
  safetyQuestion('safety'),
  {
    kind: 'radios',
    name: 'change',
    section: 'caring',
    words: words.change,
    options: ['started', 'stopped'],
    tells: { field: 'kind', category: 'caring', always: true },
  },
  {
    kind: 'date',
    name: 'when',
    section: 'caring',
    words: words.when,
    earliest: (today) => addYears(today, -EARLIEST_YEARS),
    latest: (today) => addDays(today, LATEST_DAYS),
    tells: { field: 'change_date', category: 'dates', always: true },
  },
  {
    kind: 'statement',
    name: 'consent',
    section: 'person',
    words: words.consent,
    askedWhen: asksForPerson,
    tells: { field: 'cared_for_consented_at', category: 'family', household: true },
  },
  {
    kind: 'radios',
    name: 'known-person',
    section: 'person',
    words: words.knownPerson,
    askedWhen: (given, known) => asksForPerson(given) && peopleHeld(known).length > 0,
    options: (_given, known) => [...namesOf(peopleHeld(known)), 'other'],
    forgets: ['person-names', 'person-birth-date'],
  },
  {
    kind: 'names',
    name: 'person-names',
    section: 'person',
    words: words.names,
    askedWhen: (given, known) => asksForPerson(given) && !personHeld(given, known),
  },
  {
    kind: 'date',
    name: 'person-birth-date',
    section: 'person',
    words: words.birthDate,
    mayNotKnow: true,
    askedWhen: (given, known) => asksForPerson(given) && !personHeld(given, known)?.birth_date,
    earliest: (today) => addYears(today, -OLDEST_YEARS),
    latest: (today) => today,
  },
  {
    kind: 'radios',
    name: 'same-address',
    section: 'person',
    words: words.sameAddress,
    askedWhen: asksForPerson,
    options: ['yes', 'no'],
  },
  ...ukAddressQuestions(
    {
      prefix: 'person',
      section: 'person',
      askedWhen: (given) => answerTo('radios', given, 'same-address') === 'no',
      ofOther: true,
    },
    { postcode: words.postcode, choice: words.addressChoice, byHand: words.addressByHand },
  ),
  {
    kind: 'radios',
    name: 'hours',
    section: 'caring',
    words: words.hours,
    options: HOURS,
    askedWhen: (given) => hasStarted(given),
    tells: { field: 'hours_band', category: 'caring' },
  },
  {
    kind: 'radios',
    name: 'benefit',
    section: 'person',
    words: words.benefit,
    options: BENEFITS,
    mayNotKnow: true,
    askedWhen: (given) => asksForPerson(given) && hasStarted(given),
    tells: { field: 'gets_benefit', category: 'benefits', special: true, household: true },
  },
  ...homeQuestions('home'),
  ...numberQuestions({ section: 'numbers', keptAs: keptAtHome }),
]

export const hasStarted = (given: Answers) => answerTo('radios', given, 'change') === 'started'

/** Somebody whom an earlier report named, if that is who is cared for. */
export function personHeld(given: Answers, known: Known): KeptPerson | undefined {
  const chosen = answerTo('radios', given, 'known-person')
  return peopleHeld(known).find((person) => namesOf([person]).includes(chosen ?? ''))
}

/** Where somebody is at risk nobody would be told of them. */
function asksForPerson(given: Answers): boolean {
  return !atRisk(given)
}

const peopleHeld = ({ kept }: Known): KeptPerson[] => [
  ...(kept.partner ? [kept.partner] : []),
  ...(kept.children ?? []),
]
