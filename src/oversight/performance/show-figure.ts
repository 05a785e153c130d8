import { eventInWords } from '../../agreements/show-agreement.ts'
import { formatPartialDate } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { drawChart } from '../../web/charts/chart.ts'
import type { Figure } from './figure.ts'
import type { Snapshot } from './figure-store.ts'
import { monthInAddress, type Month } from './month.ts'
import { words } from './words.ts'

export const monthInWords = (month: Month, language: Language) => formatPartialDate(monthInAddress(month), language)

export const nameOf = ({ id }: Figure, language: Language) => words[language].figures[id].name

export const figurePath = ({ id }: Pick<Figure, 'id'>) => `/performance/${id}`

/** Of one part, or of an event of the catalogue; the figure itself has no name of its own. */
export const partInWords = (part: string, language: Language) =>
  part === '' ? words[language].total : (words[language].parts[part] ?? eventInWords(part, language))

/** `12.5 days`, `93%`. Undefined: its month is not counted; null: there is nothing to say, or too few. */
export function valueInWords(
  { unit, people, given }: Figure,
  value: number | null | undefined,
  language: Language,
): string {
  const { values } = words[language]
  if (value === undefined) return values.missing
  if (value === null) {
    if (given) return values.notGiven
    if (!people) return values.none
    return unit === 'count' ? values.few : values.tooFew
  }
  if (unit === 'pounds') return `£${pounds[language].format(value)}`
  const number = numbers[language].format(value)
  if (unit === 'count') return number
  return unit === 'share' ? `${number}%` : values[unit](number)
}

/** So many lines as can be told apart, and so many stacked bars. */
const MOST_SERIES = { lines: 2, bars: 4 }

/** The series of a figure by month, as the template of charts wants them: as many drawings as its parts need. */
export function chartsOf(figure: Figure, months: readonly Month[], snapshots: readonly Snapshot[], language: Language) {
  const kind = figure.unit === 'count' ? 'bars' : 'lines'
  const pieces = inPieces(figure.parts, MOST_SERIES[kind])
  return pieces.map((parts) => {
    const title = pieces.length > 1 ? titleOf(figure, parts, language) : undefined
    return chartOf(figure, { parts, title }, months, snapshots, language)
  })
}

export function chartOf(
  figure: Figure,
  { parts, title: given }: { parts: readonly string[]; title?: string | undefined },
  months: readonly Month[],
  snapshots: readonly Snapshot[],
  language: Language,
) {
  const text = words[language]
  const kind = figure.unit === 'count' ? 'bars' : 'lines'
  const title = given ?? nameOf(figure, language)
  const found = new Map(snapshots.map(({ month, part, value }) => [`${month} ${part}`, value]))
  const at = (month: Month, part: string) => found.get(`${month} ${part}`)
  const legend = parts.map((part) => legendOf(figure, part, language))
  return {
    ...{ kind, title, legend, along: text.along, show: text.show },
    drawing: drawChart({
      ...{ id: [figure.id, ...parts].join('-').replace(/-$/, ''), kind, title, description: text.description },
      labels: months.map((month) => shortMonth[language].format(new Date(`${month}T12:00:00Z`))),
      series: parts.map((part, index) => ({
        name: legend[index] ?? '',
        values: months.map((month) => at(month, part) ?? undefined),
      })),
      inWords: (value) => (figure.unit === 'share' ? `${value}%` : numbers[language].format(value)),
    }),
    rows: months.map((month) => ({
      label: monthInWords(month, language),
      values: parts.map((part) => valueInWords(figure, at(month, part), language)),
    })),
  }
}

/** The title of a chart says which step it is about. */
const legendOf = (figure: Figure, part: string, language: Language) =>
  part === ''
    ? nameOf(figure, language)
    : (words[language].legend[part.split('-').at(-1) ?? ''] ?? partInWords(part, language))

/** No two charts of a page are called the same. */
const titleOf = (figure: Figure, parts: readonly string[], language: Language) =>
  words[language].steps[parts[0]?.split('-')[0] ?? ''] ??
  `${nameOf(figure, language)}: ${parts.map((part) => partInWords(part, language)).join(', ')}`

function inPieces(parts: readonly string[], size: number): string[][] {
  const count = Math.ceil(parts.length / size)
  return Array.from({ length: count }, (_, piece) => parts.slice(piece * size, (piece + 1) * size))
}

const formatsOf = (options: Intl.NumberFormatOptions) => ({
  en: new Intl.NumberFormat('en-GB', options),
  cy: new Intl.NumberFormat('cy-GB', options),
})
const numbers = formatsOf({ maximumFractionDigits: 1 })
const pounds = formatsOf({ minimumFractionDigits: 2, maximumFractionDigits: 2 })

const shortMonthIn = (locale: string) =>
  new Intl.DateTimeFormat(locale, { month: 'short', year: '2-digit', timeZone: 'UTC' })
const shortMonth = { en: shortMonthIn('en-GB'), cy: shortMonthIn('cy-GB') }
