import { wholeAgencies } from '../../agencies/directory-store.ts'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { Db } from '../../shared/database.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { Refusal } from '../../shared/refusal.ts'
import { textField } from '../../web/form.ts'
import { latestVersions, type RegisteredAgreement } from '../agreement-store.ts'
import { eventInWords, said, standingInWords, words as agreementWords } from '../show-agreement.ts'
import { COUNTED, listEntries, placeOf, type Place } from './entry-store.ts'
import { choicesOf } from './filter-form.ts'
import { queryOf, readRegisterFilter, type RegisterFilter } from './register-filter.ts'
import { registerWords } from './words.ts'

const PAGE = 20

export interface Reading {
  today: CalendarDate
  language: Language
  events?: Catalogue | undefined
}

/** One page of the register. @throws Refusal `gone` for a place in it that is none. */
export async function registerPage(db: Db, query: unknown, reading: Reading) {
  const { language, today } = reading
  const filter = readRegisterFilter(query)
  const after = await placeIn(db, query)
  const { ids: found, count } = await listEntries(db, { filter, today, after, limit: PAGE + 1 })
  const ids = found.slice(0, PAGE)
  const { list: text } = registerWords[language]
  const last = ids.at(-1)
  return {
    ...{ title: text.title, text, terms: agreementWords[language], filter },
    ...{ filtered: Object.keys(filter).length > 0, count: inWords(count, language) },
    choices: choicesOf(filter, reading),
    ...(await chosenBodies(db, filter, language)),
    ...(await bodiesOf(db, ids, reading)),
    next: found.length > PAGE && last ? `/agreements?${queryOf(filter, { after: last })}` : undefined,
    first: after && `/agreements?${queryOf(filter)}`,
  }
}

async function placeIn(db: Db, query: unknown): Promise<Place | undefined> {
  const after = textField(query, 'after')
  if (after === '') return undefined
  const place = await placeOf(db, after)
  if (place) return place
  throw new Refusal('gone', 'There is no such place in the list')
}

function inWords(count: number | undefined, language: Language): string {
  const { list: text } = registerWords[language]
  return count === undefined ? text.countOver(COUNTED.toLocaleString('en-GB')) : text.count(count)
}

/** Bodies that were chosen by a link and not typed. */
async function chosenBodies(db: Db, { agency, holder }: RegisterFilter, language: Language) {
  const ids = [agency, holder].filter((id) => id !== undefined)
  if (ids.length === 0) return {}
  const bodies = await wholeAgencies(db, ids)
  const nameOf = (id: string | undefined) => id && inLanguage(bodies.get(id)?.name ?? { en: id }, language)
  return { ofBody: nameOf(agency), heldBy: nameOf(holder) }
}

/** The agreements in their order, those of one body together. */
async function bodiesOf(db: Db, ids: readonly string[], reading: Reading) {
  const agreements = new Map((await latestVersions(db, ids)).map((agreement) => [agreement.id, agreement]))
  const inOrder = ids.flatMap((id) => agreements.get(id) ?? [])
  const agencies = await wholeAgencies(
    db,
    inOrder.map(({ agencyId }) => agencyId),
  )
  const bodies = [...Map.groupBy(inOrder, ({ agencyId }) => agencyId)].map(([id, own]) => {
    const { name = { en: id }, illustration = false } = agencies.get(id) ?? {}
    return {
      ...{ id, illustration, name: said(name, reading.language) },
      agreements: own.map((agreement) => shown(agreement, reading)),
    }
  })
  return { bodies, illustrated: bodies.some(({ illustration }) => illustration) }
}

const shown = (agreement: RegisteredAgreement, { today, language, events }: Reading) => ({
  href: `/agreements/${agreement.id}`,
  purpose: said(agreement.purpose, language),
  events: agreement.events.map(({ type }) => eventInWords(type, language, events)).join(', '),
  standing: standingInWords(agreement, today, language),
})
