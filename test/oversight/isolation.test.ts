import { afterAll, beforeAll, expect, test } from 'vitest'
import { listKeys } from '../../src/oversight/console/keys.ts'
import { keysOf } from '../../src/oversight/console/keys-store.ts'
import { aCitizen } from '../support/access-log.ts'
import { anAgreement } from '../support/agency.ts'
import type { Client } from '../support/client.ts'
import { startHouse, type House } from '../support/house.ts'
import { aDelivery } from '../support/progress.ts'
import { routesOf } from '../support/route-table.ts'
import { aColleague } from '../support/staff.ts'

let house: House
/** What stands for each parameter of an agency's doors, of dvla. */
let theirs: Record<string, string>
let joan: Client
beforeAll(async () => {
  house = await startHouse()
  const { id: member } = await aColleague(house.database, 'dvla-admin')
  joan = await house.staff('hmrc-admin')
  theirs = await whatDvlaHas(member)
})
afterAll(() => house.close())

async function whatDvlaHas(member: string): Promise<Record<string, string>> {
  const { owner } = house.database
  const stream = crypto.randomUUID()
  await owner('subscriptions').insert({ id: stream, agency_id: 'dvla', method: 'poll', changed_at: house.clock() })
  const [key] = await listKeys(await keysOf(owner, 'dvla'))
  await anAgreement(house.database, { id: 'dvla-address', agencyId: 'dvla' })
  const citizen = await aCitizen(house.database, house.config.vault, 'amira')
  const about = { reportId: crypto.randomUUID(), agencyId: 'dvla', agreementId: 'dvla-address' }
  const delivery = await aDelivery(house.database, citizen, { ...about, createdAt: house.clock(), state: 'given-up' })
  return { member, stream, thumbprint: key?.thumbprint ?? '', delivery }
}

/** Of a path, the id of dvla's that its parameters mean. */
function idFor(path: string): string {
  if (path.includes('/people/')) return theirs['member'] ?? ''
  if (path.includes('/keys/')) return theirs['thumbprint'] ?? ''
  if (path.includes('/streams/')) return theirs['stream'] ?? ''
  return theirs['delivery'] ?? ''
}

const doors = () =>
  routesOf(house.app).filter(({ path, rule = '' }) => /^(viewers|officers|admins)$/.test(rule) && path.includes(':'))

const withTheirs = (path: string) => path.replace(/:[a-z]+/gi, idFor(path))

test('what is dvla’s is there for dvla, so that not finding it says something', async () => {
  const rhian = await house.staff('dvla-admin')
  for (const path of ['people/:id', 'people/:id/removal', 'keys/:thumbprint/revocation', 'streams/:id']) {
    expect((await rhian.get(withTheirs(`/agency/${path}`))).status, path).toBe(200)
  }
})

test('somebody of another body finds nothing of it behind any door, and changes nothing', async () => {
  const before = await everything()
  const found: string[] = []
  for (const { method, path } of doors()) {
    await joan.get('/contact')
    const fields = { reason: 'Because I can', role: 'viewer' }
    const form = path.endsWith('/people/:id') ? { role: fields.role } : { reason: fields.reason }
    const page = method === 'GET' ? await joan.get(withTheirs(path)) : await joan.post(withTheirs(path), form)
    // 400: the form has fields of its own and was not even looked up; 404: nothing there.
    if (![404, 400].includes(page.status)) found.push(`${method} ${path}: ${page.status} ${page.heading}`)
    if (method === 'GET' && page.status !== 404) found.push(`${method} ${path}: ${page.status} ${page.heading}`)
  }
  expect(found).toEqual([])
  expect(await everything()).toEqual(before)
})

test('none of the lists of another body names anything of it', async () => {
  for (const { path } of routesOf(house.app).filter(
    ({ method, path, rule = '' }) => method === 'GET' && /^(viewers|officers|admins)$/.test(rule) && !/[:*]/.test(path),
  )) {
    const { body } = await joan.get(path)
    for (const [what, id] of Object.entries(theirs)) expect(body, `${what} on ${path}`).not.toContain(id)
    expect(body, path).not.toContain('rhian.morgan')
  }
})

test('an invitation does not say where somebody signs in already', async () => {
  await joan.get('/agency/people/invitation')
  const page = await joan.submit({ name: 'R M', email: 'Rhian.Morgan@dvla.example.com', role: 'viewer' })
  expect(page.errors).toEqual(['This email address cannot be added, because somebody can sign in with it already'])
  expect(page.text).not.toMatch(/dvla office/i)
})

async function everything() {
  const { owner } = house.database
  return {
    agencies: await owner('agencies').where({ id: 'dvla' }).select(),
    streams: await owner('subscriptions').where({ agency_id: 'dvla' }).select(),
    people: await owner('staff_members').where({ agency_id: 'dvla' }).select('id', 'role', 'removed_at'),
    deliveries: await owner('deliveries').where({ agency_id: 'dvla' }).select('id', 'state'),
    actions: await owner('staff_actions').where({ agency_id: 'dvla' }).select('id'),
  }
}
