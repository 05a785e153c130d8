import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agreementFrom } from '../../../src/agreements/agreement-entry.ts'
import { latestVersions } from '../../../src/agreements/agreement-store.ts'
import { approvalsOf } from '../../../src/agreements/approval-store.ts'
import { decisionsOfProposal } from '../../../src/agreements/decisions/decision-store.ts'
import { enactProposals } from '../../../src/agreements/proposals/enact-proposals.ts'
import { mindClocks } from '../../../src/agreements/proposals/mind-clocks.ts'
import { decideProposal } from '../../../src/agreements/proposals/step-store.ts'
import { isPrecedent, type Proposal } from '../../../src/agreements/proposals/proposal.ts'
import { findStaffPersona } from '../../../src/demo/agencies/colleagues.ts'
import { DAY } from '../../../src/shared/clock.ts'
import { inContext } from '../../../src/shared/database.ts'
import type { Client } from '../../support/client.ts'
import { startHouse, type House } from '../../support/house.ts'

let house: House
let dvla: Client
let hmrc: Client
let operator: Client
beforeAll(async () => {
  house = await startHouse()
  dvla = await house.staff('dvla-admin')
  hmrc = await house.staff('hmrc-admin')
  // A second person of DVLA, so that its cluster has no say there.
  await house.staff('dvla-officer')
  operator = await house.staff('operator-one')
})
afterAll(() => house.close())

const [PROPOSER, OPERATOR] = ['dvla-admin', 'operator-one'].map((name) => findStaffPersona(name)?.email ?? '') as [
  string,
  string,
]

interface StaffLogin {
  id: string
  email: string
  issuer: string
  subject: string
  removed_at: Date | null
}

const TERMS = {
  fields: ['names', 'new_address'],
  purpose: 'Keep the register of drivers right',
  'purpose-cy': 'Cadw’r gofrestr gyrwyr yn gywir',
  basis: '6(1)(e)',
  power: 'https://www.legislation.gov.uk/ukpga/1988/52/section/99',
  team: 'Drivers’ records',
  benefits: 'Drivers get their reminders',
  risks: 'A letter comes to the wrong house',
  harms: 'Drivers are fined for what they did not know of',
  safeguards: 'Few people can read it',
  hours: '1.5',
}

/** What nobody can decline without. */
const REFUSAL = {
  decision: 'decline',
  category: 'too-much',
  reason: 'The date is not needed',
  withholding: 'Drivers wait longer for their reminders',
}

async function propose(browser: Client, changes: object = {}) {
  await browser.get('/agency/proposals/new')
  await browser.follow('Change of address')
  return browser.submit({ ...TERMS, ...changes })
}

/** To the operators (null) and to bodies, about one proposal. */
const written = (id: string) =>
  house.database
    .owner('notices')
    .where({ key: id })
    .orderBy(['queued_at', 'kind'])
    .select<object[]>('agency_id', 'kind')

const idIn = ({ pathname }: URL) => pathname.split('/').at(-1) ?? ''

const enact = () => enactProposals(house.database.worker, house.clock())
const agreement = async (id: string) => (await latestVersions(house.database.web, [id]))[0]

