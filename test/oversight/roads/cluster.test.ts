import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { AgreementEntry } from '../../../src/agreements/agreement-entry.ts'
import { latestVersions } from '../../../src/agreements/agreement-store.ts'
import { decisionsOf } from '../../../src/agreements/decisions/decision-store.ts'
import { enactProposals } from '../../../src/agreements/proposals/enact-proposals.ts'
import { addProposal } from '../../../src/agreements/proposals/proposal-store.ts'
import { objectTo, presumedInCluster } from '../../../src/agreements/roads/cluster-store.ts'
import { DAY, later } from '../../../src/shared/clock.ts'
import { addYears, ukToday } from '../../../src/shared/dates.ts'
import { inContext } from '../../../src/shared/database.ts'
import { anAgency } from '../../support/agency.ts'
import type { Client } from '../../support/client.ts'
import { startHouse, type House } from '../../support/house.ts'

const COUNCIL = 'cambridgeshire-county-council'

let house: House
let dvla: Client
let council: Client
let operator: Client
beforeAll(async () => {
  house = await startHouse()
  dvla = await house.staff('dvla-admin')
  // More than one person each: nobody of the cluster is the second one.
  await house.staff('dvla-officer')
  await house.staff('hmrc-admin')
  council = await house.staff('council-officer')
  operator = await house.staff('operator-one')
  await staff(COUNCIL).update({ role: 'admin' })
  await anAgency(house.database, { id: 'nhs', cluster: 'health-and-social-care' })
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.database.owner.raw('delete from grant_proposals where state in (?, ?)', ['proposed', 'considered'])
})

const staff = (agency: string) => house.database.owner('staff_members').where({ agency_id: agency })
const enact = (days = 0) => enactProposals(house.database.worker, later(house.clock(), days * DAY))
const agreement = async (id: string) => (await latestVersions(house.database.web, [id]))[0]

/** What DVLA says in the long form. */
const FORM = {
  ...{
    fields: ['names'],
    purpose: 'Keep the register right',
    'purpose-cy': 'Cadw’r gofrestr yn gywir',
    basis: '6(1)(e)',
  },
  ...{ power: 'Road Traffic Act 1988, section 99', team: 'Licences', benefits: 'Right names', risks: 'Wrong names' },
  ...{ harms: 'Wrong licences', safeguards: 'Few people read it' },
}

/** DVLA asks for what HMRC holds. */
async function ask(id: string, change: Partial<AgreementEntry> = {}): Promise<string> {
  const terms: AgreementEntry = {
    ...{ id, purpose: { en: 'Keep the register of drivers right' }, effect: { en: 'It changes its register.' } },
    ...{ legal_basis: '6(1)(e)', power: 'Road Traffic Act 1988, section 99', irreversible: false, usual_days: 28 },
    ...{ matching: ['names'], holder: 'hmrc', events: [{ type: 'change-of-address', fields: ['new_address'] }] },
    ...change,
  }
  const [proposedBy = ''] = await staff('dvla').where({ role: 'admin' }).pluck<string[]>('id')
  const proposal = { agencyId: 'dvla', agreementId: id, terms, baseVersion: null, proposedBy }
  const added = await inContext(house.database.web, { agency: 'dvla' }, (tx) =>
    addProposal(tx, proposal, house.clock()),
  )
  await enact()
  return added ?? ''
}

test('a shared public task within a cluster is approved by itself after a week in which nobody objects', async () => {
  await dvla.get('/agency/proposals/new')
  await dvla.follow('Change of address')
  expect((await dvla.submit({ ...FORM, holder: 'nobody' })).errors).toEqual(['Choose who has it now'])
  await dvla.submit({ ...FORM, fields: ['new_address'], holder: 'hmrc' })
  await enact()
  expect((await dvla.get(dvla.page.url.pathname)).text).toContain('it is a public task that bodies in the same group')
  await council.get('/agency/agreements')
  await council.follow('See requests in your group')
  expect(council.page.text).toContain('7 days left')
  await enact(6)
  expect(await agreement('dvla-change-of-address')).toBeUndefined()
  await enact(7)
  expect(await agreement('dvla-change-of-address')).toMatchObject({ state: 'live', holderId: 'hmrc' })
  const acts = (await decisionsOf(house.database.web, 'dvla-change-of-address')).map(
    ({ act, role }) => `${role} ${act}`,
  )
  expect(acts).toContain('service presumed')
  expect(acts).not.toContain('operator approved')
})

