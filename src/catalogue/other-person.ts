import { z } from 'zod'
import { formatDate } from '../shared/dates.ts'
import type { Language } from '../shared/language.ts'
import { fullName } from '../shared/names.ts'
import { answerTo, type Answers } from './answers.ts'
import { sharedWords } from './content/words.ts'
import type { DataCategory } from './data-category.ts'
import { field, type Field } from './life-event.ts'
import { personNames } from './person-name.ts'
import type { InBoth } from './question-words.ts'

/** Somebody else in a report: only what a body needs to tell them from others. */
const otherPerson = z.strictObject({ names: personNames, birth_date: z.iso.date().exactOptional() })

export type OtherPerson = z.infer<typeof otherPerson>

/** Told to nobody when the reporter is at risk. */
export const otherPersonField = (parts: { category: DataCategory; label: InBoth<string> }): Field =>
  field({ ...parts, household: true, schema: otherPerson, show: showPerson })

/** Undefined when nobody was named. @param prefix begins the names of the questions about them: `partner-names`. */
export function personGiven(given: Answers, prefix: string): OtherPerson | undefined {
  const names = answerTo('names', given, namesOf(prefix))
  const birthDate = answerTo('date', given, birthDateOf(prefix))
  return names && { names, ...(birthDate && { birth_date: birthDate }) }
}

export const namesOf = (prefix: string) => `${prefix}-names`
export const birthDateOf = (prefix: string) => `${prefix}-birth-date`

function showPerson({ names, birth_date }: OtherPerson, language: Language): string[] {
  const name = names.map(fullName).join(', ')
  return [birth_date ? sharedWords[language].born(name, formatDate(birth_date, language)) : name]
}
