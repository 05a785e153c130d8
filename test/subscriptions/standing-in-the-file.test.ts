import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { findAgency } from '../../src/agencies/agency-store.ts'
import { readEntry } from '../../src/agencies/file-mistakes.ts'
import { agreementEntry as agreementEntrySchema, agreementFrom } from '../../src/agreements/agreement-entry.ts'
import { agree } from '../../src/agreements/agreement-store.ts'
import { addApproval, approvalsOf } from '../../src/agreements/approval-store.ts'
import { lifeEvents } from '../../src/catalogue/catalogue.ts'
import { inContext } from '../../src/shared/database.ts'
import { applyAgenciesFile } from '../../src/subscriptions/apply-agencies-file.ts'
import { changeInWords, summaryInWords } from '../../src/subscriptions/changes-in-words.ts'
import { recipientsOf } from '../../src/subscriptions/recipients-store.ts'
import { listSubscriptions } from '../../src/subscriptions/subscription-store.ts'
import { testVault } from '../support/access-log.ts'
import { agencyEntry, agreementEntry, fileOf } from '../support/agencies-file.ts'
import { testDatabase } from '../support/database.ts'
import { empty } from '../support/empty.ts'

const vault = testVault()
const database = await testDatabase()
const now = new Date('2026-11-22T09:00:00Z')
const ID = 'leeds-city-council'
afterAll(() => database.close())
beforeEach(() => empty(database))

const apply = async (remarkable: Record<string, unknown> = {}) => {
  const options = { lifeEvents, allowLoopback: false, now }
  const { changes } = await applyAgenciesFile(database.worker, vault, fileOf(agencyEntry(remarkable)), options)
  return changes.map(changeInWords)
}

/** Bodies that a report of a move would go to. */
const told = async () => {
  const wanted = { eventType: 'change-of-address', areas: ['E08000035'], today: '2026-11-22' }
  return (await recipientsOf(database.web, wanted)).map(({ agency }) => agency.id)
}

describe('a body of the file', () => {
  test('is approved unless the file says otherwise, and what it does not say stays', async () => {
    await apply()
    expect(await told()).toEqual([ID])
    expect(await apply({ state: 'pending' })).toEqual([`${ID}: changed state`])
    expect(await told()).toEqual([])
    expect(await apply()).toEqual([])
    expect(await apply({ state: 'approved' })).toEqual([`${ID}: changed state`])
    expect(await told()).toEqual([ID])
  })

  test('that has to prove itself is told of nobody before a stream of it passed', async () => {
    await apply({ conformance: 'required' })
    expect(await told()).toEqual([])
    await database.owner('subscriptions').update({ conformed_at: now })
    expect(await told()).toEqual([ID])
  })

  test('leaves: nothing of it works any more, what there was stays, and applying again changes nothing', async () => {
    await apply({ staff: [{ email: 'ann@leeds.gov.uk', name: 'Ann Lister', role: 'admin' }] })
    expect(await apply({ state: 'off-boarded' })).toEqual([
      `${ID}: off-boarded: streams off, keys and people removed, agreements ended`,
    ])
    expect(await told()).toEqual([])
    expect(await findAgency(database.web, ID)).toMatchObject({ state: 'off-boarded', active: false, scopes: [] })
    expect(await findAgency(database.web, ID)).not.toHaveProperty('jwks')
    expect((await listSubscriptions(database.web, [ID])).map(({ status }) => status)).toEqual(['disabled'])
    expect(await database.owner('staff_members').whereNull('removed_at')).toEqual([])
    expect(await database.owner('agreement_versions').pluck<string[]>('agreement_id')).toEqual(['leeds-address'])
    const actions = database.owner('staff_actions').where({ action: 'agency-off-boarded' })
    expect(await actions.pluck<string[]>('target')).toEqual([ID])
    expect(await apply({ state: 'off-boarded' })).toEqual([])
    expect(await apply()).toEqual([])
  })

  test('comes back when the file says so', async () => {
    const staff = [{ email: 'ann@leeds.gov.uk', name: 'Ann Lister', role: 'admin' }]
    await apply({ staff })
    await apply({ state: 'off-boarded', staff })
    const back = await apply({ state: 'approved', staff })
    expect(back).toContain(`${ID}: agreement leeds-address taken up again, version 1`)
    expect(back, 'somebody has to sign in').toContain(`${ID}: ann@leeds.gov.uk may sign in (admin)`)
    expect(await findAgency(database.web, ID)).toMatchObject({ state: 'approved', active: true })
  })
})

