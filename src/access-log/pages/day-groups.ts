import type { Db } from '../../shared/database.ts'
import { formatDate, type CalendarDate } from '../../shared/dates.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import type { AccessEntry, AccessFilter } from '../access-entry.ts'
import { cy } from '../content/cy.ts'
import { en } from '../content/en.ts'
import type { About } from './about-entries.ts'
import { countsOfDay } from './count-store.ts'
import { describeEntry } from './describe-entry.ts'
import { daysCutOff, grouped } from './grouped.ts'

const words = { en, cy }

/** How many entries each body has on the days that a page cuts in two. */
export type Counts = ReadonlyMap<CalendarDate, ReadonlyMap<string, number>>

export async function countCutOff(
  tx: Db,
  subjects: readonly Buffer[],
  filter: AccessFilter,
  page: { entries: readonly AccessEntry[]; newer?: unknown; older?: unknown },
): Promise<Counts> {
  const cut = daysCutOff(grouped(page.entries), page)
  const counted = cut.map(async (day) => [day, await countsOfDay(tx, subjects, filter, day)] as const)
  return new Map(await Promise.all(counted))
}

/** A page's entries as its reader sees them: days, in each the bodies with how often, in each its entries. */
export function dayGroups(entries: readonly AccessEntry[], counts: Counts, about: About, language: Language) {
  const text = words[language].list
  const few = entries.length <= OPEN_UP_TO
  return grouped(entries).map(({ day, groups }) => ({
    id: `day-${day}`,
    title: text.day(formatDate(day, language)),
    groups: groups.map(({ bodyId, entries: shown }) => {
      const all = Math.max(shown.length, counts.get(day)?.get(bodyId) ?? 0)
      const body = inLanguage(about.bodies.get(bodyId) ?? { en: bodyId }, language)
      return {
        title: text.group(body, all),
        part: all > shown.length ? text.part(shown.length, all) : undefined,
        open: few,
        entries: shown.map((entry) => describeEntry(entry, about, language)),
      }
    }),
  }))
}

/** With so little to read there is nothing to fold away. */
const OPEN_UP_TO = 3
