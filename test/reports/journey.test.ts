import { expect, test } from 'vitest'
import { findLifeEvent } from '../../src/catalogue/catalogue.ts'
import type { Answers } from '../../src/catalogue/answers.ts'
import type { Known } from '../../src/catalogue/known.ts'
import { numberNames } from '../../src/catalogue/matching-numbers.ts'
import { withAnswer } from '../../src/reports/drafts/draft.ts'
import { firstUnanswered, isComplete, journeyThrough, reachableStep } from '../../src/reports/journey/journey.ts'
import { nextQuestion, previousQuestion } from '../../src/reports/journey/next-question.ts'
import { HAREHILLS, known, questionNamed } from './asking.ts'

const event = findLifeEvent('change-of-address')!
const LEEDS = ['E08000035']
const OTLEY = {
  uprn: 72000000304,
  subBuildingName: 'Flat 3',
  buildingNumber: '4',
  streetName: 'Otley Road',
  postalCode: 'LS6 3AA',
}

const searched = (address: object, councils?: string[]) => ({
  postcode: 'LS6 3AA',
  search: 'found',
  found: [{ address, ...(councils && { councils }) }],
})

/** The shortest way through: from a verified address to one that was found, alone, with nothing to add. */
const plain: Answers = {
  when: '2026-12-01',
  safety: 'no',
  'new-kind': 'uk',
  'new-postcode': searched(OTLEY, LEEDS),
  'new-address': { address: OTLEY, councils: LEEDS },
  'held-old-address': { confirmed: true, address: HAREHILLS, councils: LEEDS },
  'moving-with': ['nobody'],
}

const through = (answers: Answers, more: Partial<Known> = {}) => journeyThrough(event, answers, known(more))
const asked = (answers: Answers, more: Partial<Known> = {}) =>
  through(answers, more).steps.map(({ question }) => question.name)
const unanswered = (answers: Answers, more: Partial<Known> = {}) =>
  firstUnanswered(through(answers, more))?.question.name

const without = (answers: Answers, ...names: string[]) =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => !names.includes(name)))

test('the plain move asks seven questions, each once, in order', () => {
  expect(asked(plain)).toEqual(Object.keys(plain))
  expect(isComplete(through(plain))).toBe(true)
})

test('answered one by one, each question follows the last', () => {
  let answers: Answers = {}
  const order: string[] = []
  while (unanswered(answers) !== undefined) {
    const name = unanswered(answers)!
    order.push(name)
    answers = { ...answers, [name]: plain[name] }
  }
  expect(order).toEqual(Object.keys(plain))
})