describe('what two people approved outside the file', () => {
  /** As a proposal that was approved leaves it. */
  async function approved(entry: Record<string, unknown>, version: number) {
    const by = randomUUID()
    const staff = { id: by, agency_id: ID, email: `${by}@leeds.gov.uk`, name: 'Ann Lister', role: 'admin' }
    const proposal = { id: randomUUID(), agency_id: ID, agreement_id: entry['id'], proposed_by: by, proposed_at: now }
    const { owner } = database
    await owner('staff_members').insert({ ...staff, invited_at: now })
    await owner('grant_proposals').insert({ ...proposal, terms: JSON.stringify(entry), state: 'in-force' })
    const agreement = agreementFrom(readAgreement(entry), ID, version)
    await agree(owner, agreement, now)
    await addApproval(
      owner,
      agreement,
      { way: 'operator', names: ['Ann Lister', 'Bea Jones'], proposalId: proposal.id },
      now,
    )
  }
  const readAgreement = (entry: unknown) => {
    const reading = readEntry(agreementEntrySchema(lifeEvents), entry)
    if ('mistakes' in reading) throw new Error(JSON.stringify(reading.mistakes))
    return reading.value
  }
  const warnings = async (remarkable: Record<string, unknown> = {}) => {
    const options = { lifeEvents, allowLoopback: false, now }
    const applied = await applyAgenciesFile(database.worker, vault, fileOf(agencyEntry(remarkable)), options)
    return summaryInWords(applied)
  }
  const NEW = agreementEntry({ id: 'leeds-more' })
  const standing = () => database.owner('agreements').orderBy('id').select<object[]>('id', 'state', 'version')

  test('stands although the file does not name it, until the file names the day on which it ended', async () => {
    await apply()
    await approved(NEW, 1)
    expect(await warnings()).toEqual([
      expect.stringMatching(
        /^Warning: .*leeds-more stands in version 1, which two people approved\. The file does not/,
      ),
      expect.stringContaining('Nothing to change'),
    ])
    const ended = (day: string) => ({ ended_agreements: [{ id: 'leeds-more', ended: day }] })
    expect(await apply(ended('2026-11-21')), 'approved on a later day').toEqual([])
    expect(await apply(ended('2026-11-23')), 'not over yet').toEqual([])
    expect(await apply(ended('2026-11-22'))).toEqual([`${ID}: agreement leeds-more ended`])
    expect(await warnings(ended('2026-11-22'))).toEqual([expect.stringContaining('Nothing to change')])
    await expect(apply({ ended_agreements: [{ id: 'leeds-address', ended: '2026-11-22' }] })).rejects.toThrow(
      'name it once',
    )
  })

  test('is not undone by a file that says what it said before, and is by one that says something new', async () => {
    await apply()
    await approved(agreementEntry({ usual_days: 10 }), 2)
    expect(await warnings()).toEqual([
      expect.stringContaining('leeds-address stands in version 2, which two people approved. The file still says'),
      expect.stringContaining('Nothing to change'),
    ])
    expect(await apply({ agreements: [agreementEntry({ usual_days: 5 })] })).toEqual([
      `${ID}: agreement leeds-address changed usualDays, version 3`,
    ])
    expect(await standing()).toEqual([{ id: 'leeds-address', state: 'live', version: 3 }])
  })
})

describe('who approved an agreement', () => {
  const withNames = (names: string[], more = {}) => ({ agreements: [agreementEntry({ approved_by: names, ...more })] })

  test('stands beside its version, in two names', async () => {
    await apply(withNames(['Ann Lister', 'Bea Jones']))
    const approvals = await inContext(database.web, { operator: true }, (tx) => approvalsOf(tx, ID))
    expect(approvals.get('leeds-address')).toMatchObject({ way: 'file', names: ['Ann Lister', 'Bea Jones'] })
    await apply(withNames(['Ann Lister', 'Cai Evans'], { minimum_age: 18 }))
    expect(await database.owner('grant_approvals').orderBy('version').pluck('version')).toEqual([1, 2])
    await expect(database.owner('grant_approvals').update({ names: ['Nobody'] })).rejects.toThrow('append-only')
  })

  test.each([
    ['one name', ['Ann Lister'], 'must name two people'],
    ['one person twice', ['Ann Lister', 'ann lister'], 'must name two different people'],
  ])('is not %s', async (_, names, problem) => {
    await expect(apply(withNames(names))).rejects.toThrow(problem)
  })
})