test('anybody of the cluster objects with a reason, and then somebody decides', async () => {
  const id = await ask('dvla-objected')
  await council.get('/agency/cluster')
  await council.follow(/Change of address/)
  expect(council.page.text).toContain('Road Traffic Act 1988, section 99')
  expect((await council.submit({ why: '' })).errors).toEqual(['Enter why you object'])
  const done = await council.submit({ why: 'The date of the move would do' })
  expect(done.text).toContain('You objected')
  expect(done.text).toContain('No request of another body waits')
  await enact(8)
  expect(await agreement('dvla-objected'), 'not by itself any more').toBeUndefined()
  const [objected] = await decisionsOf(house.database.web, 'dvla-objected')
  expect(objected).toMatchObject({ act: 'objected', role: 'cluster', agencyId: COUNCIL, proposalId: id })
  expect(objected?.words).toEqual({ en: 'The date of the move would do' })
  expect((await council.get(`/agency/cluster/${id}`)).status).toBe(404)
  await operator.get(`/operator/proposals/${id}`)
  await operator.submit({ decision: 'approve', reason: '' })
  await enact(8)
  expect(await agreement('dvla-objected')).toMatchObject({ state: 'live' })
})

test.each<[string, Partial<AgreementEntry>]>([
  ['on a duty', { legal_basis: '6(1)(c)' }],
  ['of a holder of another cluster', { holder: 'nhs' }],
  ['as a trial', { trial: 'prototype' }],
])('nothing is presumed %s', async (_what, change) => {
  await ask('dvla-not-presumed', change)
  await enact(30)
  expect(await agreement('dvla-not-presumed')).toBeUndefined()
})

test('whoever is of another region or cluster sees nothing of it, and cannot object', async () => {
  const { web, owner } = house.database
  const id = await ask('dvla-of-a-region')
  const [by = ''] = await staff(COUNCIL).pluck<string[]>('id')
  const seen = () => inContext(web, { agency: COUNCIL }, (tx) => presumedInCluster(tx, 10))
  const object = (agency: string, why = 'No') =>
    inContext(web, { agency }, (tx) => objectTo(tx, id, { by, why }, house.clock()))
  expect(await seen()).toHaveLength(1)
  await owner('agencies').where({ id: 'dvla' }).update({ region: 'E47000003' })
  await owner('agencies').where({ id: COUNCIL }).update({ region: 'E47000008' })
  expect(await seen()).toEqual([])
  expect(await object(COUNCIL)).toBe(false)
  await owner('agencies').update({ region: null })
  await expect(object('dvla'), 'nor does who asked').rejects.toThrow('only an administrator')
  await expect(object(COUNCIL, ' ')).rejects.toThrow('an objection needs a reason')
  expect(await inContext(web, {}, (tx) => presumedInCluster(tx, 10))).toEqual([])
  expect(await inContext(web, { agency: 'dvla' }, (tx) => presumedInCluster(tx, 10)), 'of its own').toEqual([])
  expect(dvla.page.status).toBe(200)
})

test('a trial is asked for as one, is looked at after a year and ends after two', async () => {
  await dvla.get('/agency/proposals/new')
  await dvla.follow('Change of name')
  await dvla.submit({ ...FORM, fields: ['new_names'], trial: 'prototype' })
  const asked = house.database.owner('grant_proposals').where({ road: 'trial' })
  const row = await asked.clone().first<{ id: string; terms: AgreementEntry; agreement_id: string }>()
  const start = ukToday(house.clock())
  const dates = { starts_on: start, review_on: addYears(start, 1), ends_on: addYears(start, 2) }
  expect(row?.terms).toMatchObject({ trial: 'prototype', ...dates })
  await operator.get(`/operator/proposals/${row?.id ?? ''}`)
  await operator.press('Save decision', { decision: 'approve', reason: '' })
  await enact()
  expect(await agreement(row?.agreement_id ?? '')).toMatchObject({ trial: 'prototype', endsOn: dates.ends_on })
  const longer = house.database.owner('agreement_versions').where({ trial: 'prototype' })
  const version = { ...(await longer.clone().first<object>()), version: 2, ends_on: addYears(start, 3) }
  await expect(house.database.owner('agreement_versions').insert(jsonIn(version))).rejects.toThrow('trials_end')
})

/** A row as it is put in again. */
const jsonIn = (row: object) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      ['purpose', 'effect', 'account', 'power_name'].includes(name) && value ? JSON.stringify(value) : value,
    ]),
  )
