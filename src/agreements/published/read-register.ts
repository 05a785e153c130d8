import { CsvError, parse } from 'csv-parse/sync'
import { columns, readRow, type PublishedAgreement, type PublishedRow, type UntidyCell } from './published-agreement.ts'

export interface ReadRegister {
  agreements: PublishedAgreement[]
  untidy: UntidyCell[]
}

/** The register's file is not one, in words for whoever imports it. Nothing of it is taken. */
export class NoRegister extends Error {
  constructor(problem: string) {
    super(problem)
    this.name = 'NoRegister'
  }
}

/** Reads the published file: a heading, then a row for each agreement. @throws NoRegister */
export function readRegister(text: string): ReadRegister {
  const [heading, ...rows] = rowsIn(text)
  const missing = columns.filter((column) => !heading?.some((name) => name.trim() === column))
  if (missing.length > 0) throw new NoRegister(`has no column ${missing.join(', ')}`)
  const named = rows.map((row) => namedCells(heading ?? [], row))
  const numbers = named.map(({ ID }) => ID.trim())
  const bad = numbers.filter((number) => !/^[1-9]\d{0,8}$/.test(number))
  if (bad.length > 0) throw new NoRegister(`has rows without a number in the column ID: ${bad.length}`)
  const twice = numbers.filter((number, index) => numbers.indexOf(number) !== index)
  if (twice.length > 0) throw new NoRegister(`has rows with the same number: ${[...new Set(twice)].join(', ')}`)
  const read = named.map(readRow)
  return {
    agreements: read.flatMap(({ agreement }) => agreement ?? []),
    untidy: read.flatMap(({ untidy }) => untidy),
  }
}

function rowsIn(text: string): string[][] {
  try {
    return parse(text, { bom: true, skip_empty_lines: true })
  } catch (error) {
    if (error instanceof CsvError) throw new NoRegister(`is not CSV: ${error.message}`)
    throw error
  }
}

function namedCells(heading: readonly string[], row: readonly string[]): PublishedRow {
  const cells = new Map(heading.map((name, index) => [name.trim(), row[index] ?? '']))
  return Object.fromEntries(columns.map((column) => [column, cells.get(column) ?? ''])) as PublishedRow
}
