import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY, later } from '../../src/shared/clock.ts'
import { inContext } from '../../src/shared/database.ts'
import { MOST_DRAFTS, withAnswer, type Draft, type NoDraft, type WhichDraft } from '../../src/reports/drafts/draft.ts'
import {
  changeDraft,
  findDraft,
  listDrafts,
  openDraft,
  removeDraft,
  startDraft,
  takeDraft,
} from '../../src/reports/drafts/draft-store.ts'
import { remembered } from '../../src/reports/kept.ts'
import { ownerIn, type Owner } from '../../src/reports/owner.ts'
import { forgetOf, recall, remember } from '../../src/reports/kept-store.ts'
import { factsOfReports, findReport, reportOfDraft, storeReport } from '../../src/reports/report-store.ts'
import { eraseDataKey } from '../../src/vault/data-key-store.ts'
import { SealBroken } from '../../src/vault/sealing.ts'
import { aCitizen, testVault, type Citizen } from '../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { questionNamed } from './asking.ts'

const NOW = new Date('2026-11-22T17:51:00Z')
const MOVE = { eventType: 'change-of-address' }
const vault = testVault()

let database: TestDatabase
let amira: Citizen
let grace: Citizen
beforeAll(async () => {
  database = await testDatabase()
  amira = await aCitizen(database, vault, 'amira')
  grace = await aCitizen(database, vault, 'grace')
})
afterAll(() => database.close())

/** As the site works for somebody: the web role, in their context. */
const as = <Result>(person: Citizen, work: (owner: Owner) => Promise<Result>, now = NOW) =>
  inContext(database.web, { account: person.accountId, subjects: person.subjects }, (tx) =>
    work(ownerIn(tx, { vault, person, now })),
  )

const answering =
  (name: string, answer: unknown, which: WhichDraft = MOVE) =>
  async (owner: Owner) =>
    there(await changeDraft(owner, which, (content) => withAnswer(content, questionNamed(name), answer)))

function there(draft: Draft | NoDraft): Draft {
  if (typeof draft === 'string') throw new Error(`There is no draft: ${draft}`)
  return draft
}

test('a draft is one person’s: sealed, and under row-level security nobody else’s', async () => {
  await as(amira, answering('when', '2026-12-01'))
  expect(await as(amira, (owner) => findDraft(owner, MOVE))).toMatchObject({ answers: { when: '2026-12-01' } })
  expect(await as(grace, (owner) => findDraft(owner, MOVE))).toBeUndefined()
  expect(await as(grace, listDrafts)).toEqual([])
  const seenByGrace = await as(grace, ({ tx }) => tx('drafts').select())
  expect(seenByGrace).toEqual([])
  expect(await database.web('drafts').select(), 'without a context').toEqual([])
  const stolen = as(grace, ({ tx }) => tx('drafts').insert({ ...draftRow(), account_id: amira.accountId }))
  await expect(stolen).rejects.toThrow(/row-level security/)
  const row = await database.worker('drafts').first<{ answers: Buffer }>('answers')
  expect(row?.answers.includes('2026')).toBe(false)
})

test('tabs that answer at once all count, whether they begin the draft or find it', async () => {
  const names = ['when', 'safety', 'new-kind', 'moving-with', 'numbers']
  await Promise.all(names.slice(0, 2).map((name) => as(grace, answering(name, 'first'))))
  await Promise.all(names.map((name) => as(grace, answering(name, 'second'))))
  const draft = await as(grace, (owner) => findDraft(owner, MOVE))
  expect(draft?.answers).toEqual(Object.fromEntries(names.map((name) => [name, 'second'])))
})

test('a draft is kept for 28 days after the last answer, to the minute', async () => {
  const { expiresAt } = await as(amira, answering('safety', 'no'))
  expect(expiresAt).toEqual(later(NOW, 28 * DAY))
  expect(await as(amira, (owner) => findDraft(owner, MOVE), later(NOW, 28 * DAY - 60_000))).toBeDefined()
  const after = later(NOW, 28 * DAY)
  expect(await as(amira, (owner) => findDraft(owner, MOVE), after)).toBeUndefined()
  expect(await as(amira, listDrafts, after)).toEqual([])
  const fresh = await as(amira, answering('when', '2027-01-01'), after)
  expect(fresh.answers, 'what expired does not come back').toEqual({ when: '2027-01-01' })
})

test('answers that were moved to another draft do not open', async () => {
  const mine = await as(amira, answering('when', '2026-12-01'))
  const others = await database
    .worker('drafts')
    .where({ account_id: grace.accountId })
    .first<{ answers: Buffer }>('answers')
  await database.worker('drafts').where({ id: mine.id }).update({ answers: others?.answers })
  await expect(as(amira, (owner) => findDraft(owner, mine))).rejects.toThrow(SealBroken)
  await as(amira, (owner) => removeDraft(owner, mine.id))
  expect(await as(amira, (owner) => findDraft(owner, mine))).toBeUndefined()
})

