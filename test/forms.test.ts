import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyBodies } from './reports/bodies.ts'
import { BASE, begin, fromVerified, toOtleyRoad, walk, when } from './reports/walk.ts'
import { signedIn, type Citizen } from './support/access-log.ts'
import type { Client, Fields } from './support/client.ts'
import { startHouse, type House } from './support/house.ts'
import { aDelivery, anAnswer, fannedOut } from './support/progress.ts'
import { aReport } from './support/reports.ts'
import { routesOf } from './support/route-table.ts'

const DRAFT = '0190e3a4-0000-7000-8000-00000000000a'

/** Where each form of people can be sent to in this story. A new one has a line here, and so gets its checks below. */
const FORMS: Record<string, string> = {
  '/access/:id/question': `/access/${DRAFT}/question`,
  '/access/:id/:body/question': `/access/${DRAFT}/dvla/question`,
  '/access/numbers': '/access/numbers',
  '/access/numbers/:type/removal': '/access/numbers/nino/removal',
  '/access/questions/:question/escalation': `/access/questions/${DRAFT}/escalation`,
  '/access/questions/:question/messages': `/access/questions/${DRAFT}/messages`,
  '/access/questions/:question/verdict': `/access/questions/${DRAFT}/verdict`,
  '/access/search': '/access/search',
  '/agreements/:id/concerns/new': '/agreements/revenue-address/concerns/new',
  '/asked-twice/new': '/asked-twice/new',
  '/feedback': '/feedback',
  '/join': '/join',
  '/notifications': '/notifications',
  '/report/:type/:question': `${BASE}/when`,
  '/report/:type/:question/:item': `${BASE}/children/1`,
  '/report/:type/:question/:item/removal': `${BASE}/children/1/removal`,
  '/report/:type/drafts': `${BASE}/drafts`,
  '/report/:type/drafts/:draft': `${BASE}/drafts/${DRAFT}`,
  '/report/:type/drafts/:draft/removal': `${BASE}/drafts/${DRAFT}/removal`,
  '/report/:type/redaction/:agreement': `${BASE}/redaction/revenue-address`,
  '/report/:type/when/:agreement': `${BASE}/when/revenue-address`,
  '/report/:type/when/:agreement/date': `${BASE}/when/revenue-address/date`,
  '/report/:type/who-will-be-told': `${BASE}/who-will-be-told`,
  '/report/:type/who-will-be-told/choices': `${BASE}/who-will-be-told/choices`,
  '/reported-as-dead/report': '/reported-as-dead/report',
  '/reports/:reference/correction': '/reports/:reference/correction',
  '/reports/:reference/deliveries/:id/answer': '/reports/:reference/deliveries/:asking/answer',
  '/reports/:reference/deliveries/:id/offer-decision': '/reports/:reference/deliveries/:offering/offer-decision',
  '/reports/:reference/deliveries/:id/release': '/reports/:reference/deliveries/:held/release',
  '/reports/:reference/withdrawal': '/reports/:reference/withdrawal',
  '/rights/access': '/rights/access',
  '/rights/correction': '/rights/correction',
  '/rights/erasure': '/rights/erasure',
  '/rights/objection': '/rights/objection',
  '/rights/requests/:id/complaint': `/rights/requests/${DRAFT}/complaint`,
  '/rights/requests/:id/escalation': `/rights/requests/${DRAFT}/escalation`,
  '/rights/requests/:id/messages': `/rights/requests/${DRAFT}/messages`,
  '/rights/requests/:id/withdrawal': `/rights/requests/${DRAFT}/withdrawal`,
  '/rights/this-service/erasure': '/rights/this-service/erasure',
  '/session': '/session',
  '/sessions': '/sessions',
  '/sign-out': '/sign-out',
  '/staff/sign-out': '/staff/sign-out',
}

