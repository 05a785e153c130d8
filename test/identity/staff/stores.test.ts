import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listActions, recordAction } from '../../../src/identity/staff/staff-action-store.ts'
import {
  addStaffMember,
  listStaff,
  writeToInvited,
  type ListedMember,
} from '../../../src/identity/staff/staff-store.ts'
import { inContext, type Context } from '../../../src/shared/database.ts'
import { testDatabase, type TestDatabase } from '../../support/database.ts'
import { aColleague } from '../../support/staff.ts'

const REFUSED = '42501'
const DVLA = { agency: 'dvla' }
const HMRC = { agency: 'hmrc' }
const OPERATOR = { operator: true }

let database: TestDatabase
let rhian: ListedMember
let alex: ListedMember
beforeAll(async () => {
  database = await testDatabase()
  rhian = await aColleague(database, 'dvla-admin')
  await aColleague(database, 'hmrc-admin')
  alex = await aColleague(database, 'operator-one')
})
afterAll(() => database.close())

const names = (context: Context, agency: string | null) =>
  inContext(database.web, context, async (tx) => (await listStaff(tx, agency)).map(({ name }) => name))

/** `done`, or the code of what the database says. */
const attempt = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  )

test('people are read in their agency’s context or an operator’s, and in no other', async () => {
  expect(await names(DVLA, 'dvla')).toEqual(['Rhian Morgan'])
  expect(await names(HMRC, 'dvla')).toEqual([])
  expect(await names({}, 'dvla')).toEqual([])
  expect(await names({ operator: false }, 'dvla')).toEqual([])
  expect(await names(DVLA, null)).toEqual([])
  expect(await names(OPERATOR, 'dvla')).toEqual(['Rhian Morgan'])
  expect(await names(OPERATOR, null)).toEqual(['Alex Reid'])
  expect(await database.web('staff_members').select()).toEqual([])
})

test('nobody makes somebody of another body, or an operator, in an agency’s context', async () => {
  const invite = (context: Context, agencyId: string | null, role: 'viewer' | 'operator') =>
    attempt(
      inContext(database.web, context, (tx) =>
        addStaffMember(tx, { agencyId, role, name: 'Ann', email: `${uuidv7()}@example.com` }, new Date()),
      ),
    )
  expect(await invite(HMRC, 'dvla', 'viewer')).toBe(REFUSED)
  expect(await invite(HMRC, null, 'operator')).toBe(REFUSED)
  expect(await invite({}, 'dvla', 'viewer')).toBe(REFUSED)
  expect(await invite(HMRC, 'hmrc', 'viewer')).toBe('done')
  expect(await invite(OPERATOR, 'dvla', 'viewer')).toBe('done')
  const theirs = inContext(database.web, HMRC, (tx) =>
    tx('staff_members').where({ id: rhian.id }).update({ role: 'viewer' }),
  )
  expect(await theirs).toBe(0)
  // Whom a provider knows somebody as is not for the web role to write.
  const bind = inContext(database.web, DVLA, (tx) => tx('staff_members').update({ subject: 'me', issuer: 'x' }))
  expect(await attempt(bind)).toBe(REFUSED)
})

test('what staff did is added by those whose doing it is, and never changed', async () => {
  const record = (context: Context, staff: ListedMember, agencyId?: string) =>
    attempt(inContext(database.web, context, (tx) => recordAction(tx, { staff, agencyId, action: 'a', target: 'b' })))
  expect(await record(DVLA, rhian)).toBe('done')
  expect(await record(HMRC, rhian)).toBe(REFUSED)
  expect(await record({}, rhian)).toBe(REFUSED)
  expect(await record(OPERATOR, alex, 'dvla')).toBe('done')
  expect(await inContext(database.web, HMRC, (tx) => listActions(tx, 'dvla', 10))).toEqual([])
  const seen = await inContext(database.web, DVLA, (tx) => listActions(tx, 'dvla', 10))
  expect(seen.map(({ by, byId }) => [by, byId])).toEqual([
    [null, alex.id],
    ['Rhian Morgan', rhian.id],
  ])
  expect(await attempt(database.owner('staff_actions').update({ reason: 'Another' }))).toBe('23001')
  expect(await attempt(database.owner('staff_actions').delete())).toBe('23001')
})

test('an agency’s own facts are changed in its context or an operator’s, and what the file says in none', async () => {
  const change = (context: Context, columns: object) =>
    inContext(database.web, context, (tx) => tx('agencies').where({ id: 'dvla' }).update(columns)).catch(
      (error: { code?: string }) => error.code,
    )
  expect(await change(DVLA, { contact: '{}' })).toBe(1)
  expect(await change(OPERATOR, { contact: '{}' })).toBe(1)
  expect(await change(HMRC, { contact: '{}' })).toBe(0)
  expect(await change({}, { jwks: '{}' })).toBe(0)
  expect(await change(DVLA, { name: '{}' })).toBe(REFUSED)
  expect(await change(DVLA, { cluster: 'human-services' })).toBe(REFUSED)
})

test('an e-mail goes to nobody but whom the caller may invite', async () => {
  for (const context of [{}, HMRC]) await inContext(database.web, context, (tx) => writeToInvited(tx, rhian.id))
  expect(await database.owner('notices').select()).toEqual([])
  await inContext(database.web, DVLA, (tx) => writeToInvited(tx, rhian.id))
  await inContext(database.web, DVLA, (tx) => writeToInvited(tx, rhian.id))
  expect(await database.owner('notices').pluck('key')).toEqual([rhian.id])
})