test('a person may have several drafts of one event: the one opened last is meant, or the one that is named', async () => {
  const kofi = await aCitizen(database, vault, 'kofi')
  const at = (minutes: number) => later(NOW, minutes * 60_000)
  const first = await as(kofi, answering('when', '2026-12-01'), at(0))
  const second = there(await as(kofi, (owner) => startDraft(owner, MOVE), at(1)))
  expect(second.id).not.toBe(first.id)
  await as(kofi, answering('when', '2026-12-02'), at(2))
  expect((await as(kofi, (owner) => findDraft(owner, MOVE), at(3)))?.answers).toEqual({ when: '2026-12-02' })
  await as(kofi, answering('safety', 'no', { ...MOVE, id: first.id }), at(4))
  const list = await as(kofi, listDrafts, at(5))
  expect(list.map(({ id, answers }) => [id, answers])).toEqual([
    [first.id, { when: '2026-12-01', safety: 'no' }],
    [second.id, { when: '2026-12-02' }],
  ])
  await as(kofi, (owner) => openDraft(owner, second.id), at(6))
  expect((await as(kofi, (owner) => findDraft(owner, MOVE), at(7)))?.id).toBe(second.id)
  await as(kofi, (owner) => removeDraft(owner, first.id), at(8))
  const late = { ...MOVE, id: first.id }
  expect(await as(kofi, (owner) => changeDraft(owner, late, (content) => content), at(9))).toBe('gone')
  expect(await as(kofi, (owner) => takeDraft(owner, late), at(9))).toBeUndefined()
  const anothers = { ...MOVE, id: second.id }
  expect(await as(grace, (owner) => changeDraft(owner, anothers, (content) => content), at(9))).toBe('gone')
})

test('a person has 20 drafts at most, also when they are begun at once', async () => {
  const llyr = await aCitizen(database, vault, 'llyr')
  for (let made = 1; made < MOST_DRAFTS; made++) await as(llyr, (owner) => startDraft(owner, MOVE))
  const begun = await Promise.all([1, 2, 3].map(() => as(llyr, (owner) => startDraft(owner, MOVE))))
  expect(begun.filter((draft) => draft === 'too-many')).toHaveLength(2)
  expect(await as(llyr, listDrafts)).toHaveLength(MOST_DRAFTS)
  const other = { eventType: 'birth' }
  expect(await as(llyr, (owner) => changeDraft(owner, other, (content) => content))).toBe('too-many')
  const after = later(NOW, 28 * DAY)
  expect(await as(llyr, (owner) => changeDraft(owner, other, (content) => content), after)).toMatchObject(other)
})

const FIRST = '0190e3a4-0000-7000-8000-0000000000f1'
const SECOND = '0190e3a4-0000-7000-8000-0000000000f2'
const MARY = { names: [{ nameParts: [{ type: 'GivenName' as const, value: 'Mary' }] }] }
const HOME = { postalCode: 'LS6 3AA' }

test('what reports said is kept with the account, sealed; what was said later counts', async () => {
  await as(amira, (owner) =>
    remember(owner, {
      reportId: FIRST,
      numbers: { national_insurance_number: 'AB123456C', vehicle_registration: 'AB12CDE' },
      kept: { contact: { email: 'a@example.com', phone: '1' }, partner: MARY, children: [MARY] },
    }),
  )
  await as(amira, (owner) =>
    remember(owner, {
      reportId: SECOND,
      numbers: { vehicle_registration: 'CD34EFG' },
      kept: { contact: { phone: '2' }, partner: null, address: { address: HOME, from: '2026-11-20' } },
    }),
  )
  expect(await as(amira, recall)).toEqual({
    numbers: { national_insurance_number: 'AB123456C', vehicle_registration: 'CD34EFG' },
    kept: {
      contact: { email: 'a@example.com', phone: '2' },
      children: [MARY],
      address: { address: HOME, from: '2026-11-20' },
    },
  })
  expect(await as(grace, recall)).toEqual({ numbers: {}, kept: {} })
  const row = await database.worker('accounts').where({ id: amira.accountId }).first<{ numbers: Buffer }>('numbers')
  expect(row?.numbers.includes('AB123456C')).toBe(false)
})

test('a corrected report is remembered as corrected, a withdrawn one not at all', async () => {
  const corrected = { reportId: FIRST, numbers: { vehicle_registration: 'EF56GHI' }, kept: { partner: MARY } }
  await as(amira, (owner) => remember(owner, corrected))
  expect(await as(amira, recall), 'what was said later still counts').toMatchObject({
    numbers: { vehicle_registration: 'CD34EFG' },
  })
  await as(amira, (owner) => forgetOf(owner, SECOND))
  expect(await as(amira, recall)).toEqual({ numbers: { vehicle_registration: 'EF56GHI' }, kept: { partner: MARY } })
  await as(amira, (owner) => forgetOf(owner, FIRST))
  expect(await as(amira, recall)).toEqual({ numbers: {}, kept: {} })
})