/** Of staff: where, and who sends it there. Ids may be of nothing: the form is looked at first. */
const FORMS_OF_STAFF: Record<string, [persona: string, path: string]> = {
  '/agency/concerns/:id': ['dvla-officer', `/agency/concerns/${DRAFT}`],
  '/agency/concerns/new/:agreement': ['dvla-officer', '/agency/concerns/new/revenue-address'],
  '/agency/agreements/:id/review': ['dvla-officer', '/agency/agreements/revenue-address/review'],
  '/agency/agreements/rely/:id': ['dvla-admin', '/agency/agreements/rely/somebody-address'],
  '/agency/cluster/:id': ['dvla-admin', `/agency/cluster/${DRAFT}`],
  '/agency/conformance/runs/:run': ['dvla-officer', `/agency/conformance/runs/${DRAFT}`],
  '/agency/conformance/streams/:stream': ['dvla-officer', `/agency/conformance/streams/${DRAFT}`],
  '/agency/contact/change': ['dvla-admin', '/agency/contact/change'],
  '/agency/risk-appetite': ['dvla-admin', '/agency/risk-appetite'],
  '/agency/dead-letters/:id': ['dvla-officer', `/agency/dead-letters/${DRAFT}`],
  '/agency/dead-letters/streams/:stream': ['dvla-officer', `/agency/dead-letters/streams/${DRAFT}`],
  '/agency/deliveries': ['dvla-officer', '/agency/deliveries'],
  '/agency/inbox/:date.csv': ['dvla-officer', '/agency/inbox/2026-11-22.csv'],
  '/agency/inbox/:id': ['dvla-officer', `/agency/inbox/${DRAFT}`],
  '/agency/inbox/:id/outcome': ['dvla-officer', `/agency/inbox/${DRAFT}/outcome`],
  '/agency/keys/:thumbprint/revocation': ['dvla-admin', '/agency/keys/abc/revocation'],
  '/agency/keys/change': ['dvla-admin', '/agency/keys/change'],
  '/agency/people/:id': ['dvla-admin', `/agency/people/${DRAFT}`],
  '/agency/people/:id/removal': ['dvla-admin', `/agency/people/${DRAFT}/removal`],
  '/agency/people/invitation': ['dvla-admin', '/agency/people/invitation'],
  '/agency/proposals/:id': ['dvla-admin', `/agency/proposals/${DRAFT}`],
  '/agency/proposals/:id/consideration': ['dvla-admin', `/agency/proposals/${DRAFT}/consideration`],
  '/agency/proposals/:id/withdrawal': ['dvla-admin', `/agency/proposals/${DRAFT}/withdrawal`],
  '/agency/proposals/new/:event': ['dvla-admin', '/agency/proposals/new/change-of-address'],
  '/agency/questions/:id': ['dvla-officer', `/agency/questions/${DRAFT}`],
  '/agency/questions/:id/reply': ['dvla-officer', `/agency/questions/${DRAFT}/reply`],
  '/agency/requests/ask-once/new': ['dvla-admin', '/agency/requests/ask-once/new'],
  '/agency/rights/:id': ['dvla-officer', `/agency/rights/${DRAFT}`],
  '/agency/rights/:id/answer': ['dvla-officer', `/agency/rights/${DRAFT}/answer`],
  '/agency/sandbox': ['dvla-officer', '/agency/sandbox'],
  '/agency/seals/:id/decision': ['dvla-officer', `/agency/seals/${DRAFT}/decision`],
  '/agency/seals/:id/renewals': ['dvla-officer', `/agency/seals/${DRAFT}/renewals`],
  '/agency/seals/others/:renewal': ['dvla-officer', `/agency/seals/others/${DRAFT}`],
  '/agency/streams/:id/pause': ['dvla-admin', `/agency/streams/${DRAFT}/pause`],
  '/agency/streams/:id/resumption': ['dvla-admin', `/agency/streams/${DRAFT}/resumption`],
  '/agency/streams/:id/sending': ['dvla-admin', `/agency/streams/${DRAFT}/sending`],
  '/operator/agencies/:id': ['operator-one', '/operator/agencies/dvla'],
  '/operator/cases/:id': ['operator-one', `/operator/cases/${DRAFT}`],
  '/operator/cases/:id/closure': ['operator-one', `/operator/cases/${DRAFT}/closure`],
  '/operator/concerns/:id': ['operator-one', `/operator/concerns/${DRAFT}`],
  '/operator/dead-letters/:stream': ['operator-one', `/operator/dead-letters/${DRAFT}`],
  '/operator/proposals/:id': ['operator-one', `/operator/proposals/${DRAFT}`],
  '/operator/proposals/:id/consideration': ['operator-one', `/operator/proposals/${DRAFT}/consideration`],
  '/operator/streams/:id': ['operator-one', `/operator/streams/${DRAFT}`],
  '/operator/seals/:renewal': ['operator-one', `/operator/seals/${DRAFT}`],
  '/operator/requests/:id': ['operator-one', `/operator/requests/${DRAFT}`],
}

