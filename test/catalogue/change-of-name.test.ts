import { expect, test } from 'vitest'
import { TODAY } from '../reports/asking.ts'
import { LEEDS, named, nameIn, reported, shown } from './reported.ts'

const TYPE = 'change-of-name'
const wedding = { 'new-name': named('Amira Okafor'), when: '2026-11-14', reason: 'marriage', evidence: 'MXJ 123456' }

test('a name changes by marriage: the old name is what we hold, and nobody asks for it', () => {
  const { event, facts, parsed, asked, held, areas, keeps } = reported(TYPE, wedding)
  expect(parsed()).toMatchObject({
    names: named('Amira Hassan'),
    old_names: named('Amira Hassan'),
    new_names: named('Amira Okafor'),
    birth_date: '1988-05-14',
    address: { uprn: 72000000012 },
    change_date: '2026-11-14',
    reason: 'marriage',
    evidence_reference: 'MXJ 123456',
  })
  expect(asked).toEqual(['safety', 'new-name', 'when', 'reason', 'evidence', 'held-home'])
  expect(held).toEqual(['old-name'])
  expect(areas).toEqual([LEEDS])
  expect(keeps).toEqual({ names: { names: named('Amira Okafor'), from: '2026-11-14' } })
  expect(shown(event, facts, 'cy')).toMatchObject({ new_names: 'Amira Okafor', reason: 'Rwyf wedi priodi' })
})

test.each([
  ['marriage', 'MXJ 123456', undefined, { reason: 'marriage', evidence_reference: 'MXJ 123456' }],
  ['civil-partnership', undefined, undefined, { reason: 'civil-partnership' }],
  ['divorce', 'BV21D04512', undefined, { reason: 'divorce', evidence_reference: 'BV21D04512' }],
  ['deed-poll', 'CP-2026-7', undefined, { reason: 'deed-poll', evidence_reference: 'CP-2026-7' }],
  ['not-said', 'MXJ 123456', undefined, {}],
  ['gender-recognition', 'GRC 99', 'no', {}],
  ['gender-recognition', 'GRC 99', undefined, {}],
  ['gender-recognition', 'GRC 99', 'yes', { reason: 'gender-recognition' }],
  ['marriage', undefined, 'yes', { reason: 'marriage' }],
])(
  'of the reason %s with the document %s, and %s to telling it, bodies can learn %j',
  (reason, evidence, tell, told) => {
    const { facts } = reported(TYPE, { ...wedding, reason, evidence, 'tell-reason': tell })
    const { reason: toldReason, evidence_reference } = facts
    expect(JSON.parse(JSON.stringify({ reason: toldReason, evidence_reference }))).toEqual(told)
  },
)

test('who keeps a change of gender to themselves is told of as anybody who does not want to say', () => {
  const kept = reported(TYPE, { ...wedding, reason: 'gender-recognition', 'tell-reason': 'no' })
  const unsaid = reported(TYPE, { ...wedding, reason: 'not-said' })
  expect(kept.parsed()).toEqual(unsaid.parsed())
  expect(kept.event.fields['reason']).toMatchObject({ special: true, always: false })
  expect(kept.warnings).toEqual(['passport', 'old-name'])
  expect(unsaid.warnings).toEqual(['passport'])
})

test.each([
  ['as One Login proved it', {}, 'Amira Hassan', ['old-name']],
  [
    'as last reported',
    { kept: { names: { names: named('Amira Malik'), from: '2020-01-01' } } },
    'Amira Malik',
    ['old-name'],
  ],
  [
    'not one that is still to come',
    { kept: { names: { names: named('Amira Malik'), from: '2027-01-01' } } },
    'Amira Hassan',
    ['old-name'],
  ],
  [
    'the verified one before, when the new one is verified already',
    { kept: { names: { names: named('amira okafor'), from: '2026-11-14' } } },
    'Amira Hassan',
    ['old-name'],
  ],
])('the old name is known: %s', (_how, remarkable, name, nobodyAsks) => {
  const { facts, held } = reported(TYPE, wedding, remarkable)
  expect(nameIn(facts, 'old_names')).toBe(name)
  expect(nameIn(facts, 'names'), 'bodies find her under it').toBe(name)
  expect(held).toEqual(nobodyAsks)
})

test('the old name is asked for when all that we hold is the new one', () => {
  const answers = { ...wedding, 'new-name': named('AMIRA  HASSAN') }
  expect(reported(TYPE, answers).asked).toContain('old-name')
  const { facts, held } = reported(TYPE, { ...answers, 'old-name': named('Amira Malik') })
  expect(nameIn(facts, 'old_names')).toBe('Amira Malik')
  expect(held).toEqual([])
})

test('a passport and a photo licence want an application', () => {
  const { handOffs } = reported(TYPE, wedding)
  expect(handOffs).toEqual([
    'https://www.gov.uk/changing-passport-information',
    'https://www.gov.uk/change-name-driving-licence',
  ])
})

test('a name can count from a wedding to come, but not from a mistyped year', () => {
  const when = reported(TYPE, wedding).event.questions.find(({ name }) => name === 'when')
  if (when?.kind !== 'date') throw new Error('the date is no date')
  expect([when.earliest(TODAY), when.latest(TODAY)]).toEqual(['1926-11-22', '2027-02-22'])
})
