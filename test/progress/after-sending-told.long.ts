import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createWorker, type Worker } from '../../src/deliveries/worker.ts'
import type { Outcome } from '../../src/deliveries/outcome.ts'
import { publicKeys } from '../../src/vault/signing-keys.ts'
import { SECOND } from '../../src/shared/clock.ts'
import type { Client } from '../support/client.ts'
import { empty } from '../support/empty.ts'
import { startHouse, type House } from '../support/house.ts'
import { reportMove } from '../support/move.ts'
import { anAnswer } from '../support/progress.ts'
import { aRecipient, BASE_URL, EVENT, startReceiver, type Receiver } from '../support/receiver.ts'

let house: House
let worker: Worker
let receiver: Receiver
let amira: Client
let grace: Client

beforeAll(async () => {
  house = await startHouse()
  amira = await house.signIn('amira')
  grace = await house.signIn('grace')
})
afterAll(() => house.close())
beforeEach(async () => {
  const { database, config, clock, logger } = house
  receiver = await startReceiver(publicKeys(config.setSigningKeys))
  worker = createWorker({
    ...{ db: database.worker, vault: config.vault, clock, logger, baseUrl: BASE_URL },
    ...{ signingKeys: config.setSigningKeys, allowLoopback: true, timeout: 2000 },
  })
})
afterEach(async () => {
  expect(receiver.faults).toEqual([])
  await worker.stop()
  await receiver.close()
  await house.database.owner('drafts').delete()
  // One person reports as often here as no person would.
  await house.database.owner('rate_limits').delete()
  await empty(house.database)
})

const bodies = async (...ids: string[]) => {
  for (const id of ids) await aRecipient(house.database, house.config.vault, id, receiver.url)
}

/** @returns the reference, once everybody has been told. */
async function told(...ids: string[]): Promise<string> {
  await bodies(...ids)
  const reference = await reportMove(amira)
  await worker.runOnce()
  return reference
}

/** What a body got, in order: its change, or `reported`. */
const heard = (aud: string) =>
  receiver.arrivals
    .filter(({ token }) => token.aud === aud)
    .map(({ token }) => token.events[EVENT]?.['change'] ?? 'reported')
const jtiOf = (aud: string) => receiver.arrivals.find(({ token }) => token.aud === aud)?.token.jti ?? ''

const answers = (agencyId: string, outcome: Outcome) =>
  anAnswer(house.database, house.config.vault, { jti: jtiOf(agencyId), at: house.clock(), agencyId, ...outcome })

const notices = () => house.database.owner('notices').orderBy('queued_at').pluck<string[]>('kind')

/** What the card of a body says of how it stands, and the links of the card. */
function card(client: Client, index = 0) {
  const { $ } = client.page
  const found = $('.govuk-summary-card').eq(index)
  const status = found.find('.govuk-summary-list__value').first().text().replace(/\s+/g, ' ').trim()
  const links = found.find('.govuk-summary-card__actions a, .govuk-summary-card__action a').toArray()
  return { status, links: links.map((link) => $(link).attr('href') ?? '') }
}

const banner = ({ page }: Client) => page.$('.govuk-notification-banner--success').text().replace(/\s+/g, ' ').trim()

