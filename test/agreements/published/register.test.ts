import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contactsIn } from '../../../src/agreements/published/contacts.ts'
import { dateIn, retentionIn, textIn } from '../../../src/agreements/published/cells.ts'
import { importRegister } from '../../../src/agreements/published/import-register.ts'
import { partiesIn } from '../../../src/agreements/published/parties.ts'
import { countPublished, findPublished } from '../../../src/agreements/published/published-store.ts'
import { powerIn } from '../../../src/agreements/published/published-power.ts'
import { NoRegister, readRegister } from '../../../src/agreements/published/read-register.ts'
import { testDatabase, type TestDatabase } from '../../support/database.ts'

const OWN = new URL('untidy-register.csv', import.meta.url)
const REAL = new URL('../../../../shared/data/dea-register.csv', import.meta.url)
const NOW = new Date('2026-11-23T09:00:00Z')
const TODAY = '2026-11-23'

describe('a cell', () => {
  test.each([
    ['P1M', 'P1M', []],
    ['P12M', 'P1Y', ['P12M is P1Y: written so']],
    ['P18M', 'P1Y6M', ['P18M is P1Y6M: written so']],
    ['P3Y9M27D', 'P3Y9M27D', []],
    ['P2W', 'P14D', ['P2W is P14D: written so']],
    ['P0D', 'P0D', []],
    ['', undefined, ['is blank']],
    ['one year', undefined, ['is not an ISO 8601 period such as P1Y6M: one year']],
    ['P', undefined, ['is not an ISO 8601 period such as P1Y6M: P']],
  ])('of a retention period: %j', (cell, value, problems) => {
    expect(retentionIn(cell)).toEqual({ value, problems })
  })

  test.each([
    ['2022-03-31', '2022-03-31', 0],
    [' 2022-03-31 ', '2022-03-31', 0],
    ['2022-02-30', undefined, 1],
    ['31/03/2022', undefined, 1],
    ['', undefined, 1],
  ])('of a day: %j', (cell, value, problems) => {
    expect(dateIn(cell)).toMatchObject({ value, problems: { length: problems } })
  })

  test('of text keeps its words and its paragraphs', () => {
    expect(textIn('To help\nfamilies')).toEqual({ value: 'To help\nfamilies', problems: [] })
    expect(textIn(' To\u00a0 help ')).toMatchObject({ value: 'To help', problems: { length: 1 } })
  })

  test.each([
    ['Debt', 'debt', 0],
    ['PSD - Fuel poverty', 'fuel-poverty', 0],
    [' psd -  water poverty', 'water-poverty', 0],
    ['Kindness', undefined, 1],
  ])('of a power: %j', (cell, value, problems) => {
    expect(powerIn(cell)).toMatchObject({ value, problems: { length: problems } })
  })

  test.each([
    ['foi@a.gov.uk', ['foi@a.gov.uk'], []],
    ['FOI@a.gov.uk, foi@a.gov.uk', ['foi@a.gov.uk'], ['has an address twice: kept once']],
    ['jo.bloggs@a.gov.uk or dpo@a.gov.uk', ['dpo@a.gov.uk'], ['has an address of a person: left out']],
    ['Town Hall, 0161 496 0000', [], ['has more than addresses: left out']],
    ['https://www.a.gov.uk/foi', ['https://www.a.gov.uk/foi'], []],
    ['foi@a.gov', ['foi@a.gov'], ['has an address that leads nowhere: foi@a.gov']],
  ])('of contacts: %j', (cell, value, problems) => {
    expect(contactsIn(cell)).toEqual({ value, problems })
  })

  test('of parties tells a description from a name, and a comma from the end of a part', () => {
    const council = { description: 'A district council in England', name: 'Bolton council' }
    expect(
      partiesIn('HMRC,A district council in England: Bolton council,"The Economy, Skills and Work Group"'),
    ).toEqual({
      value: [{ name: 'HMRC' }, council, { name: 'The Economy, Skills and Work Group' }],
      problems: [],
    })
    expect(partiesIn('A London Borough Council, HMRC, hmrc')).toEqual({
      value: [{ description: 'A London Borough Council' }, { name: 'hmrc' }],
      problems: ['has a party twice: kept once', 'does not say which: A London Borough Council'],
    })
    expect(partiesIn('A person providing services: Ms Ada Example').value).toEqual([
      { description: 'A person providing services' },
    ])
  })
})

test.each([
  ['no CSV', 'ID,"Name\n1', 'is not CSV'],
  ['another file', 'a,b\n1,2', 'has no column ID, Name'],
  ['nothing', '', 'has no column ID'],
])('a file that is no register (%s) is refused whole', (_what, text, problem) => {
  expect(() => readRegister(text)).toThrow(NoRegister)
  expect(() => readRegister(text)).toThrow(problem)
})

test('a row without its number, or with another’s, is refused: nobody could name it', async () => {
  const [heading, one] = (await readFile(OWN, 'utf8')).split('\n')
  const rest = ',Name,,,,,,,,,,,,'
  expect(() => readRegister(`${heading}\nx${rest}`)).toThrow('without a number')
  expect(() => readRegister(`${heading}\n7${rest}\n7${rest}`)).toThrow('the same number: 7')
  expect(one).toContain('Council tax')
})

