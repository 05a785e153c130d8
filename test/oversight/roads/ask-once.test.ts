import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { latestVersions } from '../../../src/agreements/agreement-store.ts'
import { decisionsOf } from '../../../src/agreements/decisions/decision-store.ts'
import { enactProposals } from '../../../src/agreements/proposals/enact-proposals.ts'
import { askOnceTerms } from '../../../src/agreements/roads/ask-once.ts'
import { fileAskOnce } from '../../../src/agreements/roads/ask-once-store.ts'
import { findFact } from '../../../src/agreements/roads/fact.ts'
import { openAskOnceRequest } from '../../../src/agreements/roads/open-ask-once.ts'
import { inContext } from '../../../src/shared/database.ts'
import type { Client } from '../../support/client.ts'
import { startHouse, type House } from '../../support/house.ts'

let house: House
let dvla: Client
let hmrc: Client
beforeAll(async () => {
  house = await startHouse()
  dvla = await house.staff('dvla-admin')
  hmrc = await house.staff('hmrc-admin')
  await house.staff('council-officer')
})
afterAll(() => house.close())

const enact = () => enactProposals(house.database.worker, house.clock())
const agreement = async (id: string) => (await latestVersions(house.database.web, [id]))[0]
const NAMES = 'dvla-once-change-of-name-new-names'
const ADDRESS = 'dvla-once-change-of-address-new-address'

const FORM = {
  ...{ fact: 'name', holder: 'hmrc', purpose: 'Print the right licence', 'purpose-cy': 'Argraffu’r drwydded gywir' },
  ...{ basis: '6(1)(e)', power: 'Road Traffic Act 1988, section 99', minutes: '20' },
}

/** HMRC's administrator opens the latest that is asked of it. */
async function openAsHolder() {
  await hmrc.get('/agency/requests/ask-once')
  return hmrc.follow(/asks The hmrc office/)
}

test('a body asks the one that holds a fact, which refuses with nothing but a justification', async () => {
  await dvla.get('/agency/agreements')
  await dvla.follow('Ask another body to share a fact')

  await dvla.follow('Ask a body to share')
  expect((await dvla.submit({})).errors).toHaveLength(7)
  const sent = await dvla.submit(FORM)
  expect(sent.text).toContain('The request is sent')
  expect(sent.text).toContain('The dvla office asks The hmrc office: Your name')
  await openAsHolder()
  expect(hmrc.page.text).toContain('Print the right licence')
  const unjustified = await hmrc.submit({ decision: 'decline', reason: '' })
  expect(unjustified.errors.length).toBeGreaterThan(1)
  const { owner } = house.database
  const bare = { state: 'declined', way: 'holder', reason: 'No' }
  await expect(owner('grant_proposals').where({ agreement_id: NAMES }).update(bare)).rejects.toThrow('says_why')
  expect(await owner('grant_proposals').where({ agreement_id: NAMES }).pluck<string[]>('state')).toEqual(['proposed'])
})

test('once it is shared, everybody can read what that body need not ask', async () => {
  await openAsHolder()
  await hmrc.submit({ decision: 'approve', reason: '' })
  await enact()
  expect(await agreement(NAMES)).toMatchObject({ state: 'live', holderId: 'hmrc', agencyId: 'dvla' })
  const acts = (await decisionsOf(house.database.web, NAMES)).map(({ act, role }) => `${role} ${act}`)
  expect(acts).toEqual(expect.arrayContaining(['body requested', 'holder approved']))
  const anybody = house.browser()
  await anybody.get('/not-asked-again')
  expect(anybody.page.text).toMatch(/What The dvla office need not ask you for Your name, from The hmrc office/)
  await anybody.follow(/^See the agreement/)
  await anybody.follow('See what you need not be asked again')
  expect(anybody.page.url.pathname).toBe('/not-asked-again')
  expect((await dvla.get('/agency/requests/ask-once/new')).status).toBe(200)
  expect((await dvla.submit(FORM)).errors).toEqual(['You have asked for this already, or you get it already'])
})

test('what people were asked twice for opens a request, which its body completes and sends', async () => {
  const { web, owner } = house.database
  const about = { askerId: 'dvla', holderId: 'hmrc', fact: 'address' }
  const id = await inContext(web, {}, (tx) => openAskOnceRequest(tx, about, house.clock()))
  expect(id).toBeDefined()
  expect(await openAskOnceRequest(house.database.worker, about, house.clock()), 'once').toBeUndefined()
  expect(await openAskOnceRequest(web, { ...about, fact: 'shoe-size' }, house.clock())).toBeUndefined()
  expect(await openAskOnceRequest(web, { ...about, fact: 'name' }, house.clock()), 'shared already').toBeUndefined()
  expect((await hmrc.get('/agency/requests/ask-once')).text, 'a draft is its body’s').not.toContain('Your address')
  await dvla.get('/agency/requests/ask-once')
  expect(dvla.page.text).toContain('People said that you asked them for this')
  await dvla.follow(/Your address/)
  expect(dvla.page.$('#fact').val()).toBe('address')
  await dvla.submit({ power: 'Road Traffic Act 1988, section 99', minutes: '5' })
  expect(await owner('grant_proposals').where({ id }).first('state', 'road')).toEqual({
    ...{ state: 'proposed', road: 'ask-once' },
  })
  const acts = (await decisionsOf(web, ADDRESS)).map(({ act, role }) => `${role} ${act}`)
  expect(acts).toEqual(['body requested', 'public requested'])
})

test('nobody but the holder or an operator decides what a holder is asked', async () => {
  const { web, owner } = house.database
  const row = await owner('grant_proposals').where({ agreement_id: ADDRESS }).first<{ id: string }>('id')
  const decide = (agency: string, way: string) =>
    inContext(web, { agency }, async (tx) => {
      const [by] = await tx('staff_members').where({ agency_id: agency }).pluck<string[]>('id')
      return tx('grant_proposals')
        .where({ id: row?.id ?? '' })
        .update({ state: 'approved', way, decided_by: by, decided_at: new Date() })
    })
  // DVLA has one person alone here, so that its cluster may be the second one of other requests.
  expect(await decide('cambridgeshire-county-council', 'cluster')).toBe(0)
  await expect(decide('dvla', 'holder')).rejects.toThrow('only a second person may approve')
  const fact = findFact('phone') ?? { id: '', type: '', field: '' }
  const [by = ''] = await owner('staff_members').where({ agency_id: 'dvla' }).pluck<string[]>('id')
  const terms = askOnceTerms({ askerId: 'dvla', holderId: 'hmrc', fact })
  const filed = { id: uuidv7(), holderId: 'hmrc', terms, by, questions: 6, minutes: 1 }
  const file = (agency: string, change: object) =>
    inContext(web, { agency }, (tx) => fileAskOnce(tx, { ...filed, ...change }, house.clock()))
  await expect(file('hmrc', {})).rejects.toThrow('only an administrator of the body')
  await expect(file('dvla', { holderId: 'cambridgeshire-county-council' })).rejects.toThrow('not of this request')
  expect(await file('dvla', { holderId: 'dvla', terms: { ...terms, holder: 'dvla' } })).toBeUndefined()
})
