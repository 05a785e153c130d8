import { weekdays, type Maintenance } from '../../subscriptions/maintenance.ts'
import { sendingWords } from './sending-words.ts'

const TIME = String.raw`(\d{1,2})[:.](\d{2})`
const DATE = String.raw`(\d{1,2})/(\d{1,2})/(\d{4})`
const TO = String.raw`\s+(?:to|i|-|–)\s+`
const WEEKLY = new RegExp(`^(\\p{L}[\\p{L} ]*?)\\s+${TIME}${TO}${TIME}$`, 'iu')
const ONCE = new RegExp(`^${DATE}\\s+${TIME}${TO}${DATE}\\s+${TIME}$`, 'iu')

/** A line as people type it, in either language: they keep what they have written when they change it. */
export function maintenanceIn(line: string): Maintenance | undefined {
  const [, name = '', ...times] = WEEKLY.exec(line) ?? []
  const day = dayCalled(name)
  if (day) return { day, from: time(times[0], times[1]), until: time(times[2], times[3]) }
  const once = ONCE.exec(line)
  if (!once) return undefined
  const [d1, m1, y1, h1, n1, d2, m2, y2, h2, n2] = once.slice(1)
  return { from: `${date(d1, m1, y1)}T${time(h1, n1)}`, until: `${date(d2, m2, y2)}T${time(h2, n2)}` }
}

function dayCalled(name: string) {
  const wanted = name.toLowerCase()
  return weekdays.find((day) =>
    [sendingWords.en.days[day], sendingWords.cy.days[day]].some((known) => {
      const plain = known.toLowerCase()
      return (
        wanted === plain ||
        `dydd ${wanted}` === plain ||
        (wanted.length >= 3 && plain.startsWith(wanted) && plain === day)
      )
    }),
  )
}

const two = (digits = '') => digits.padStart(2, '0')
const time = (hours?: string, minutes?: string) => `${two(hours)}:${two(minutes)}`
const date = (day?: string, month?: string, year = '') => `${year}-${two(month)}-${two(day)}`