describe('taking a report back', () => {
  test('tells those who know, and nobody else ever', async () => {
    const reference = await told('dvla', 'hmrc')
    await house.database.owner('deliveries').where({ agency_id: 'hmrc' }).update({ state: 'held', attempts: 0 })
    await amira.get(`/reports/${reference}`)
    await amira.follow('Take this report back')
    expect(amira.page.text).toMatch(
      /We will tell them that you took it back: The dvla office .* never be told: The hmrc/,
    )
    await amira.submit({ reason: 'wrong' })
    expect(amira.page.url.pathname).toBe(`/reports/${reference}`)
    expect(banner(amira)).toBe('Success You took this report back.')
    expect(card(amira).status).toMatch(/^Taking back/)
    await amira.get(`/reports/${reference}`)
    expect(banner(amira), 'shown once').toBe('')
    await worker.runOnce()
    expect([heard('dvla'), heard('hmrc')]).toEqual([['reported', 'withdrawn'], ['reported']])
    await amira.get(`/reports/${reference}`)
    expect(card(amira, 0).status).toMatch(/^Taken back We told it on .* that you took this back/)
    expect(card(amira, 1).status).toMatch(/^Not sent You took this back/)
    expect(amira.page.text).not.toContain('Correct what you told us')
    expect(await notices()).toContain('report-withdrawn')
  })

  test('twice is once, and another citizen’s is not found', async () => {
    const reference = await told('dvla')
    await grace.get('/sessions')
    for (const page of ['withdrawal', 'correction', 'download.json', `deliveries/${jtiOf('dvla')}/release`]) {
      expect((await grace.get(`/reports/${reference}/${page}`)).status, page).toBe(404)
    }
    await grace.get('/sessions')
    expect((await grace.post(`/reports/${reference}/withdrawal`)).status).toBe(404)
    await amira.get(`/reports/${reference}/withdrawal`)
    await amira.submit()
    await amira.post(`/reports/${reference}/withdrawal`)
    expect(amira.page.url.pathname).toBe(`/reports/${reference}`)
    expect((await amira.get(`/reports/${reference}/withdrawal`)).url.pathname).toBe(`/reports/${reference}`)
    await worker.runOnce()
    expect(heard('dvla')).toEqual(['reported', 'withdrawn'])
  })

  test('takes back what was queued to be written about it, and that a body has answered stays true', async () => {
    await house.database.owner('notices').delete()
    const reference = await told('dvla', 'hmrc', 'dwp')
    await answers('dvla', { status: 'done' })
    await answers('hmrc', { status: 'needs_information' })
    await answers('dwp', {
      status: 'done',
      offer: { title: 'An offer', text: 'You need not apply.', action: 'accept' },
    })
    await house.database.owner('notices').where({ kind: 'report-sent' }).update({ state: 'sent' })
    await amira.get(`/reports/${reference}/withdrawal`)
    await amira.submit({ reason: 'tell-myself' })
    const states = await house.database.owner<{ kind: string; state: string }>('notices').select('kind', 'state')
    expect(Object.fromEntries(states.map(({ kind, state }) => [kind, state]))).toEqual({
      'report-sent': 'sent',
      'body-answered': 'queued',
      'needs-information': 'cancelled',
      offer: 'cancelled',
      'report-withdrawn': 'queued',
    })
  })
})