describe('a new agreement', () => {
  test('is proposed by an administrator, with everything that is missing named at once', async () => {
    const page = await propose(dvla, {
      ...{ fields: [], purpose: '', 'purpose-cy': '', basis: '', power: '' },
      ...{ team: '', benefits: '', risks: '', harms: '', safeguards: '', hours: 'many' },
    })
    expect(page.errors).toHaveLength(11)
    const proposed = await propose(dvla)
    expect(proposed.text).toContain('Needs a second person')
    expect(proposed.$('main [name=decision]').length).toBe(0)
    expect(proposed.text).toContain('Success The agreement is proposed. Somebody else has to approve it.')
    expect(await written(idIn(proposed.url))).toEqual([{ agency_id: null, kind: 'agreement-proposed' }])
    await enact()
    expect(await agreement('dvla-change-of-address')).toBeUndefined()
    expect((await propose(dvla)).errors).toEqual([expect.stringContaining('open already')])
  })

  test('is not approved by whoever proposed it, nor by a body that has no say', async () => {
    const [id] = await house.database.owner('grant_proposals').pluck<string[]>('id')
    await dvla.get('/agency/proposals')
    expect((await dvla.post(`/agency/proposals/${id}`, { decision: 'approve', reason: '' })).status).toBe(403)
    expect((await hmrc.get(`/agency/proposals/${id}`)).status).toBe(404)
    await hmrc.get('/agency/proposals')
    expect((await hmrc.post(`/agency/proposals/${id}`, { decision: 'approve', reason: '' })).status).toBe(404)
  })

  test('is in force once an operator approved it, with both names beside it', async () => {
    await operator.get('/operator')
    await operator.follow('1 proposed agreement needs a second person.')
    await operator.follow(/dvla office/)
    expect(operator.page.text).toContain('Keep the register of drivers right')
    expect((await operator.submit({ decision: 'decline', reason: '' })).errors).toEqual([
      'Enter a reason',
      'Choose why you decline it',
      'Enter what harm withholding does, and to whom',
    ])
    await operator.submit({ decision: 'approve', reason: '' })
    await enact()
    expect(await agreement('dvla-change-of-address')).toMatchObject({ version: 1, state: 'live', agencyId: 'dvla' })
    const approvals = await inContext(house.database.web, { agency: 'dvla' }, (tx) => approvalsOf(tx, 'dvla'))
    expect(approvals.get('dvla-change-of-address')).toMatchObject({
      way: 'operator',
      names: [expect.any(String), expect.any(String)],
    })
    await enact()
    expect(await agreement('dvla-change-of-address')).toMatchObject({ version: 1 })
  })
})

test('a wider agreement needs a second person again, and says what is new', async () => {
  const proposed = await propose(dvla, { fields: ['names', 'new_address', 'move_date'] })
  expect(proposed.text).toMatch(/New fields .*move/i)
  const id = idIn(proposed.url)
  await operator.get(`/operator/proposals/${id}`)
  await operator.submit(REFUSAL)
  await enact()
  expect(await agreement('dvla-change-of-address')).toMatchObject({ version: 1 })
  expect((await dvla.get(`/agency/proposals/${id}`)).text).toContain('The date is not needed')
})

test('a draft is its body’s alone until it is sent; then it is considered, escalated when that takes too long, and decided', async () => {
  await dvla.get('/agency/proposals/new/work')
  await dvla.press('Save draft', { fields: ['names'], purpose: 'Know who drives for work' })
  expect(dvla.page.text).toContain('The draft is saved.')
  const id = idIn(dvla.page.url)
  expect((await operator.get(`/operator/proposals/${id}`)).status).toBe(404)
  await dvla.follow('Go on with this draft')
  await dvla.submit({ ...TERMS, fields: ['names'] })
  expect(idIn(dvla.page.url)).toBe(id)
  await operator.get(`/operator/proposals/${id}`)
  await operator.post(`/operator/proposals/${id}/consideration`, {})
  expect((await dvla.get(`/agency/proposals/${id}`)).text).toMatch(/We are considering it.* It is decided by /)
  const later = (days: number) => new Date(house.clock().getTime() + days * DAY)
  for (const days of [20, 40, 41]) await mindClocks(house.database.worker, later(days))
  expect(await written(id)).toEqual([{ agency_id: null, kind: 'agreement-proposed' }])
  expect(await written(`${id}:decided`)).toEqual([{ agency_id: null, kind: 'agreement-escalated' }])
  await operator.get(`/operator/proposals/${id}`)
  await operator.submit(REFUSAL)
  const acts = (await decisionsOfProposal(house.database.web, id)).map(({ act, role }) => [act, role])
  expect(acts).toEqual([
    ['declined', 'operator'],
    ['escalated', 'service'],
    ['considered', 'operator'],
    ['requested', 'body'],
  ])
  const row = house.database.owner('grant_proposals').where({ id })
  expect(await row.first<object>()).toMatchObject({ minutes: 90, questions: 18, category: 'too-much' })
})

