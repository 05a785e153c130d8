import { addDays, formatDate, ukToday, type CalendarDate } from '../../shared/dates.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { drawChart } from '../../web/charts/chart.ts'
import type { PageData } from '../../web/page.ts'
import { cy } from '../content/cy.ts'
import { en } from '../content/en.ts'
import { aboutEntries } from './about-entries.ts'
import { countsOfBodies, countsOfMonths, type MonthCount } from './count-store.ts'
import type { Reading } from './list-page.ts'

const words = { en, cy }

/** How often in each of the last twelve months, as a chart with its table, and by body. */
export async function yearPage({ tx, subjects }: Reading, now: Date, language: Language): Promise<PageData> {
  const text = words[language].year
  const today = ukToday(now)
  const months = monthsTo(today)
  const from = months[0] ?? today
  const [counts, bodies] = await Promise.all([countsOfMonths(tx, subjects, from), countsOfBodies(tx, subjects, from)])
  const { bodies: names } = await aboutEntries(tx, subjects, [])
  return {
    ...{ title: text.title, words: text, backLink: '/access' },
    intro: text.intro(formatDate(from, language), formatDate(today, language)),
    chart: bodies.length > 0 ? yearChart(months, counts, language) : undefined,
    bodies: bodies.map(({ bodyId, entries }) => ({
      name: inLanguage(names.get(bodyId) ?? { en: bodyId }, language),
      href: `/access?${new URLSearchParams({ body: bodyId, ...dayFields(from) }).toString()}`,
      entries: numberIn[language].format(entries),
    })),
  }
}

/** The first days of this month and the eleven before it, the earliest first. */
export function monthsTo(today: CalendarDate): CalendarDate[] {
  const months = [`${today.slice(0, 7)}-01`]
  while (months.length < 12) months.unshift(`${addDays(months[0] ?? today, -1).slice(0, 7)}-01`)
  return months
}

function yearChart(months: readonly CalendarDate[], counts: readonly MonthCount[], language: Language) {
  const text = words[language].year
  const of = (month: CalendarDate) => counts.find((one) => one.month === month) ?? { ours: 0, theirs: 0 }
  const inWords = (value: number) => numberIn[language].format(value)
  const values = [months.map((month) => of(month).ours), months.map((month) => of(month).theirs)]
  const series = values.map((of, index) => ({ name: text.series[index] ?? '', values: of }))
  const labels = months.map((month) => shortMonth[language].format(noonOf(month)))
  const { chart: title, description, along, show } = text
  return {
    ...{ title, along, show, legend: series.map(({ name }) => name) },
    drawing: drawChart({ id: 'year', kind: 'bars', title, description, labels, series, inWords }),
    rows: months.map((month, index) => ({
      label: longMonth[language].format(noonOf(month)),
      values: series.map(({ values }) => inWords(values[index] ?? 0)),
    })),
  }
}

/** As the filter's form has it: the year's list begins on the first of a month. */
function dayFields(day: CalendarDate) {
  const [year = '', month = '', date = ''] = day.split('-')
  return { 'from-day': String(Number(date)), 'from-month': String(Number(month)), 'from-year': year }
}

const noonOf = (day: CalendarDate) => new Date(`${day}T12:00:00Z`)

const both = <Format>(make: (locale: string) => Format) => ({ en: make('en-GB'), cy: make('cy-GB') })
const numberIn = both((locale) => new Intl.NumberFormat(locale))
const shortMonth = both(
  (locale) => new Intl.DateTimeFormat(locale, { month: 'short', year: '2-digit', timeZone: 'UTC' }),
)
const longMonth = both((locale) => new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }))
