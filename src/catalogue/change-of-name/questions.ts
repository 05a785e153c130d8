import { addDays, addYears } from '../../shared/dates.ts'
import { fullName } from '../../shared/names.ts'
import { answerTo, type Answers } from '../answers.ts'
import type { Known } from '../known.ts'
import { numberQuestions } from '../matching-numbers.ts'
import type { Question } from '../question.ts'
import { inBoth } from '../question-words.ts'
import { homeQuestions, keptAtHome } from '../reporter.ts'
import { safetyQuestion } from '../safety.ts'
import { documentReference } from '../typed-line.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

const words = inBoth(en.questions, cy.questions)

// A body may still hold the name that somebody had when they were young.
const EARLIEST_YEARS = 100
// HM Passport Office takes applications in a married name up to three months before the wedding.
const LATEST_DAYS = 92

/** What a body may be told of the reason. */
export const reasons = ['marriage', 'civil-partnership', 'divorce', 'deed-poll', 'gender-recognition'] as const

const GENDER = 'gender-recognition'

export const questions: readonly Question[] = [
  safetyQuestion('safety'),
  {
    kind: 'names',
    name: 'new-name',
    section: 'name',
    words: words.newName,
    ofReporter: true,
    tells: { field: 'new_names', category: 'name', always: true },
  },
  {
    kind: 'names',
    name: 'old-name',
    section: 'name',
    words: words.oldName,
    held: nameBefore,
    tells: { field: 'old_names', category: 'name', always: true },
  },
  {
    kind: 'date',
    name: 'when',
    section: 'name',
    words: words.when,
    earliest: (today) => addYears(today, -EARLIEST_YEARS),
    latest: (today) => addDays(today, LATEST_DAYS),
    tells: { field: 'change_date', category: 'dates', always: true },
  },
  {
    kind: 'radios',
    name: 'reason',
    section: 'name',
    words: words.reason,
    options: [...reasons, 'not-said'],
  },
  {
    kind: 'radios',
    name: 'tell-reason',
    section: 'name',
    words: words.tellReason,
    options: ['yes', 'no'],
    askedWhen: isForGender,
  },
  {
    kind: 'text',
    name: 'evidence',
    section: 'name',
    words: words.evidence,
    format: documentReference,
    width: 20,
    optional: true,
    // The number of a gender recognition certificate says what it certifies; and no reason needs no evidence.
    askedWhen: (given) => ![GENDER, 'not-said'].includes(answerTo('radios', given, 'reason') ?? 'not-said'),
    tells: { field: 'evidence_reference', category: 'civil-registration' },
  },
  ...homeQuestions('home'),
  ...numberQuestions({ section: 'numbers', keptAs: keptAtHome }),
]

export function isForGender(given: Answers): boolean {
  return answerTo('radios', given, 'reason') === GENDER
}

/** The latest name that we hold and that is not the new one: who proves who they are anew has the new one verified. */
function nameBefore(given: Answers, { identity, kept, today }: Known) {
  const [newName] = answerTo('names', given, 'new-name') ?? []
  if (!newName) return undefined
  const reported = kept.names && kept.names.from <= today ? kept.names.names : []
  const verified = identity.names.map(({ nameParts }) => ({ nameParts }))
  const before = [...reported, ...verified].find((name) => plain(fullName(name)) !== plain(fullName(newName)))
  return before && { answer: [before], verified: verified.includes(before) }
}

const plain = (name: string) => name.toLowerCase().replace(/\s+/g, ' ')