test.each(['category', 'reason', 'withholding'])('the database takes no refusal without its %s', async (missing) => {
  const { owner } = house.database
  const [declined] = await owner('grant_proposals').where({ state: 'declined' }).pluck<string[]>('id')
  const emptied = owner('grant_proposals')
    .where({ id: declined })
    .update({ [missing]: null })
  await expect(emptied).rejects.toThrow('declined_says_why')
})

test('what was sent stays as it was sent, and its body can take it back', async () => {
  const proposed = await propose(dvla, { fields: ['names', 'new_address', 'old_address'] })
  const id = idIn(proposed.url)
  const wider = inContext(house.database.web, { agency: 'dvla' }, (tx) =>
    tx('grant_proposals').where({ id }).update({ terms: '{}' }),
  )
  await expect(wider).rejects.toThrow('what was sent stays as it was sent')
  await dvla.press('Take it back')
  expect((await dvla.get(`/agency/proposals/${id}`)).text).toContain('Taken back')
})

test('what is not for sharing cannot be drafted, and the page says why', async () => {
  await house.database.owner('agencies').where({ id: 'dvla' }).update({ kind: 'private company' })
  await dvla.get('/agency/proposals/new/work')
  expect((await dvla.press('Save draft', { fields: ['names'] })).errors).toEqual([
    expect.stringContaining('Only a public body can be told things here.'),
  ])
  await house.database.owner('agencies').where({ id: 'dvla' }).update({ kind: 'department' })
})

test('nobody is the second person for what they proposed elsewhere, before they became an operator', async () => {
  const { owner } = house.database
  const proposed = await propose(dvla, { fields: ['names', 'new_address', 'move_date'] })
  const id = proposed.url.pathname.split('/').at(-1) ?? ''
  const login = (email: string) => owner<StaffLogin>('staff_members').where({ email })
  const [before, proposer] = await Promise.all([login(OPERATOR).first(), login(PROPOSER).first()])
  await login(PROPOSER).update({ removed_at: house.clock() })
  await login(OPERATOR).update({ issuer: proposer?.issuer ?? '', subject: proposer?.subject ?? '' })
  await operator.get(`/operator/proposals/${id}`)
  expect((await operator.submit({ decision: 'approve', reason: '' })).status).toBe(403)
  const inDatabase = inContext(house.database.web, { operator: true }, (tx) =>
    decideProposal(tx, id, { state: 'approved', way: 'operator', by: before?.id ?? '', reason: null }, house.clock()),
  )
  await expect(inDatabase).rejects.toThrow('only a second person may approve')
  await login(OPERATOR).update({ issuer: before?.issuer ?? '', subject: before?.subject ?? '' })
  await login(PROPOSER).update({ removed_at: null })
  await operator.get(`/operator/proposals/${id}`)
  await operator.submit(REFUSAL)
})

test('where a body has one person, its cluster is the second', async () => {
  const proposed = await propose(hmrc, { power: 'Taxes Management Act 1970, section 8' })
  const id = idIn(proposed.url)
  expect(await written(id)).toEqual([
    { agency_id: null, kind: 'agreement-proposed' },
    { agency_id: 'dvla', kind: 'agreement-to-second' },
  ])
  await dvla.get('/agency/proposals')
  expect(dvla.page.text).toContain('Proposals of others that you can decide on')
  await dvla.get(`/agency/proposals/${id}`)
  await dvla.submit({ decision: 'approve', reason: 'Looked at it together' })
  expect((await written(id)).at(-1)).toEqual({ agency_id: 'hmrc', kind: 'agreement-decided' })
  await enact()
  const approvals = await inContext(house.database.web, { agency: 'hmrc' }, (tx) => approvalsOf(tx, 'hmrc'))
  expect(approvals.get('hmrc-change-of-address')).toMatchObject({ way: 'cluster' })
})

