import { formatDate } from '../../shared/dates.ts'
import { inLanguage, type Bilingual, type Language } from '../../shared/language.ts'
import { weekdayOf } from '../../shared/uk-time.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import type { Gap } from './gap.ts'

export const words = { en, cy }

/** A gap as a citizen reads it: without numbers, which are of all people together. */
export function gapInWords(
  { kind, agencyId, otherId, day }: Gap,
  names: ReadonlyMap<string, Bilingual>,
  language: Language,
) {
  const text = words[language]
  const name = (id: string) => inLanguage(names.get(id) ?? { en: id }, language)
  const on = text.day(text.weekdays[weekdayOf(day)] ?? '', formatDate(day, language))
  return text.gaps[kind](name(agencyId), on, name(otherId))
}

const MOST = 3

/** What stands above a citizen's list: gaps of bodies in it first, and only so many. */
export function gapsAbove(
  gaps: readonly Gap[],
  { bodies, names }: { bodies: readonly string[]; names: ReadonlyMap<string, Bilingual> },
  language: Language,
) {
  const isTheirs = ({ agencyId }: Gap) => bodies.includes(agencyId)
  // Of each body once: the earliest gap says since when.
  const ofBodies = [...new Map(gaps.toReversed().map((gap) => [gap.agencyId, gap])).values()].reverse()
  const ordered = [...ofBodies.filter(isTheirs), ...ofBodies.filter((gap) => !isTheirs(gap))]
  const text = words[language].above
  return {
    gaps: ordered.slice(0, MOST).map((gap) => gapInWords(gap, names, language)),
    incomplete: text.incomplete,
    more: ordered.length > MOST ? text.more(ordered.length - MOST) : undefined,
    ...{ coverage: text.coverage, warning: text.warning },
  }
}
