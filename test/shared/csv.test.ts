import { describe, expect, test } from 'vitest'
import { csv } from '../../src/shared/csv.ts'

describe('rows as CSV', () => {
  test('are quoted, so that commas, quotes and lines stay within their value', () => {
    expect(
      csv([
        ['id', 'name'],
        ['a', 'Leeds, "the city"\nof cloth'],
      ]),
    ).toBe('"id","name"\r\n"a","Leeds, ""the city""\nof cloth"\r\n')
  })

  test.each(['=1+1', '+44', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', ' =1+1', '＝1+1'])(
    'say nothing that a spreadsheet would work out: %j',
    (value) => {
      expect(csv([[value]])).toBe(`"'${value}"\r\n`)
    },
  )

  test.each(['a=b', '0300 123', '1-2', ''])('leave alone what is harmless: %j', (value) => {
    expect(csv([[value]])).toBe(`"${value}"\r\n`)
  })
})
