import { addYears } from '../shared/dates.ts'
import { fullName } from '../shared/names.ts'
import { answerTo, type Answers } from './answers.ts'
import type { Kept, Known } from './known.ts'
import { birthDateOf, namesOf } from './other-person.ts'
import type { PersonNames } from './person-name.ts'
import type { Question } from './question.ts'
import type { DateWords, InBoth, NamesWords, OptionWords } from './question-words.ts'

export interface PersonWords {
  /** Offered when an earlier report named them. */
  choice: InBoth<OptionWords>
  names: InBoth<NamesWords>
  birthDate: InBoth<DateWords>
}

interface PersonParts {
  /** Begins the names of its questions: `partner-names`. */
  prefix: string
  section: string
  /** In years: who is younger is mistyped. */
  youngest: number
  /** The birth date of somebody who is not close may be unknown. */
  mayNotKnow?: true
  askedWhen: (given: Answers, known: Known) => boolean
}

/** Name and birth date of a partner. The one that an earlier report named is offered, not asked for again. */
export function partnerQuestions(parts: PersonParts, words: PersonWords): Question[] {
  const { prefix, section, youngest, mayNotKnow, askedWhen } = parts
  return [
    choiceQuestion(parts, words.choice),
    {
      kind: 'names',
      name: namesOf(prefix),
      section,
      words: words.names,
      askedWhen,
      held: (given, known) => unverified(chosen(prefix, given, known)?.names),
    },
    {
      kind: 'date',
      name: birthDateOf(prefix),
      section,
      words: words.birthDate,
      earliest: (today) => addYears(today, -OLDEST_YEARS),
      latest: (today) => addYears(today, -youngest),
      ...(mayNotKnow && { mayNotKnow }),
      askedWhen,
      held: (given, known) => unverified(stillChosen(prefix, given, known)?.birth_date),
    },
  ]
}

const KEPT = 'kept'
// Nobody has lived longer than 122 years.
const OLDEST_YEARS = 125

function choiceQuestion({ prefix, section, askedWhen }: PersonParts, words: InBoth<OptionWords>): Question {
  return {
    kind: 'radios',
    name: choiceOf(prefix),
    section,
    words,
    options: [KEPT, 'other'],
    optionText: (option, { kept }) => (option === KEPT && kept.partner ? nameOf(kept.partner.names) : undefined),
    askedWhen: (given, known) => askedWhen(given, known) && known.kept.partner !== undefined,
    forgets: [namesOf(prefix), birthDateOf(prefix)],
  }
}

const chosen = (prefix: string, given: Answers, { kept }: Known): Kept['partner'] =>
  answerTo('radios', given, choiceOf(prefix)) === KEPT ? kept.partner : undefined

/** Undefined when another name was written over theirs. */
function stillChosen(prefix: string, given: Answers, known: Known): Kept['partner'] {
  const partner = chosen(prefix, given, known)
  const named = answerTo('names', given, namesOf(prefix))
  return partner && named && nameOf(named) === nameOf(partner.names) ? partner : undefined
}

const nameOf = (names: PersonNames) => names.map(fullName).join(', ')

const unverified = (answer: unknown) => (answer === undefined ? undefined : { answer, verified: false })

const choiceOf = (prefix: string) => `${prefix}-known`
