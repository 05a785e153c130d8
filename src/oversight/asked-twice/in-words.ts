import { listAgencies } from '../../agencies/agency-store.ts'
import { factInWords, findFact } from '../../agreements/roads/fact.ts'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { Db } from '../../shared/database.ts'
import { formatDate } from '../../shared/dates.ts'
import { inLanguage, type Bilingual, type Language } from '../../shared/language.ts'
import { cameOfIt, publishedPeople, type AskedTwice } from './asked-twice.ts'
import { words } from './words.ts'

export type Names = ReadonlyMap<string, Bilingual>

export const namesOfBodies = async (db: Db): Promise<Names> =>
  new Map((await listAgencies(db)).map(({ id, name }) => [id, name]))

export interface Telling {
  names: Names
  language: Language
  events?: Catalogue | undefined
}

/** One line of the list as people read it. */
export function inWords(one: AskedTwice, { names, language, events }: Telling) {
  const text = words[language]
  const name = (id: string) => inLanguage(names.get(id) ?? { en: id }, language)
  const fact = findFact(one.fact, events)
  const people = publishedPeople(one)
  const came = cameOfIt(one)
  return {
    asker: name(one.askerId),
    fact: fact ? factInWords(fact, language, events) : one.fact,
    holder: one.holderId === null ? text.notKnown : name(one.holderId),
    people: people === null ? text.fewer : String(people),
    last: formatDate(one.lastOn, language),
    came: text.came[came],
    href: came === 'shared' && one.agreementId ? `/agreements/${one.agreementId}` : undefined,
  }
}
