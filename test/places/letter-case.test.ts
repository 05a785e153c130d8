import { expect, test } from 'vitest'
import { inLetterCase } from '../../src/places/letter-case.ts'

const cases: [capitals: string, written: string][] = [
  ['HAREHILLS LANE', 'Harehills Lane'],
  ['STOKE-ON-TRENT', 'Stoke-on-Trent'],
  ['NEWCASTLE UPON TYNE', 'Newcastle upon Tyne'],
  ['ST. MARY STREET', 'St. Mary Street'],
  ["ST MARY'S ROAD", 'St Mary’s Road'],
  ["O'CONNELL COURT", 'O’Connell Court'],
  ["KING'S LYNN", 'King’s Lynn'],
  ['MCDONALD ROAD', 'McDonald Road'],
  ['HEOL Y DERI', 'Heol y Deri'],
  ['Y FELINHELI', 'Y Felinheli'],
  ['PEN-Y-BONT AR OGWR', 'Pen-y-bont ar Ogwr'],
  ['LLŶN', 'Llŷn'],
  ['FLAT 3A', 'Flat 3A'],
  ['FLAT A', 'Flat A'],
  ['2F1', '2F1'],
  ['THE OLD CHAPEL', 'The Old Chapel'],
  ['COURT (WEST)', 'Court (West)'],
  ['NHS LEEDS GP SURGERY', 'NHS Leeds GP Surgery'],
  ['  DOUBLE   SPACED ', 'Double Spaced'],
]

test.each(cases)('%s is written %s', (capitals, written) => {
  expect(inLetterCase(capitals)).toBe(written)
})
