import { describe, expect, test } from 'vitest'
import { placeOf } from '../../src/agencies/file-mistakes.ts'
import { lifeEvents } from '../../src/catalogue/catalogue.ts'
import { readAgenciesText } from '../../src/subscriptions/agencies-file.ts'
import { onLines } from '../../src/subscriptions/agencies-file-text.ts'
import { outlineJson } from '../../src/subscriptions/json-outline.ts'
import { seeded } from '../support/seeded.ts'

const reviewed = (text: string) => {
  const reading = readAgenciesText(text, { lifeEvents, allowLoopback: false })
  const mistakes = 'mistakes' in reading ? reading.mistakes : []
  return onLines(text, mistakes).map(({ line, path, problem }) => `${line}: ${placeOf(path)} ${problem}`)
}

describe('broken JSON is told with line and column', () => {
  test.each([
    ['', 'a value should stand at line 1, column 1'],
    ['{"agencies": [', 'a value or ] should stand at line 1, column 15'],
    ['{\n  "agencies": [],\n}', 'a key should stand at line 3, column 1'],
    ['{\n  "agencies": []\n}\n]', 'nothing more should stand at line 4, column 1'],
    ['{"agencies": [{"id": "a" "name": {}}]}', 'a comma or } should stand at line 1, column 26'],
    ['{"agencies": [1 2]}', 'a comma or ] should stand at line 1, column 17'],
    ["{'agencies': []}", 'a key or } should stand at line 1, column 2'],
    ['{"agencies" []}', 'a colon should stand at line 1, column 13'],
    ['{\n\t"agencies": “none”}', 'a value should stand at line 2, column 14'],
    ['{"agencies": "no\nne"}', 'a value should stand at line 1, column 14'],
    ['{"agencies": 01}', 'a comma or } should stand at line 1, column 15'],
  ])('%j', (text, expected) => {
    expect(reviewed(text)).toEqual([`1:  is not JSON: ${expected}`])
  })

  test('exactly where JSON.parse refuses it, over many texts', () => {
    const pieces = ['{', '}', '[', ']', ',', ':', '"a"', '"\\u00e9"', '"\\x"', '"', '1', '-0.5e3', '01', '1.', 'true']
    pieces.push('TRUE', 'null', ' ', '\n', '\t', '\u00a0', 'é', '"\u0001"', '"\u007f"', '{"a":', '[1,', '},')
    const random = seeded(7)
    const texts = Array.from({ length: 40_000 }, () =>
      Array.from({ length: 1 + random(8) }, () => pieces[random(pieces.length)]).join(''),
    )
    const disagreed = texts.filter((text) => isJson(text) === (outlineJson(text).broken !== undefined))
    expect(disagreed).toEqual([])
    expect(texts.filter(isJson).length).toBeGreaterThan(1000)
  })
})

test('a key that stands twice in an entry is a mistake, since the first would be lost', () => {
  const text = '{\n "agencies": [],\n "agencies": [{"id": "a"}, {"id": "b",\n "id": "c"}]\n}'
  expect(reviewed(text).filter((mistake) => mistake.includes('twice'))).toEqual([
    '3: agencies stands twice in the same entry',
    '4: agencies[1].id stands twice in the same entry',
  ])
})

test('each mistake has its line, from the top, wherever the file was made', () => {
  const text =
    '\uFEFF{\r\n  "agencies": [\r\n    {\r\n      "name": { "en": "a",\r\n "fr": "b" }\r\n    },\r\n    7\r\n  ]\r\n}'
  const lines = reviewed(text)
  expect(lines.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
    '3: agencies[0].id',
    '3: agencies[0].cluster',
    '5: agencies[0].name.fr',
    '7: agencies[1]',
  ])
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
