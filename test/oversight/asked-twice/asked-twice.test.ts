import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordDecision } from '../../../src/agreements/decisions/decision-store.ts'
import {
  cameOfIt,
  ENOUGH_ASKED,
  opensRequest,
  publishedPeople,
} from '../../../src/oversight/asked-twice/asked-twice.ts'
import { openRequests } from '../../../src/oversight/asked-twice/open-requests.ts'
import { saidBy } from '../../../src/oversight/asked-twice/said-by.ts'
import { anAgency } from '../../support/agency.ts'
import type { Client } from '../../support/client.ts'
import { startHouse, type House } from '../../support/house.ts'

let house: House
let amira: Client
beforeAll(async () => {
  house = await startHouse()
  for (const id of ['dvla', 'hmrc']) await anAgency(house.database, { id })
  amira = await house.signIn('amira')
})
afterAll(() => house.close())

const json = async () =>
  (JSON.parse((await house.browser().get('/asked-twice.json')).body) as { asked_twice: object[] }).asked_twice

/** Others who say the same as Amira. */
async function others(people: number) {
  const about = { askerId: 'hmrc', fact: 'address' }
  const rows = Array.from({ length: people }, (_, number) => ({
    said_by: saidBy(house.config.vault, `somebody-${number}`, about),
    ...{ asker_id: 'hmrc', fact: 'address', holder_id: 'dvla', said_on: '2026-11-20' },
  }))
  await house.database.owner('asked_twice').insert(rows).onConflict('said_by').ignore()
}

test('what enough people were asked for twice opens a request to share, and each sees what came of it', async () => {
  await amira.get('/asked-twice/new')
  expect((await amira.submit({})).errors).toHaveLength(3)
  expect((await amira.submit({ asker: 'hmrc', fact: 'address', holder: 'hmrc' })).errors).toEqual([
    'Choose a body other than the one that asked you',
  ])
  await amira.submit({ asker: 'hmrc', fact: 'address', holder: 'dvla' })
  expect(amira.page.heading).toBe('What you said you were asked twice')
  expect(amira.page.text).toContain('The dvla office How many people say so Fewer than 5 What came of it We count it')
  await amira.follow('Tell us of something else')
  await amira.submit({ asker: 'hmrc', fact: 'address', holder: 'not-known' })
  const listed = { body: 'hmrc', fact: 'address', held_by: 'dvla' }
  expect(await json(), 'once for each person, body and fact').toEqual([
    expect.objectContaining({ ...listed, people: null, came_of_it: 'counted' }),
  ])

  await others(ENOUGH_ASKED - 2)
  await openRequests(house.database.worker, house.clock())
  expect(await house.database.owner('grant_proposals')).toEqual([])
  await others(ENOUGH_ASKED - 1)
  await openRequests(house.database.worker, house.clock())
  await openRequests(house.database.worker, house.clock())
  const opened = await house.database.owner('grant_proposals').select<{ agreement_id: string }[]>()
  expect(opened).toEqual([expect.objectContaining({ agency_id: 'hmrc', holder_id: 'dvla', road: 'ask-once' })])
  const agreementId = opened[0]?.agreement_id ?? ''
  expect(await json()).toEqual([expect.objectContaining({ people: ENOUGH_ASKED, came_of_it: 'opened' })])
  expect((await amira.get('/asked-twice/yours')).text).toContain('A request to share is open.')

  const refused = { agreementId, act: 'declined' as const, role: 'holder' as const, agencyId: 'dvla' }
  await recordDecision(house.database.owner, { ...refused, words: { en: 'The law forbids it.' } }, house.clock())
  expect((await amira.get('/asked-twice/yours')).text).toContain('The body that holds it refused, with a reason')
  expect((await (await house.signIn('grace')).get('/asked-twice/yours')).text).toContain('You have not told us')
  const table = (await house.browser().get('/asked-twice.csv')).body.split('\r\n')
  expect(table[1]).toContain(`"hmrc","address","dvla","${ENOUGH_ASKED}"`)
  const page = await house.browser().get('/asked-twice')
  expect(page.text).toMatch(/The hmrc office: Your address .*The dvla office How many people 10/)
})

test('what is kept of it names nobody', async () => {
  const kept = JSON.stringify(await house.database.owner('asked_twice'))
  const accounts = await house.database.owner('accounts').pluck<string[]>('id')
  for (const account of accounts) expect(kept).not.toContain(account)
  expect(await house.database.web('asked_twice'), 'nobody reads it without the hash').toEqual([])
})

test.each([
  [ENOUGH_ASKED - 1, 'dvla', null, false],
  [ENOUGH_ASKED, 'dvla', null, true],
  [ENOUGH_ASKED, null, null, false],
  [ENOUGH_ASKED, 'dvla', new Date('2026-11-23T12:00:00Z'), false],
])('%i people who name %s, and %s: a request opens or does not', (people, holderId, askedAt, expected) => {
  expect(opensRequest({ people, holderId, askedAt })).toBe(expected)
})

test.each([
  [1, null],
  [4, null],
  [5, 5],
])('%i people are published as %s', (people, published) => {
  expect(publishedPeople({ people })).toBe(published)
})

const NOW = new Date('2026-11-23T12:00:00Z')

test.each([
  ['nothing yet', 'counted', { askedAt: null, last: null }],
  ['what was shared before', 'opened', { askedAt: NOW, last: null }],
  ['a request of the public', 'opened', { askedAt: NOW, last: { act: 'requested', role: 'public' } }],
  ['a request of the body', 'asked', { askedAt: NOW, last: { act: 'requested', role: 'body' } }],
  ['a yes', 'shared', { askedAt: NOW, last: { act: 'approved', role: 'holder' } }],
  ['a no', 'declined', { askedAt: NOW, last: { act: 'declined', role: 'holder' } }],
  ['a lapse', 'over', { askedAt: NOW, last: { act: 'lapsed', role: 'service' } }],
] as const)('after %s it came to %s', (_what, expected, so) => {
  expect(cameOfIt(so)).toBe(expected)
})
