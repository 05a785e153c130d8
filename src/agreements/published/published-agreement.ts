import type { CalendarDate } from '../../shared/dates.ts'
import { contactsIn } from './contacts.ts'
import { dateIn, retentionIn, textIn, type Read } from './cells.ts'
import { partiesIn, type Party } from './parties.ts'
import { powerIn, type PublishedPower } from './published-power.ts'

/**
 * An agreement of the register under Part 5 of the Digital Economy Act 2017, as it was published. It lets nobody be told
 * anything: it shows what has been agreed elsewhere, for others to rely on.
 */
export interface PublishedAgreement {
  /** Its number in that register. */
  number: number
  name: string
  purpose: string
  benefits: string
  information: string
  method: string
  power: PublishedPower | undefined
  controllers: Party[]
  processors: Party[]
  /** ISO 8601, in its shortest form; undefined where the register gives none. */
  retention: string | undefined
  startsOn: CalendarDate | undefined
  endsOn: CalendarDate | undefined
  reviewOn: CalendarDate | undefined
  /** Addresses of roles, never of people. */
  contacts: string[]
}

/** One cell that could not be taken as it stands, for whoever keeps the register. */
export interface UntidyCell {
  number: number
  column: Column
  problem: string
}

export const columns = [
  ...(['ID', 'Name', 'Purpose', 'Benefits', 'Power Disclosure', 'Disclosed Information', 'Controllers'] as const),
  ...(['Method', 'Processors', 'Retention Period', 'start_date', 'end_date', 'review_date', 'contact'] as const),
] as const
export type Column = (typeof columns)[number]

export type PublishedRow = Record<Column, string>

/** @returns no agreement for a row that holds nothing but its number. */
export function readRow(row: PublishedRow): { agreement?: PublishedAgreement; untidy: UntidyCell[] } {
  const number = Number(row.ID)
  if (columns.every((column) => column === 'ID' || row[column].trim() === '')) {
    return { untidy: [{ number, column: 'ID', problem: 'has nothing but its number: left out' }] }
  }
  const untidy: UntidyCell[] = []
  const take = <Value>(column: Column, read: (text: string) => Read<Value>): Value => {
    const { value, problems } = read(row[column])
    untidy.push(...problems.map((problem) => ({ number, column, problem })))
    return value
  }
  const agreement = {
    number,
    name: take('Name', textIn),
    purpose: take('Purpose', textIn),
    benefits: take('Benefits', textIn),
    information: take('Disclosed Information', textIn),
    method: take('Method', textIn),
    power: take('Power Disclosure', powerIn),
    controllers: take('Controllers', partiesIn),
    // Most have none.
    processors: row.Processors.trim() === '' ? [] : take('Processors', partiesIn),
    retention: take('Retention Period', retentionIn),
    startsOn: take('start_date', dateIn),
    endsOn: take('end_date', dateIn),
    reviewOn: take('review_date', dateIn),
    contacts: take('contact', contactsIn),
  }
  return { agreement, untidy: [...untidy, ...outOfOrder(agreement)] }
}

function outOfOrder({ number, startsOn, endsOn, reviewOn }: PublishedAgreement): UntidyCell[] {
  const before = (one: string | undefined, other: string | undefined) => one !== undefined && other && one < other
  return [
    ...(before(endsOn, startsOn) ? [{ number, column: 'end_date' as const, problem: 'is before the start' }] : []),
    ...(before(reviewOn, startsOn) ? [{ number, column: 'review_date' as const, problem: 'is before the start' }] : []),
    ...(before(endsOn, reviewOn) ? [{ number, column: 'review_date' as const, problem: 'is after the end' }] : []),
  ]
}