describe('correcting a report', () => {
  /** From the page of the report to the page before sending, with another day of the move. */
  async function correctDay(reference: string): Promise<void> {
    await amira.get(`/reports/${reference}`)
    await amira.follow('Correct what you told us')
    await amira.submit()
    expect(amira.page.url.pathname).toBe('/report/change-of-address/check-answers')
    await amira.get('/report/change-of-address/when')
    await amira.submit({ 'when-day': '1', 'when-month': '11', 'when-year': '2026' })
    await amira.get('/report/change-of-address/who-will-be-told')
  }

  test('shows the answers, then exactly those who were told, and tells them and nobody new', async () => {
    const fields = ['names', 'new_address', 'move_date']
    await aRecipient(house.database, house.config.vault, 'dvla', receiver.url, { fields })
    const reference = await reportMove(amira)
    await worker.runOnce()
    await bodies('hmrc')
    await correctDay(reference)
    expect(amira.page.heading).toBe('Check your correction')
    expect(amira.page.text).toContain('The dvla office')
    expect(amira.page.text).toContain('1 November 2026')
    expect(amira.page.text).not.toContain('The hmrc office')
    await amira.submit()
    expect(amira.page.url.pathname).toBe(`/reports/${reference}`)
    expect(banner(amira)).toBe('Success You corrected this report.')
    await worker.runOnce()
    expect([heard('dvla'), heard('hmrc')]).toEqual([['reported', 'corrected'], []])
    expect(receiver.arrivals[1]?.token.events[EVENT]).toMatchObject({
      ...{ change: 'corrected', original_jti: jtiOf('dvla'), move_date: '2026-11-01' },
    })
    await amira.get(`/reports/${reference}`)
    expect(card(amira).status).toMatch(/^Corrected/)
    expect((await amira.get('/reports')).text, 'no second report').toContain('1 has answered')
    await answers('dvla', { status: 'done' })
    await amira.get(`/reports/${reference}`)
    expect(card(amira).status).toMatch(/^Done/)
    expect(await notices()).toEqual(expect.arrayContaining(['report-corrected', 'body-answered']))
  })

  test('again begins with what was corrected', async () => {
    const reference = await told('dvla')
    await correctDay(reference)
    await amira.submit()
    await amira.get(`/reports/${reference}/correction`)
    await amira.submit()
    expect(amira.page.text).toContain('1 November 2026')
  })

  test('begun by two clicks at once, is one draft', async () => {
    const reference = await told('dvla')
    await amira.get(`/reports/${reference}/correction`)
    const form = { _csrf: String(amira.page.$('main [name=_csrf]').val()) }
    await Promise.all([1, 2, 3].map(() => amira.post(`/reports/${reference}/correction`, form)))
    expect(await house.database.owner('drafts').count()).toEqual([{ count: 1 }])
  })

  test('is not sent by a form that does not say which draft it is of', async () => {
    const reference = await told('dvla')
    await correctDay(reference)
    await amira.post('/report/change-of-address/who-will-be-told')
    expect(amira.page.url.pathname).toBe('/report/change-of-address/check-answers')
    expect(await house.database.owner('follow_ups')).toEqual([])
  })

  test('that changes nothing has nothing to send', async () => {
    const reference = await told('dvla')
    await amira.get(`/reports/${reference}/correction`)
    await amira.submit()
    await amira.get('/report/change-of-address/who-will-be-told')
    expect(amira.page.text).toContain('You have not changed anything yet')
    expect(amira.page.$('main form')).toHaveLength(0)
  })

  test('sent twice is one, and is not sent to others than those who were seen', async () => {
    const reference = await told('dvla', 'hmrc')
    await correctDay(reference)
    const { $ } = amira.page
    const form = { draft: String($('[name=draft]').val()), seen: String($('[name=seen]').val()) }
    await house.database.owner('deliveries').where({ agency_id: 'hmrc' }).update({ state: 'given-up' })
    await amira.submit()
    expect(amira.page.errors).toEqual([
      'What will be sent has changed since you last saw this page. Check it again before you send it.',
    ])
    await amira.submit()
    await amira.post('/report/change-of-address/who-will-be-told', form)
    expect(amira.page.url.pathname).toBe(`/reports/${reference}`)
    expect(await house.database.owner('follow_ups').count()).toEqual([{ count: 1 }])
    expect(await house.database.owner('reports').count()).toEqual([{ count: 1 }])
  })
})

describe('a body that needs something', () => {
  test('is answered in place, and it alone, once', async () => {
    const reference = await told('dvla', 'hmrc')
    await answers('dvla', { status: 'needs_information', due_by: '2099-01-31', message: { en: 'Which flat?' } })
    await amira.get(`/reports/${reference}`)
    const [answer = ''] = card(amira).links
    expect(answer).toBe(`/reports/${reference}/deliveries/${jtiOf('dvla')}/answer`)
    await amira.get(answer)
    expect(amira.page.heading).toBe('Answer The dvla office')
    expect(amira.page.text).toContain('Which flat?')
    expect(amira.page.text).toContain('by 31 January 2099')
    await amira.submit({ answer: '   ' })
    expect(amira.page.errors).toEqual(['Enter your answer'])
    await amira.submit({ answer: 'x'.repeat(2001) })
    expect(amira.page.errors).toEqual(['Your answer must be 2,000 characters or less'])
    expect(amira.page.$('textarea').val()).toHaveLength(2001)
    await amira.submit({ answer: 'Flat 2,\r\nthe <red> door' })
    expect(banner(amira)).toBe('Success We are sending your answer.')
    expect(card(amira).status).toMatch(/^You answered You answered on .* We are waiting for it/)
    await amira.post(answer, { answer: 'Flat 3' })
    await worker.runOnce()
    expect([heard('dvla'), heard('hmrc')]).toEqual([['reported', 'answered'], ['reported']])
    expect(receiver.arrivals.at(-1)?.token.events[EVENT]).toMatchObject({ answer: 'Flat 2,\nthe <red> door' })
    house.clock.advance(SECOND)
    await answers('dvla', { status: 'done' })
    await amira.get(`/reports/${reference}`)
    expect(card(amira).status).toMatch(/^Done/)
    expect((await amira.get(answer)).url.pathname, 'nothing is asked any more').toBe(`/reports/${reference}`)
    expect(await notices()).toEqual(expect.arrayContaining(['needs-information', 'body-answered']))
  })

  test('is not answered by another citizen, nor under another report', async () => {
    const reference = await told('dvla')
    await answers('dvla', { status: 'needs_information' })
    const path = `/reports/${reference}/deliveries/${jtiOf('dvla')}/answer`
    expect((await grace.get(path)).status).toBe(404)
    const other = await reportMove(amira)
    expect((await amira.get(path.replace(reference, other))).status).toBe(404)
  })
})

