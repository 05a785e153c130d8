import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { findAgency } from '../../src/agencies/agency-store.ts'
import { approvalsOf } from '../../src/agreements/approval-store.ts'
import { lifeEvents } from '../../src/catalogue/catalogue.ts'
import { inContext } from '../../src/shared/database.ts'
import { applyAgenciesFile } from '../../src/subscriptions/apply-agencies-file.ts'
import { changeInWords } from '../../src/subscriptions/changes-in-words.ts'
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
    await apply()
    await apply({ state: 'off-boarded' })
    expect(await apply({ state: 'approved' })).toContain(`${ID}: agreement leeds-address taken up again, version 1`)
    expect(await findAgency(database.web, ID)).toMatchObject({ state: 'approved', active: true })
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