test.each([
  ['a move that is to come', '2026-11-22', { address: HOME, from: '2026-11-22' }],
  ['the day before it', '2026-11-21', { address: { postalCode: 'LS8 5DR' }, from: '2026-01-01' }],
])('of two addresses the one counts that holds on the day: %s', (_what, today, address) => {
  const entries = [
    { reportId: SECOND, numbers: {}, kept: { address: { address: HOME, from: '2026-11-22' } } },
    { reportId: FIRST, numbers: {}, kept: { address: { address: { postalCode: 'LS8 5DR' }, from: '2026-01-01' } } },
  ]
  expect(remembered(entries, today).kept).toEqual({ address })
})

const report = (draftId: string) => ({
  ...MOVE,
  draftId,
  facts: { names: [{ nameParts: [{ type: 'GivenName', value: 'Amira' }] }], move_date: '2026-12-01' },
  areas: ['E08000035'],
  told: { 'licence-address': 1 },
  withheld: { 'loans-address': 'chosen' as const },
  answers: { when: '2026-11-20' },
  timing: { revenue: 'held' },
  redacted: { revenue: ['old_address'] },
  handOffs: [],
  listedAs: [],
  safety: true,
})

const stored = (reference: string) => database.worker('reports').where({ reference }).first<StoredRow>()

interface StoredRow {
  id: string
  data_key_id: string
  facts: Buffer
}

test('a report is stored sealed under a key of its own, and wakes the worker when it is committed', async () => {
  const heard = await listening()
  const draftId = '0190e3a4-0000-7000-8000-00000000000a'
  const { reference } = await as(amira, (owner) => storeReport(owner, report(draftId)))
  await heard.once()
  const row = await stored(reference)
  expect(row).toMatchObject({
    areas: ['E08000035'],
    told: { 'licence-address': 1 },
    withheld: { 'loans-address': 'chosen' },
    timing: { revenue: 'held' },
    redacted: { revenue: ['old_address'] },
    safety: true,
    submitted_at: NOW,
  })
  expect(row?.facts.includes('Amira')).toBe(false)
  const facts = await factsOfReports(database.worker, vault, [row])
  expect(facts.get(row.id)).toEqual(report(draftId).facts)
  expect(await as(amira, (owner) => reportOfDraft(owner, draftId))).toMatchObject({ reference })
  await heard.stop()
})

test('another person finds neither report nor draft, and cannot store one as somebody else', async () => {
  const draftId = '0190e3a4-0000-7000-8000-00000000000b'
  const { reference } = await as(amira, (owner) => storeReport(owner, report(draftId)))
  expect(await as(amira, ({ tx }) => findReport(tx, reference))).toMatchObject({ reference, ...MOVE })
  expect(await as(grace, ({ tx }) => findReport(tx, reference))).toBeUndefined()
  expect(await as(grace, (owner) => reportOfDraft(owner, draftId))).toBeUndefined()
  expect(await findReport(database.web, reference), 'without a context').toBeUndefined()
  const posing = as(grace, (owner) =>
    storeReport({ ...owner, person: { ...grace, accountId: amira.accountId } }, report(draftId)),
  )
  await expect(posing).rejects.toThrow(/row-level security/)
})

test('one draft makes one report', async () => {
  const draftId = '0190e3a4-0000-7000-8000-00000000000c'
  await as(amira, (owner) => storeReport(owner, report(draftId)))
  await expect(as(amira, (owner) => storeReport(owner, report(draftId)))).rejects.toThrow(/draft_id/)
})

test('with its key erased a report’s facts are gone; the others’ are not', async () => {
  const keys = ['d', 'e'].map((last) => `0190e3a4-0000-7000-8000-00000000000${last}`)
  const rows: StoredRow[] = []
  for (const draftId of keys) {
    const { reference } = await as(amira, (owner) => storeReport(owner, report(draftId)))
    rows.push(await stored(reference))
  }
  await eraseDataKey(database.worker, rows[0]!.data_key_id)
  const facts = await factsOfReports(database.worker, vault, rows)
  expect([...facts.keys()]).toEqual([rows[1]!.id])
})

const draftRow = () => ({
  id: '0190e3a4-0000-7000-8000-00000000000f',
  event_type: 'death',
  answers: Buffer.alloc(40),
  started_at: NOW,
  changed_at: NOW,
  opened_at: NOW,
  expires_at: later(NOW, DAY),
})

/** As the worker hears of new reports. */
async function listening() {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: database.urls.worker })
  await client.connect()
  const notified = new Promise<void>((resolve) => client.on('notification', () => resolve()))
  await client.query('listen reports')
  return { once: () => notified, stop: () => client.end() }
}
