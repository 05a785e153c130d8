import { ageOn, type CalendarDate } from '../shared/dates.ts'
import { fullName } from '../shared/names.ts'
import { answerTo, type Answers } from './answers.ts'
import type { Kept, Known } from './known.ts'

/** Somebody whom an earlier report told us of. */
export type KeptPerson = NonNullable<Kept['children']>[number]

/** How a question that offers people calls them: its options are names, which nobody has to translate. */
export const namesOf = (people: readonly KeptPerson[]): string[] => [...new Set(people.map(nameOf))]

/** Children told of before who are younger than this; of an unknown age they may be. */
export const keptChildren = ({ kept, today }: Known, under: number): KeptPerson[] =>
  (kept.children ?? []).filter(({ birth_date: born }) => born === undefined || ageOn(born, today) < under)

/** Of the people whom a question with check boxes offered, those who were chosen. */
export function peopleChosen(given: Answers, question: string, offered: readonly KeptPerson[]): KeptPerson[] {
  const chosen = answerTo('checkboxes', given, question) ?? []
  return offered.filter((person) => chosen.includes(nameOf(person)))
}

/** What to remember of children: those told of now, and those told of before. */
export function withChildren({ kept }: Known, told: readonly KeptPerson[]): Pick<Kept, 'children'> {
  const isNew = (child: KeptPerson) => !told.some((each) => isSame(each, child))
  const children = [...told, ...(kept.children ?? []).filter(isNew)]
  return children.length > 0 ? { children } : {}
}

const nameOf = ({ names }: KeptPerson) => names.map(fullName).join(', ')

const isSame = (one: KeptPerson, other: KeptPerson) =>
  nameOf(one) === nameOf(other) && sameOrUnknown(one.birth_date, other.birth_date)

const sameOrUnknown = (one?: CalendarDate, other?: CalendarDate) => !one || !other || one === other