describe('the register', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(() => database.close())

  const filtered = async (filter: Parameters<typeof findPublished>[1]['filter']) =>
    (await findPublished(database.web, { filter, today: TODAY, limit: 50 })).map(({ number }) => number)

  test('an untidy file is taken in with what it says, and each cell that is not as it should be is named', async () => {
    const register = readRegister(await readFile(OWN, 'utf8'))
    expect(await importRegister(database.worker, register, NOW)).toEqual({
      ...{ added: 3, changed: 0, unchanged: 0, left: 0 },
    })
    expect(register.untidy.map(({ number, column, problem }) => `${number} ${column}: ${problem}`)).toEqual([
      '1 Retention Period: P12M is P1Y: written so',
      '2 Name: has blanks or breaks that are not text: mended',
      '2 Purpose: has blanks or breaks that are not text: mended',
      '2 Controllers: does not say which: A licensed gas and/or electricity supplier',
      '2 Retention Period: P18M is P1Y6M: written so',
      '2 start_date: is not a date such as 2022-03-31: 2020-02-30',
      '2 contact: has an address of a person: left out',
      '2 contact: has an address twice: kept once',
      '2 contact: has an address under a retired domain: dpo@dwp.gsi.gov.uk',
      '2 review_date: is after the end',
      '3 Power Disclosure: is no power of Part 5 of the Act: Civil-registration',
      '3 Controllers: names a person: left out',
      '3 Controllers: has no blank after a colon: read all the same',
      '3 Retention Period: is not an ISO 8601 period such as P1Y6M: one year',
      '3 review_date: is blank',
      '3 contact: has more than addresses: left out',
      '3 end_date: is before the start',
      '4 ID: has nothing but its number: left out',
    ])
    const [first] = await findPublished(database.web, { filter: {}, today: TODAY, limit: 1 })
    expect(first).toMatchObject({
      power: 'debt',
      retention: 'P1Y',
      benefits: 'Fewer bailiffs.\nPlans that people can keep to.',
    })
    const text = JSON.stringify(await findPublished(database.web, { filter: {}, today: TODAY, limit: 9 }))
    expect(text).not.toMatch(/bloggs|Ada Example/)
  })

  test('a second run changes nothing; what changed, came or went is told apart', async () => {
    const register = readRegister(await readFile(OWN, 'utf8'))
    expect(await importRegister(database.worker, register, NOW)).toMatchObject({ unchanged: 3, changed: 0, left: 0 })
    const [, second, third] = register.agreements
    const other = { agreements: [{ ...second!, name: 'Warmer homes' }, third!], untidy: register.untidy }
    expect(await importRegister(database.worker, other, NOW)).toEqual({ added: 0, changed: 1, unchanged: 1, left: 1 })
    expect(await importRegister(database.worker, register, NOW)).toEqual({
      added: 0,
      changed: 2,
      unchanged: 1,
      left: 0,
    })
  })

  test('is searched by words of any part, by power, and by whether it is over', async () => {
    expect(await filtered({ words: 'bailiff' })).toEqual([1])
    expect(await filtered({ words: 'Barsetshire' })).toEqual([1])
    expect(await filtered({ words: 'lumen' })).toEqual([2])
    expect(await filtered({ words: '"no such" OR -' })).toEqual([])
    expect(await filtered({ power: 'fuel-poverty' })).toEqual([2])
    expect(await filtered({ standing: 'ended' })).toEqual([1, 2, 3])
    expect(await filtered({ standing: 'current' })).toEqual([])
    expect(await countPublished(database.web, { filter: { power: 'debt' }, today: TODAY })).toBe(1)
  })

  test('grants nobody anything', async () => {
    expect(await database.owner('agreements')).toEqual([])
    expect(await database.owner('agreement_events')).toEqual([])
  })
})

test.runIf(existsSync(REAL))('the real register is taken in: 214 rows, of which one is empty', async () => {
  const { agreements, untidy } = readRegister(await readFile(REAL, 'utf8'))
  expect(agreements).toHaveLength(213)
  const counts = Map.groupBy(agreements, ({ power }) => power ?? 'none')
  expect(Object.fromEntries([...counts].map(([power, all]) => [power, all.length]))).toEqual({
    ...{
      debt: 72,
      'fuel-poverty': 77,
      'civil-registration': 23,
      fraud: 19,
      'public-services': 11,
      'water-poverty': 11,
    },
  })
  const people = untidy.filter(({ problem }) => /person: left out/.test(problem))
  expect(people.map(({ number }) => number)).toEqual([96, 175, 176])
  expect(new Set(agreements.flatMap(({ contacts }) => contacts)).size).toBe(106)
  expect(untidy).toHaveLength(261)
  expect(untidy.filter(({ number }) => number === 214)).toHaveLength(1)
})

test.runIf(!existsSync(REAL))('the real register is not here, and was not tried', () => {
  process.stdout.write('The published register of agreements is absent: its test did not run.\n')
})
