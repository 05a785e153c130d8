import type { Db } from '../../shared/database.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { Refusal } from '../../shared/refusal.ts'
import { textField } from '../../web/form.ts'
import { readPublishedFilter, standings, type PublishedFilter } from './published-filter.ts'
import { partyInWords, standingOf, words } from './published-page.ts'
import { publishedPowers, type PublishedPower } from './published-power.ts'
import { countPublished, findPublished, type StoredAgreement } from './published-store.ts'

const PAGE = 20
// Some agreements have hundreds.
const PARTIES = 4

/** One page of the published register. @throws Refusal `gone` for a place in it that is none. */
export async function listPage(
  db: Db,
  query: unknown,
  { today, language }: { today: CalendarDate; language: Language },
) {
  const filter = readPublishedFilter(query)
  const found = await findPublished(db, { filter, today, after: placeIn(query), limit: PAGE + 1 })
  const shown = found.slice(0, PAGE)
  const last = shown.at(-1)
  const { list: text } = words[language]
  return {
    title: text.title,
    text,
    filter,
    filtered: Object.keys(filter).length > 0,
    count: text.count(await countPublished(db, { filter, today })),
    choices: choicesOf(filter, language),
    agreements: shown.map((agreement) => shownIn(agreement, today, language)),
    ...(found.length > PAGE && last && { next: `/agreements/published?${queryOf(filter, last.number)}` }),
  }
}

function placeIn(query: unknown): number | undefined {
  const after = textField(query, 'after')
  if (after === '') return undefined
  if (/^[1-9]\d{0,8}$/.test(after)) return Number(after)
  throw new Refusal('gone', 'There is no such place in the list')
}

const queryOf = (filter: PublishedFilter, after: number) =>
  new URLSearchParams({ ...(filter as Record<string, string>), after: String(after) }).toString()

function shownIn(agreement: StoredAgreement, today: CalendarDate, language: Language) {
  const { list: text, standings, powers } = words[language]
  const parties = agreement.controllers.map(partyInWords)
  const more = parties.length - PARTIES
  return {
    name: agreement.name,
    number: text.number(agreement.number),
    href: `/agreements/published/${agreement.number}`,
    standing: standings[standingOf(agreement, today)],
    power: agreement.power && powers[agreement.power],
    parties: parties.slice(0, PARTIES),
    more: more > 0 && text.more(more),
  }
}

function choicesOf(filter: PublishedFilter, language: Language) {
  const { list: text, powers, standings: names } = words[language]
  const all = { value: '', text: text.all }
  const powerIds = Object.keys(publishedPowers) as PublishedPower[]
  return {
    powers: [all, ...powerIds.map((value) => ({ value, text: powers[value], selected: filter.power === value }))],
    standings: [all, ...standings.map((value) => ({ value, text: names[value], selected: filter.standing === value }))],
  }
}