/** Doors of programs, whose bodies have schemas of their own; and all that let in only bodies. */
const OF_PROGRAMS = ['/auth/back-channel-logout', '/oauth/token']

let house: House
let amira: Client
let ids: Record<string, string>
beforeAll(async () => {
  house = await startHouse()
  await applyBodies(house)
  const citizen = await signedIn(house, 'amira')
  amira = citizen.browser
  ids = await aReportToActOn(citizen)
  await begin(amira)
  await walk(amira, [when(), ...toOtleyRoad, ...fromVerified, ['moving-with', { 'moving-with': 'children' }]])
  await amira.submit({ 'names-first': 'Iris', 'names-last': 'Osei-Hughes' })
})
afterAll(() => house.close())

describe('every form of people', () => {
  test('has a line in this test', () => {
    const posts = routesOf(house.app).filter(({ method }) => method === 'POST')
    const ofPeople = posts.filter(({ path, rule }) => !OF_PROGRAMS.includes(path) && !rule?.startsWith('agencies '))
    const paths = ofPeople.map(({ path }) => path)
    expect(paths.sort()).toEqual([FORMS, FORMS_OF_STAFF].flatMap(Object.keys).sort())
  })

  const odd: [string, Fields][] = [
    ['a field that it does not have', { surplus: 'x' }],
    ['a field of that kind, twice', { surplus: ['x', 'y'] }],
    ['a field with an odd name', { '__proto__[admin]': 'true' }],
  ]
  test.each(Object.values(FORMS).flatMap((path) => odd.map(([what, fields]) => ({ path, what, fields }))))(
    '$path refuses $what, and nothing happens',
    async ({ path, fields }) => {
      await amira.get('/sessions')
      const page = await amira.post(
        path.replace(/:([a-z]+)/g, (_, name: string) => ids[name] ?? ''),
        fields,
      )
      expect(page.status).toBe(400)
      expect(page.text).toMatch(/We could not read/)
      expect((await amira.get(`${BASE}/children/1`)).$('#names-first').val(), 'still there, still signed in').toBe(
        'Iris',
      )
    },
  )
})

describe('every form of staff', () => {
  const colleagues = new Map<string, Promise<Client>>()
  const colleague = (persona: string) =>
    colleagues.get(persona) ?? colleagues.set(persona, house.staff(persona)).get(persona) ?? house.staff(persona)

  test.each(Object.values(FORMS_OF_STAFF).map(([persona, path]) => ({ persona, path })))(
    '$path refuses what it does not have',
    async ({ persona, path }) => {
      const browser = await colleague(persona)
      for (const fields of [{ surplus: 'x' }, { surplus: ['x', 'y'] }, { '__proto__[admin]': 'true' }]) {
        await browser.get('/contact')
        const page = await browser.post(path, fields)
        expect(page.status).toBe(400)
        expect(page.text).toMatch(/We could not read/)
      }
    },
  )
})

/** One body asks for something, one makes an offer, and one is held. @returns what stands in paths. */
async function aReportToActOn(citizen: Citizen): Promise<Record<string, string>> {
  const { database, config, clock } = house
  const reportId = await aReport(database, config.vault, citizen)
  const reports = database.owner('reports').where({ id: reportId })
  // What a correction would begin with: here it is never opened.
  await reports.clone().update({ answers: database.owner.ref('facts') })
  const about = { reportId, createdAt: clock() }
  const body = (agencyId: string, agreementId: string, state: 'acknowledged' | 'held') =>
    aDelivery(database, citizen, { ...about, agencyId, agreementId, state })
  const asking = await body('revenue', 'revenue-address', 'acknowledged')
  const offering = await body('licences', 'licence-address', 'acknowledged')
  const held = await body('pensions', 'pensions-address', 'held')
  await fannedOut(database, reportId, clock())
  const answer = { at: clock(), agencyId: 'revenue' }
  await anAnswer(database, config.vault, { ...answer, jti: asking, status: 'needs_information' })
  const offer = { title: { en: 'Help' }, text: { en: 'You need not apply.' }, action: 'accept' as const }
  await anAnswer(database, config.vault, { ...answer, agencyId: 'licences', jti: offering, status: 'done', offer })
  const [reference = ''] = await reports.clone().pluck<string[]>('reference')
  return { reference, asking, offering, held }
}