describe('an offer', () => {
  const offer = { title: { en: 'Child Benefit', cy: 'Budd-dal Plant' }, text: 'You need not apply.', action: 'accept' }

  test('is put first, decided once, and the body alone hears of it', async () => {
    const reference = await told('dvla', 'hmrc')
    await answers('dvla', { status: 'done', offer: offer as Outcome['offer'] })
    await amira.get(`/reports/${reference}`)
    expect(amira.page.$('.govuk-inset-text').text()).toContain('The dvla office makes you an offer')
    const [decide = ''] = card(amira).links
    await amira.get(decide)
    expect(amira.page.text).toContain('Child Benefit')
    await amira.submit()
    expect(amira.page.errors).toEqual(['Select yes or no'])
    await amira.submit({ decision: 'accept' })
    expect(banner(amira)).toContain('you said yes')
    expect(amira.page.text).toMatch(/What you decided You said yes on/)
    await amira.post(decide, { decision: 'opt_out' })
    await worker.runOnce()
    expect([heard('dvla'), heard('hmrc')]).toEqual([['reported', 'offer_accepted'], ['reported']])
    expect(await notices()).toContain('offer')
  })

  test('is read in Welsh where the body wrote it so', async () => {
    const reference = await told('dvla')
    await answers('dvla', { status: 'done', offer: offer as Outcome['offer'] })
    await amira.get('/reports?lang=cy')
    await amira.get(`/reports/${reference}`)
    expect(amira.page.text).toContain('Budd-dal Plant')
    expect(amira.page.$('[lang=en]:contains("You need not apply.")').length).toBeGreaterThan(0)
    await amira.get('/reports?lang=en')
  })
})

describe('a body that is held', () => {
  /** Held by the citizen, of one body that the law lets them leave out. */
  async function held(): Promise<{ reference: string; path: string }> {
    await bodies('dvla')
    const reference = await reportMove(amira)
    await house.database.owner('reports').update({ timing: { 'dvla-address': 'held' } })
    await house.database.owner.raw('alter table agreement_versions disable trigger user')
    await house.database.owner('agreement_versions').update({ choice: 'optional' })
    await worker.runOnce()
    await amira.get(`/reports/${reference}`)
    expect(card(amira).status).toMatch(/^Held by you/)
    return { reference, path: card(amira).links[0] ?? '' }
  }

  test('is told when its citizen says so', async () => {
    const { path } = await held()
    await amira.get(path)
    await amira.submit()
    expect(amira.page.errors).toEqual(['Select what we should do'])
    await amira.submit({ choice: 'tell' })
    expect(banner(amira)).toBe('Success We are telling this body now.')
    await worker.runOnce()
    expect(heard('dvla')).toEqual(['reported'])
  })

  test('is left out when its citizen says so', async () => {
    const { reference, path } = await held()
    await amira.get(path)
    await amira.submit({ choice: 'leaveOut' })
    expect(card(amira).status).toMatch(/^Not told You decided/)
    await amira.get(path)
    expect(amira.page.url.pathname).toBe(`/reports/${reference}`)
    await worker.runOnce()
    expect(heard('dvla')).toEqual([])
  })
})

test('a report is taken home whole, and only by whom it is about', async () => {
  const reference = await told('dvla')
  await answers('dvla', { status: 'done', effective_date: '2026-12-01', message: { en: 'All done.' } })
  const file = await amira.get(`/reports/${reference}/download.json`)
  expect(file.headers.get('content-disposition')).toBe(`attachment; filename=report-${reference}.json`)
  expect(file.headers.get('cache-control')).toBe('no-store')
  expect(JSON.parse(file.body)).toMatchObject({
    ...{ reference, event: 'change-of-address', withdrawn: false },
    facts: { new_address: { postalCode: 'CF14 6HF' } },
    bodies: [{ body: 'dvla', status: 'done', effective_date: '2026-12-01', said: { message: { en: 'All done.' } } }],
  })
})