test.each<[string, Answers, Partial<Known>, string | undefined]>([
  ['nothing', {}, {}, 'when'],
  ['a kind abroad asks for the address abroad', { ...plain, 'new-kind': 'abroad' }, {}, 'new-address-abroad'],
  ['the Forces have a form of their own', { ...plain, 'new-kind': 'forces' }, {}, 'new-forces-address'],
  ['no fixed address asks for the council area', { ...plain, 'new-kind': 'no-fixed-address' }, {}, 'new-area'],
  ['… and whether post can be had', { ...plain, 'new-kind': 'no-fixed-address', 'new-area': [] }, {}, 'new-post'],
  [
    '… and then where',
    { ...plain, 'new-kind': 'no-fixed-address', 'new-area': [], 'new-post': 'yes' },
    {},
    'post-postcode',
  ],
  ['an address of the list', { ...plain, 'new-address': { elsewhere: true } }, {}, 'new-address-by-hand'],
  [
    'a postcode without addresses',
    { ...plain, 'new-postcode': { postcode: 'LS6 3AA', search: 'none', found: [] } },
    {},
    'new-address-by-hand',
  ],
  [
    'a council that could not be worked out',
    { ...plain, 'new-postcode': searched(OTLEY), 'new-address': { address: OTLEY } },
    {},
    'new-council',
  ],
  ['another old address', { ...plain, 'held-old-address': { confirmed: false, address: HAREHILLS } }, {}, 'old-kind'],
  ['no verified address at all', plain, { identity: { ...known().identity, addresses: [] } }, 'old-kind'],
  [
    'an old address whose council is not known',
    { ...plain, 'held-old-address': { confirmed: true, address: HAREHILLS } },
    {},
    'old-council',
  ],
  ['children', { ...plain, 'moving-with': ['children', 'adults'] }, {}, 'children'],
  [
    'a list of children that is not finished',
    {
      ...plain,
      'moving-with': ['children'],
      children: {
        items: [
          {
            names: [
              {
                nameParts: [
                  { type: 'GivenName', value: 'Iris' },
                  { type: 'FamilyName', value: 'H' },
                ],
              },
            ],
          },
        ],
        complete: false,
      },
    },
    {},
    'children',
  ],
  ['a number that a body can use', plain, { wanted: ['names', 'driver_number'] }, 'numbers'],
  ['a ticked number', { ...plain, numbers: ['driver-number'] }, { wanted: ['driver_number'] }, 'driver-number'],
  ['numbers that are not to be given', { ...plain, numbers: ['none'] }, { wanted: ['driver_number'] }, undefined],
  ['numbers that no body can use', plain, { wanted: ['names'] }, undefined],
])('after %s', (_what, answers, more, name) => {
  expect(unanswered(answers, more)).toBe(name)
})

test('what is held is not asked, and stands in the journey all the same', () => {
  const wanted = numberNames
  const numbers = {
    ...Object.fromEntries(numberNames.map((name) => [name, { value: '12345678901', verified: false }])),
    'council_tax_account/E08000035': { value: '7712345', verified: false },
    national_insurance_number: { value: 'AB123456C', verified: false },
    driver_number: { value: 'WHITF761235GE9AB', verified: true },
    vehicle_registration: { value: 'AB12CDE', verified: false },
  }
  const journey = through(plain, { wanted, numbers })
  expect(isComplete(journey)).toBe(true)
  expect(journey.steps.map(({ question }) => question.name)).not.toContain('numbers')
  expect(journey.given).toMatchObject({ 'national-insurance-number': 'AB123456C', 'council-tax-account': '7712345' })
  expect(reachableStep(journey, 'national-insurance-number')).toMatchObject({ source: 'held' })
  expect(reachableStep(journey, 'driver-number'), 'a verified number is not the citizen’s to change').toBeUndefined()
})

test('a Council Tax account is another council’s after the next move', () => {
  const wanted = ['council_tax_account']
  const numbers = { 'council_tax_account/W06000015': { value: '7712345', verified: false } }
  expect(unanswered(plain, { wanted, numbers })).toBe('numbers')
})

test('who moved already and told One Login is asked whether the verified address is the new one', () => {
  const identity = {
    ...known().identity,
    addresses: [
      { ...OTLEY, validFrom: '2026-11-05' },
      { ...HAREHILLS, validUntil: '2026-11-05' },
    ],
  }
  const moved = { ...plain, when: '2026-11-01' }
  expect(unanswered(moved, { identity })).toBe('held-new-address')
  const confirmed = { ...moved, 'held-new-address': { confirmed: true, address: OTLEY, councils: LEEDS } }
  expect(asked(confirmed, { identity })).not.toContain('new-kind')
  expect(unanswered(confirmed, { identity }), 'the address before it is the old one').toBeUndefined()
  expect(event.facts(through(confirmed, { identity }).given, known({ identity }))).toMatchObject({
    new_address: { uprn: OTLEY.uprn },
    old_address: { uprn: HAREHILLS.uprn },
  })
  expect(asked({ ...plain, when: '2026-12-01' }, { identity }), 'a move to come').not.toContain('held-new-address')
  expect(asked({ ...plain, when: '2026-01-01' }, known()), 'verified years before').not.toContain('held-new-address')
})

