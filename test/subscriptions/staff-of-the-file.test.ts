import { randomBytes } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { lifeEvents } from '../../src/catalogue/catalogue.ts'
import { listActions } from '../../src/identity/staff/staff-action-store.ts'
import { listStaff, removeStaffMember } from '../../src/identity/staff/staff-store.ts'
import { applyAgenciesFile } from '../../src/subscriptions/apply-agencies-file.ts'
import { changeInWords } from '../../src/subscriptions/changes-in-words.ts'
import { parseKeyring } from '../../src/vault/keyring.ts'
import { agencyEntry, fileOf } from '../support/agencies-file.ts'
import { testDatabase } from '../support/database.ts'

const key = () => parseKeyring(`test:${randomBytes(32).toString('base64')}`)
const vault = { dataKeys: key(), pseudonymKeys: key() }
const now = new Date('2026-11-23T09:00:00Z')
const database = await testDatabase()
afterAll(() => database.close())

const apply = async (file: unknown) => {
  const rules = { lifeEvents, allowLoopback: false, now }
  return (await applyAgenciesFile(database.worker, vault, file, rules)).changes.map(changeInWords)
}

const ann = { email: 'Ann.Price@leeds.example', name: 'Ann Price', role: 'admin' }
const bob = { email: 'bob@leeds.example', name: 'Bob Hall', role: 'viewer' }
const cat = { email: 'cat@service.example', name: 'Cat Dean' }
const file = (staff: object[], operators: object[] = []) => ({ ...fileOf(agencyEntry({ staff })), operators })

test('the file invites people, once, and does not bring back who was removed', async () => {
  expect((await apply(file([ann, bob], [cat]))).slice(-3)).toEqual([
    'leeds-city-council: ann.price@leeds.example may sign in (admin)',
    'leeds-city-council: bob@leeds.example may sign in (viewer)',
    'operators: cat@service.example may sign in (operator)',
  ])
  expect(await apply(file([ann, bob], [cat]))).toEqual([])
  const [, second] = await listStaff(database.owner, 'leeds-city-council')
  await removeStaffMember(database.owner, second?.id ?? '', now)
  expect(await apply(file([ann, bob], [cat]))).toEqual([])
  expect((await listStaff(database.owner, 'leeds-city-council')).map(({ name }) => name)).toEqual(['Ann Price'])
  expect(await listStaff(database.owner, null)).toMatchObject([{ name: 'Cat Dean', role: 'operator' }])
  const actions = await listActions(database.owner, 'leeds-city-council', 10)
  expect(actions.map(({ action, by }) => [action, by])).toEqual([
    ['member-invited', null],
    ['member-invited', null],
  ])
})

test.each<[string, object, string]>([
  [
    'an address of two people',
    file([ann, { ...bob, email: 'ann.price@LEEDS.example' }]),
    'agencies[0].staff[1].email is the address of somebody else in this file too',
  ],
  [
    'an address of an operator too',
    file([ann], [{ ...cat, email: ann.email }]),
    'operators[0].email is the address of somebody else in this file too',
  ],
  [
    'an address of somebody of another body',
    fileOf(agencyEntry({ id: 'cardiff-council', agreements: [], streams: [], staff: [ann] })),
    'agencies[0].staff[0].email is the address of somebody who signs in for another body: remove them there first',
  ],
  [
    'a role that nobody has',
    file([{ ...ann, role: 'owner' }]),
    'agencies[0].staff[0].role must be admin, officer or viewer',
  ],
  ['no address', file([{ ...ann, email: 'ann' }]), 'agencies[0].staff[0].email must be an e-mail address'],
  ['an operator with a role', file([], [ann]), 'operators[0].role is not a key that belongs here'],
])('%s is a mistake', async (_what, wrong, sentence) => {
  await expect(apply(wrong)).rejects.toThrow(sentence)
})

describe('people of the file', () => {
  const of = async () =>
    (await listStaff(database.owner, 'leeds-city-council')).map(({ email, role }) => `${email} ${role}`)
  const dan = { email: 'dan@leeds.example', name: 'Dan Orr', role: 'admin' }

  test('get another role when the file says so, and keep what the console gave them since', async () => {
    await apply(file([ann, dan]))
    expect(await apply(file([ann, { ...dan, role: 'officer' }]))).toEqual([
      'leeds-city-council: dan@leeds.example is now officer, and was admin',
    ])
    await database.owner('staff_members').where({ email: dan.email }).update({ role: 'viewer' })
    expect(await apply(file([ann, { ...dan, role: 'officer' }])), 'nothing new').toEqual([])
    expect(await of()).toEqual(['ann.price@leeds.example admin', 'dan@leeds.example viewer'])
    expect((await listActions(database.owner, 'leeds-city-council', 1))[0]).toMatchObject({
      ...{ action: 'member-role-changed', by: null, detail: { from: 'admin', to: 'officer' } },
    })
  })

  test('are removed, once, but never the last admin or operator', async () => {
    const gone = { removed: true }
    await expect(apply(file([{ ...ann, ...gone }]))).rejects.toThrow('agencies[0].staff[0] is the last admin')
    await expect(apply(file([{ ...ann, role: 'viewer' }]))).rejects.toThrow('agencies[0].staff[0] is the last admin')
    await expect(apply(file([ann], [{ ...cat, ...gone }]))).rejects.toThrow('operators[0] is the last operator')
    expect(await apply(file([ann, { ...dan, ...gone }]))).toEqual([
      'leeds-city-council: dan@leeds.example may not sign in any more',
    ])
    expect(await apply(file([ann, { ...dan, ...gone }]))).toEqual([])
    expect(
      await apply(
        file([
          { ...ann, ...gone },
          { ...bob, email: 'eve@leeds.example', role: 'admin' },
        ]),
      ),
    ).toEqual([
      'leeds-city-council: ann.price@leeds.example may not sign in any more',
      'leeds-city-council: eve@leeds.example may sign in (admin)',
    ])
    expect(await of()).toEqual(['eve@leeds.example admin'])
  })
})
