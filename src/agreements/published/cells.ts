import { isRealDate, type CalendarDate } from '../../shared/dates.ts'

/** What a cell says, and what is wrong with how it says it, in words for whoever keeps the register. */
export interface Read<Value> {
  value: Value
  problems: string[]
}

/** Published text as it is, but for what no reader sees: blanks around it, other blanks and breaks within a line. */
export function textIn(cell: string): Read<string> {
  const value = cell
    .replaceAll('\u00a0', ' ')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
  if (value === '') return { value, problems: ['is blank'] }
  return { value, problems: cell === value ? [] : ['has blanks or breaks that are not text: mended'] }
}

export function dateIn(cell: string): Read<CalendarDate | undefined> {
  const text = cell.trim()
  if (text === '') return { value: undefined, problems: ['is blank'] }
  if (!isRealDate(text)) return { value: undefined, problems: [`is not a date such as 2022-03-31: ${cell.trim()}`] }
  return { value: text, problems: [] }
}

/** ISO 8601 durations without a time of day, in years and months or in days where that says the same. */
export function retentionIn(cell: string): Read<string | undefined> {
  const text = cell.trim()
  if (text === '') return { value: undefined, problems: ['is blank'] }
  const match = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(text)
  if (!match) return { value: undefined, problems: [`is not an ISO 8601 period such as P1Y6M: ${text}`] }
  const [years, months, weeks, days] = match.slice(1).map((digits?: string) => Number(digits ?? 0)) as Four
  const [allMonths, allDays] = [years * 12 + months, weeks * 7 + days]
  const value = `P${some(Math.floor(allMonths / 12), 'Y')}${some(allMonths % 12, 'M')}${some(allDays, 'D')}`
  const shortest = value === 'P' ? 'P0D' : value
  return { value: shortest, problems: shortest === text ? [] : [`${text} is ${shortest}: written so`] }
}

type Four = [number, number, number, number]

const some = (count: number, unit: string) => (count > 0 ? `${count}${unit}` : '')