test('what was approved for one body of a cluster counts for another after a week without objection', async () => {
  const council = await house.staff('council-officer')
  const { owner } = house.database
  await owner('staff_members')
    .where({ role: 'officer', agency_id: 'cambridgeshire-county-council' })
    .update({ role: 'admin' })
  const proposed = await propose(council, { fields: ['names'] })
  await enact()
  await council.get(proposed.url.pathname)
  expect(council.page.text).toContain(
    'agreement dvla-change-of-address of a body in the same group is of the same kind',
  )
  expect(await agreement('cambridgeshire-county-council-change-of-address')).toBeUndefined()
  const proposer = owner('staff_members').where({ agency_id: 'cambridgeshire-county-council', role: 'admin' })
  const aWeekLater = () => enactProposals(house.database.worker, new Date(house.clock().getTime() + 7 * DAY))
  await proposer.clone().update({ removed_at: house.clock() })
  await aWeekLater()
  expect(await agreement('cambridgeshire-county-council-change-of-address'), 'nobody stands for it').toBeUndefined()
  await proposer.clone().update({ removed_at: null })
  await aWeekLater()
  expect(await agreement('cambridgeshire-county-council-change-of-address')).toMatchObject({
    version: 1,
    state: 'live',
  })
  expect((await written(idIn(proposed.url))).at(-1)).toEqual({
    ...{ agency_id: 'cambridgeshire-county-council', kind: 'agreement-decided' },
  })
  const [approval] = await owner('grant_approvals').where({ way: 'presumed' }).select<object[]>()
  expect(approval).toMatchObject({ precedent: 'dvla-change-of-address', names: [expect.any(String)] })
})

test('the database lets nobody put in a proposal that is approved already', async () => {
  const [staff] = await house.database.owner('staff_members').where({ agency_id: 'dvla' }).pluck<string[]>('id')
  const row = {
    ...{ id: crypto.randomUUID(), agency_id: 'hmrc', agreement_id: 'x', terms: '{}', proposed_by: staff },
    ...{ proposed_at: new Date(), state: 'approved', way: 'cluster', decided_by: null },
  }
  for (const context of [{ agency: 'dvla' }, { agency: 'hmrc' }, { operator: true }]) {
    const added = inContext(house.database.web, context, (tx) => tx('grant_proposals').insert(row))
    await expect(added).rejects.toThrow('permission denied')
  }
})

test.each<[string, boolean, Partial<Proposal['terms']>]>([
  ['the same', true, {}],
  ['less', true, { matching: [], minimum_age: 21 }],
  ['another basis', false, { legal_basis: '6(1)(c)' }],
  ['another power', false, { power: 'Road Traffic Act 1988, section 100' }],
  ['a field more', false, { events: [{ type: 'change-of-address', fields: ['names', 'move_date'] }] }],
  ['something more to match by', false, { matching: ['national_insurance_number'] }],
  ['of younger people', false, { minimum_age: 16 }],
  ['of people of any age', false, { minimum_age: undefined }],
  ['what cannot be undone', false, { irreversible: true }],
])('a precedent is an agreement that tells as much: %s', (_what, expected, change) => {
  const text = { en: 'x', cy: 'x' }
  const events = [{ type: 'change-of-address', fields: ['names'] }]
  const terms = {
    ...{ id: 'two', purpose: text, effect: text, legal_basis: '6(1)(e)', power: 'Road Traffic Act 1988, section 99' },
    ...{ irreversible: false, matching: ['driving_licence_number'], minimum_age: 18, usual_days: 28, events },
  }
  const approved = { ...agreementFrom({ ...terms, id: 'one' }, 'dvla', 1) }
  expect(isPrecedent(approved, { ...terms, ...change })).toBe(expected)
})
