import type { Kept, ToKeep } from '../catalogue/known.ts'
import type { CalendarDate } from '../shared/dates.ts'

/** What one report said that later ones need not ask. */
export interface KeptOfReport {
  /** Null: told of before each entry knew its report. */
  reportId: string | null
  /** Matching numbers by the name that they are kept under. */
  numbers: Readonly<Record<string, string>>
  kept: ToKeep
}

interface Remembered {
  numbers: KeptOfReport['numbers']
  kept: Kept
}

/** As of a day, of all reports in the order in which they were made: what was said later counts. */
export function remembered(entries: readonly KeptOfReport[], today: CalendarDate): Remembered {
  const all = entries.map(({ kept }) => kept)
  const address = latest(
    all.map((kept) => kept.address),
    today,
  )
  const names = latest(
    all.map((kept) => kept.names),
    today,
  )
  const contacts = all.flatMap(({ contact }) => contact ?? [])
  const children = all.findLast((kept) => kept.children)?.children
  const partner = all.findLast((kept) => kept.partner !== undefined)?.partner
  return {
    numbers: Object.assign({}, ...entries.map(({ numbers }) => numbers)) as Record<string, string>,
    kept: {
      ...(address && { address }),
      ...(names && { names }),
      ...(contacts.length > 0 && { contact: Object.assign({}, ...contacts) as NonNullable<Kept['contact']> }),
      ...(children && { children }),
      ...(partner && { partner }),
    },
  }
}

/** With a report's entry, in the place of an earlier one of the same report: a correction says it anew. */
export function withEntry(entries: readonly KeptOfReport[], entry: KeptOfReport): KeptOfReport[] {
  const isNew = !entries.some(({ reportId }) => reportId === entry.reportId)
  return isNew ? [...entries, entry] : entries.map((each) => (each.reportId === entry.reportId ? entry : each))
}

export const withoutReport = (entries: readonly KeptOfReport[], reportId: string) =>
  entries.filter((entry) => entry.reportId !== reportId)

/** What holds since the latest day that has come: a move next month is not where somebody lives. */
const latest = <Value extends { from: CalendarDate }>(told: readonly (Value | undefined)[], today: CalendarDate) =>
  told
    .filter((each) => each !== undefined)
    .filter(({ from }) => from <= today)
    .reduce<Value | undefined>((best, each) => (best && best.from > each.from ? best : each), undefined)