test('when the verified address turns out to be the new one, the confirmed old address no longer stands', () => {
  const toHarehills = {
    ...plain,
    'new-postcode': searched(HAREHILLS, LEEDS),
    'new-address': { address: HAREHILLS, councils: LEEDS },
  }
  expect(unanswered(toHarehills)).toBe('old-kind')
})

test('with an earlier verified address, it is the one to confirm then; the confirmation of another is asked anew', () => {
  const identity = { ...known().identity, addresses: [HAREHILLS, { ...OTLEY, validUntil: '2019-08-01' }] }
  const toHarehills = {
    ...plain,
    'new-postcode': searched(HAREHILLS, LEEDS),
    'new-address': { address: HAREHILLS, councils: LEEDS },
  }
  expect(unanswered(toHarehills, { identity })).toBe('held-old-address')
  const confirmed = { ...toHarehills, 'held-old-address': { confirmed: true, address: OTLEY, councils: LEEDS } }
  expect(unanswered(confirmed, { identity })).toBeUndefined()
})

test('an address that is not among those of the postcode is chosen again', () => {
  expect(unanswered({ ...plain, 'new-postcode': searched(HAREHILLS, LEEDS) })).toBe('new-address')
})

test('a question is open once all before it are answered, and not before', () => {
  const halfway = through(without(plain, 'new-postcode'))
  expect(reachableStep(halfway, 'when')).toBeDefined()
  expect(reachableStep(halfway, 'new-postcode')).toBeDefined()
  expect(reachableStep(halfway, 'numbers')).toBeUndefined()
  expect(reachableStep(halfway, 'new-address-abroad'), 'not asked').toBeUndefined()
  expect(reachableStep(halfway, 'constructor')).toBeUndefined()
})

test('walking back and forth goes question by question; a change at the end asks only what it makes necessary', () => {
  const journey = through(plain)
  expect(nextQuestion(journey, 'when', false)?.name).toBe('safety')
  expect(nextQuestion(journey, 'when', true)).toBeUndefined()
  const changed = through({ ...plain, 'new-kind': 'abroad' })
  expect(nextQuestion(changed, 'new-kind', true)?.name).toBe('new-address-abroad')
  expect(previousQuestion(changed, 'new-address-abroad')?.name).toBe('new-kind')
  expect(previousQuestion(journey, 'when')).toBeUndefined()
})

test('held answers are stepped over in both directions', () => {
  const numbers = { national_insurance_number: { value: 'AB123456C', verified: false } }
  const wanted = ['national_insurance_number', 'log_book_reference']
  const journey = through({ ...plain, numbers: ['log-book-reference'] }, { wanted, numbers })
  expect(nextQuestion(journey, 'numbers', false)?.name).toBe('log-book-reference')
  expect(previousQuestion(journey, 'log-book-reference')?.name).toBe('numbers')
})

test('answers that no longer fit their question are asked again, not failed on', () => {
  const odd: Answers = { ...plain, when: { year: 2026 }, 'new-kind': 'a castle', safety: null, 'new-postcode': 'LS6' }
  for (const name of ['when', 'new-kind', 'new-postcode', 'safety']) {
    expect(through(odd).given, name).not.toHaveProperty(name)
  }
})

test('a new postcode forgets the address that was chosen under the old one', () => {
  const content = { answers: plain, wasComplete: true }
  const { answers } = withAnswer(content, questionNamed('new-postcode'), plain['new-postcode'])
  expect(answers).not.toHaveProperty('new-address')
  expect(unanswered(answers)).toBe('new-address')
})

test('what a changed mind left behind is told to nobody', () => {
  const answers = {
    ...plain,
    children: {
      items: [
        {
          names: [
            {
              nameParts: [
                { type: 'GivenName', value: 'Iris' },
                { type: 'FamilyName', value: 'Hassan' },
              ],
            },
          ],
        },
      ],
      complete: true,
    },
  }
  const { given } = through(answers)
  expect(event.facts(given, known())).not.toHaveProperty('moving_with')
})
