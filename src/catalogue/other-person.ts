import { z } from 'zod'
import { addYears, formatDate } from '../shared/dates.ts'
import type { Language } from '../shared/language.ts'
import { fullName } from '../shared/names.ts'
import { answerTo, type Answers } from './answers.ts'
import { sharedWords } from './content/words.ts'
import type { DataCategory } from './data-category.ts'
import type { Kept, Known } from './known.ts'
import { field, type Field } from './life-event.ts'
import { personNames, type PersonNames } from './person-name.ts'
import type { DateWords, InBoth, NamesWords, OptionWords, Question } from './question.ts'

/** Somebody else in a report: only what a body needs to tell them from others. */
const otherPerson = z.strictObject({ names: personNames, birth_date: z.iso.date().exactOptional() })

export type OtherPerson = z.infer<typeof otherPerson>

/** Told to nobody when the reporter is at risk. */
export const otherPersonField = (parts: { category: DataCategory; label: InBoth<string> }): Field =>
  field({ ...parts, household: true, schema: otherPerson, show: showPerson })

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

/** Undefined when nobody was named. */
export function personGiven(given: Answers, prefix: string): OtherPerson | undefined {
  const names = answerTo('names', given, namesOf(prefix))
  const birthDate = answerTo('date', given, birthDateOf(prefix))
  return names && { names, ...(birthDate && { birth_date: birthDate }) }
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

function showPerson({ names, birth_date }: OtherPerson, language: Language): string[] {
  const name = nameOf(names)
  return [birth_date ? sharedWords[language].born(name, formatDate(birth_date, language)) : name]
}

const nameOf = (names: PersonNames) => names.map(fullName).join(', ')

const unverified = (answer: unknown) => (answer === undefined ? undefined : { answer, verified: false })

const choiceOf = (prefix: string) => `${prefix}-known`
const namesOf = (prefix: string) => `${prefix}-names`
const birthDateOf = (prefix: string) => `${prefix}-birth-date`
