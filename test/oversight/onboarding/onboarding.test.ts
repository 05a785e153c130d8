import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findAgency } from '../../../src/agencies/agency-store.ts'
import { addressOfRequester } from '../../../src/oversight/onboarding/join-request-store.ts'
import type { Client } from '../../support/client.ts'
import { startHouse, type House } from '../../support/house.ts'

let house: House
let operator: Client
beforeAll(async () => {
  house = await startHouse()
  operator = await house.staff('operator-one')
})
afterAll(() => house.close())

const REQUEST = {
  name: 'Ribble Valley Borough Council',
  'name-cy': '',
  kind: 'council',
  cluster: 'human-services',
  person: 'Tessa Holt',
  email: 'Tessa.Holt@ribblevalley.gov.uk',
  events: ['change-of-address', 'death'],
  power: 'Local Government Finance Act 1992, schedule 2',
  method: 'inbox',
}

async function ask(changes: Record<string, string | string[]> = {}) {
  const browser = house.browser()
  await browser.get('/join')
  return browser.submit({ ...REQUEST, ...changes })
}

const requests = () => house.database.owner('join_requests').orderBy('sent_at')

describe('a body that wants to join', () => {
  test('asks without signing in, and is told what is missing all at once', async () => {
    const page = await ask({
      name: '',
      kind: '',
      cluster: '',
      person: '',
      email: '',
      events: [],
      power: '',
      method: '',
    })
    expect(page.errors).toHaveLength(8)
    expect(page.heading).toBe('Ask for your organisation to join')
    expect(await requests()).toHaveLength(0)
  })

  test.each(['tessa@example.com', 'tessa', 'tessa@gov.uk.example.com', 'tessa@notgov.uk'])(
    'cannot give %s as its official address',
    async (email) => {
      const { errors } = await ask({ email })
      expect(errors).toEqual([expect.stringContaining('address')])
    },
  )

  test('is let in by an operator, with whoever asked as its first administrator, and proves itself', async () => {
    const asked = await ask()
    expect(asked.heading).toBe('We have your request')
    expect(await house.database.owner('notices').pluck('kind')).toEqual(['join-requested'])

    await operator.get('/operator/requests')
    const request = await operator.follow('Ribble Valley Borough Council')
    expect(request.text).toContain('Local Government Finance Act 1992, schedule 2')
    expect(request.$('input[name=agency-id]').attr('value')).toBe('ribble-valley-borough-council')
    expect((await operator.submit({ decision: '' })).errors).toEqual(['Choose to approve or to decline'])
    await operator.submit({ decision: 'approve', 'agency-id': 'ribble-valley' })
    expect(operator.page.text).toContain('Approved')

    expect(await findAgency(house.database.web, 'ribble-valley')).toMatchObject({
      ...{
        state: 'approved',
        conformance: 'required',
        active: true,
        contact: { email: 'tessa.holt@ribblevalley.gov.uk' },
      },
    })
    const [member] = await house.database
      .owner('staff_members')
      .where({ agency_id: 'ribble-valley' })
      .select<object[]>()
    expect(member).toMatchObject({ email: 'tessa.holt@ribblevalley.gov.uk', name: 'Tessa Holt', role: 'admin' })
    expect(await house.database.owner('notices').pluck('kind')).toContain('staff-invited')
    const [stream] = await house.database
      .owner('subscriptions')
      .where({ agency_id: 'ribble-valley' })
      .select<object[]>()
    expect(stream).toMatchObject({ method: 'inbox', conformed_at: null })
    expect(await house.database.owner('staff_actions').pluck('action')).toEqual(['join-request-approved'])
  })

  test('cannot be let in twice, nor under an id or an address that is taken', async () => {
    await ask({ name: 'Ribble Valley again' })
    await operator.get('/operator/requests')
    await operator.follow('Ribble Valley again')
    const taken = await operator.submit({ decision: 'approve', 'agency-id': 'ribble-valley' })
    expect(taken.errors).toEqual(['Another body has this id: choose another'])
    const known = await operator.submit({ decision: 'approve', 'agency-id': 'ribble-two' })
    expect(known.errors).toEqual([expect.stringContaining('can sign in already')])
    expect(await findAgency(house.database.web, 'ribble-two')).toBeUndefined()
  })

  test('is declined with a reason, which is kept', async () => {
    expect((await operator.submit({ decision: 'decline', reason: '' })).errors).toEqual(['Enter a reason'])
    const path = operator.page.url.pathname
    await operator.submit({ decision: 'decline', reason: 'It is let in already' })
    expect(operator.page.text).toContain('Declined')
    const { owner, worker } = house.database
    const [key] = await owner('notices').where({ kind: 'join-declined' }).pluck<string[]>('key')
    expect(await addressOfRequester(worker, String(key))).toEqual({ email: 'tessa.holt@ribblevalley.gov.uk' })
    await operator.get(path)
    expect(operator.page.text).toContain('It is let in already')
    expect(operator.page.$('main form').length).toBe(0)
  })

  test('is no business of anybody but operators', async () => {
    const admin = await house.staff('dvla-admin')
    expect((await admin.get('/operator/requests')).status).toBe(403)
  })
})

test('an agency sees what is left to do before its first real person', async () => {
  const admin = await house.staff('dvla-admin')
  const page = await admin.get('/agency/joining')
  expect(page.text).toMatch(/Give us your keys .* Done/)
  expect(page.text).toMatch(/Make a stream .* To do/)
})
