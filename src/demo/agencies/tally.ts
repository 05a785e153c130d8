import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { addDays, type CalendarDate } from '../../shared/dates.ts'

/** What a body has reported of its uses of data, by day, and which days it has counted: it outlives a restart. */
export interface Tally {
  /** Notes a record that the service has acknowledged; once more is once. */
  reported(recordId: string, day: CalendarDate): Promise<void>
  recordsOn(day: CalendarDate): number
  counted(day: CalendarDate): Promise<void>
  /** Days up to this one whose count the body has yet to send, the earliest first. */
  owedUntil(newest: CalendarDate): CalendarDate[]
}

type Line = { record: string; day: CalendarDate } | { counted: CalendarDate }

// The service looks at no day that is longer ago.
const REMEMBERED_DAYS = 34

/** A JSON line per fact. Without a file, for as long as the process lives. @param today for how long ago a fact is */
export async function openTally(file: string | undefined, today: CalendarDate): Promise<Tally> {
  const records = new Map<string, CalendarDate>()
  const days = new Set<CalendarDate>()
  const learn = (line: Line) => ('record' in line ? records.set(line.record, line.day) : days.add(line.counted))
  for (const line of file ? await linesSince(file, addDays(today, -REMEMBERED_DAYS)) : []) learn(line)
  const note = async (line: Line) => {
    if (file) await appendFile(file, `${JSON.stringify(line)}\n`)
    learn(line)
  }
  return {
    reported: (record, day) => (records.has(record) ? Promise.resolve() : note({ record, day })),
    recordsOn: (day) => [...records.values()].filter((one) => one === day).length,
    counted: (counted) => note({ counted }),
    owedUntil: (newest) => owed(days, newest),
  }
}

/** Each since the first that was counted; for a body that has not begun, the newest. */
function owed(counted: ReadonlySet<CalendarDate>, newest: CalendarDate): CalendarDate[] {
  const [first = newest] = [...counted].sort()
  const missing: CalendarDate[] = []
  for (let day = first; day <= newest; day = addDays(day, 1)) if (!counted.has(day)) missing.push(day)
  return missing.filter((day) => day >= addDays(newest, 1 - REMEMBERED_DAYS))
}

/** Reads the file and shortens it to what still counts. */
async function linesSince(file: string, earliest: CalendarDate): Promise<Line[]> {
  await mkdir(dirname(file), { recursive: true })
  const text = await readFile(file, 'utf8').catch(() => '')
  const lines = text.split('\n').flatMap(lineOf)
  const kept = lines.filter((line) => ('record' in line ? line.day : line.counted) >= earliest)
  await writeFile(file, kept.map((line) => `${JSON.stringify(line)}\n`).join(''), { mode: 0o600 })
  return kept
}

/** A process that was killed while writing leaves half a line at the end. */
function lineOf(text: string): Line[] {
  try {
    return [JSON.parse(text) as Line]
  } catch {
    return []
  }
}
