import { describe, expect, test } from 'vitest'
import { lifeEvents } from '../../src/catalogue/catalogue.ts'
import type { Known } from '../../src/catalogue/known.ts'
import type { LifeEvent } from '../../src/catalogue/life-event.ts'
import { numberNames, type NumberName } from '../../src/catalogue/matching-numbers.ts'
import type { Question } from '../../src/catalogue/question.ts'
import type { Journey } from '../../src/reports/journey/journey.ts'
import { walkThrough } from '../support/any-answer.ts'
import { seeded } from '../support/seeded.ts'
import { HAREHILLS, known } from './asking.ts'

// What the service holds of somebody, from GOV.UK One Login or from what they told it before, is shown and never asked.

const named = (first: string) => [
  {
    nameParts: [
      { type: 'GivenName' as const, value: first },
      { type: 'FamilyName' as const, value: 'Hassan' },
    ],
  },
]

const NUMBERS: Record<NumberName, string> = {
  national_insurance_number: 'QQ123456C',
  driver_number: 'HASSA855148A99XY',
  vehicle_registration: 'AB12CDE',
  log_book_reference: '12345678901',
  council_tax_account: '7712345',
  customer_reference_number: '12345678901',
}

const numbers = Object.fromEntries(
  Object.entries({
    ...NUMBERS,
    'council_tax_account/E08000035': NUMBERS.council_tax_account,
    'council_tax_account/unknown': NUMBERS.council_tax_account,
  }).map(([name, value]) => [name, { value, verified: name === 'driver_number' }]),
)

/** Somebody of whom all is held that can be. */
const wellKnown: Known = known({
  identity: {
    ...known().identity,
    phone: '+447700900101',
    drivingPermits: [{ personalNumber: 'HASSA855148A99XY' }],
    passports: [{ documentNumber: '123456789' }],
  },
  kept: {
    address: { address: HAREHILLS, from: '2020-01-01' },
    names: { names: named('Amira'), from: '2020-01-01' },
    contact: { email: 'amira@example.com', phone: '+447700900101' },
    children: [{ names: named('Iris'), birth_date: '2019-05-03' }],
    partner: { names: named('Sam'), birth_date: '1987-02-01' },
  },
  numbers,
  wanted: ['names', 'birth_date', 'address', ...numberNames],
})

const hardlyKnown: Known = known({ identity: { ...known().identity, addresses: [] }, wanted: [...numberNames] })

const notProved: Known = known({
  identity: { names: [], birthDate: '', addresses: [], drivingPermits: [], passports: [], email: 'a@example.com' },
  proved: false,
})

/** Kinds with which something is asked, not confirmed. */
const TYPED: Question['kind'][] = ['text', 'names', 'date', 'partial-date', 'postcode', 'address', 'found-address']

/** Fields of the person who reports. */
const OF_THE_PERSON = ['names', 'birth_date', 'contact', 'address', ...numberNames]

const HELD =
  /\byour (full |first |last |current |home )*(names?(?! change)|date of birth|birth date|address|postcode|email|phone|telephone|mobile|passport|driv\w+|national insurance)/i

/** Why this question asks for what is held; undefined when it does not. */
function asksForHeld(question: Question, { given, known: held }: Pick<Journey, 'given' | 'known'>): string | undefined {
  const { kind, name, tells, words } = question
  if (question.held?.(given, held)) return 'the question itself says that it is held'
  if (tells && OF_THE_PERSON.includes(tells.field)) return `it tells ${tells.field}, which is held`
  if (kind === 'names' && question.ofReporter && !/\bnew\b/i.test(words.en.title)) return 'the reporter’s name is held'
  if (kind === 'text' && numbers[name.replaceAll('-', '_')]) return 'the number is held'
  if (name === 'numbers') return 'every number is held'
  if (TYPED.includes(kind) && HELD.test(words.en.title)) return `“${words.en.title}” is held`
  return undefined
}

const WALKS = 150

/** Questions of many ways through the event, with the reason why they should not have been asked. */
function askedThoughHeld(event: LifeEvent, someone: Known): string[] {
  const found = new Set<string>()
  const pick = seeded(11)
  for (let walk = 0; walk < WALKS; walk++) {
    walkThrough(event, someone, {
      pick,
      look: (question, journey) => {
        const reason = asksForHeld(question, journey)
        if (reason) found.add(`${question.name}: ${reason}`)
      },
    })
  }
  return [...found]
}

describe.each(lifeEvents.map((event) => [event.type, event] as const))('%s', (_type, event) => {
  test('asks for nothing that the service holds', () => {
    expect(askedThoughHeld(event, wellKnown)).toEqual([])
  })

  test('ends, and what it tells fits its schema, however it is answered', () => {
    const pick = seeded(12)
    const people = [wellKnown, hardlyKnown, ...(event.reporters === 'signed-in' ? [notProved] : [])]
    for (let walk = 0; walk < WALKS; walk++) {
      const someone = people[walk % people.length] ?? wellKnown
      const { given } = walkThrough(event, someone, { pick })
      event.parseFacts(event.facts(given, someone))
      expect(event.areas(given, someone).every((code) => /^[EWSN]\d{8}$/.test(code))).toBe(true)
    }
  })
})

test('the walk finds a question for what is held', () => {
  const [event] = lifeEvents
  if (!event) throw new Error('There is an event')
  const words = { title: 'What is your date of birth?', errors: { blank: '', wrong: '' } }
  const asking: LifeEvent = {
    ...event,
    questions: [
      {
        ...{ kind: 'text', name: 'born', section: 'move', width: 20, format: (text) => text },
        words: { en: words, cy: words },
      },
    ],
  }
  expect(askedThoughHeld(asking, wellKnown)).toEqual(['born: “What is your date of birth?” is held'])
})
