import { formatDate, formatDateTime, formatTime, ukToday } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { drawChart, type Chart } from '../../web/charts/chart.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import type { Stretch, Unit } from './health-store.ts'

export const words = { en, cy }

type Name = keyof typeof en.charts

const SHOWN: readonly { name: Name; kind: Chart['kind']; of: readonly (keyof Omit<Stretch, 'from'>)[] }[] = [
  { name: 'due', kind: 'bars', of: ['due'] },
  { name: 'oldest', kind: 'lines', of: ['oldest'] },
  { name: 'attempts', kind: 'bars', of: ['taken', 'failed'] },
  { name: 'arrival', kind: 'bars', of: ['withinSecond', 'withinTenSeconds', 'withinMinute', 'later'] },
  { name: 'inFlight', kind: 'lines', of: ['inFlight'] },
]

/** What the template needs of each chart: its drawing, and the same numbers for a table. */
export function chartsOf(all: readonly Stretch[], unit: Unit, language: Language) {
  const text = words[language]
  const number = new Intl.NumberFormat(language === 'cy' ? 'cy-GB' : 'en-GB')
  return SHOWN.map(({ name, kind, of }) => {
    const { title, series: names } = text.charts[name]
    const series = of.map((figure, index) => ({ name: names[index] ?? '', values: all.map((one) => one[figure]) }))
    const labels = all.map(({ from }) => shortly(from, unit, language))
    const inWords = (value: number) => number.format(value)
    return {
      ...{ title, legend: names, along: text.along[unit], show: text.show },
      drawing: drawChart({ id: name, kind, title, description: text.description, labels, series, inWords }),
      rows: all.map((one) => ({
        label: unit === 'hour' ? formatDateTime(one.from, language) : formatDate(ukToday(one.from), language),
        values: of.map((figure) => inWords(one[figure])),
      })),
    }
  })
}

/** Below a bar there is room for a time or a day, not for both. */
const shortly = (from: Date, unit: Unit, language: Language) =>
  unit === 'hour' ? formatTime(from, language) : shortDay[language].format(from)

const dayIn = (locale: string) =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'Europe/London' })
const shortDay = { en: dayIn('en-GB'), cy: dayIn('cy-GB') }
