import { afterAll, beforeAll, expect, test } from 'vitest'
import { lifeEvents } from '../../src/catalogue/catalogue.ts'
import { changeOfAddress } from '../../src/catalogue/change-of-address/event.ts'
import type { Consequence, LifeEvent } from '../../src/catalogue/life-event.ts'
import { DAY, HOUR, later } from '../../src/shared/clock.ts'
import { addDays, ukToday } from '../../src/shared/dates.ts'
import type { Client } from '../support/client.ts'
import { answerMove } from '../support/move.ts'
import { startTown, type Town } from '../support/town.ts'

const BASE = '/report/change-of-address'
const PREVIEW = `${BASE}/who-will-be-told`
/** A letter with a new address cannot be called back. */
const FOR_GOOD = 'dwp-address'

const carMayNotBeDriven: Consequence = {
  name: 'car',
  field: 'driver_number',
  when: () => true,
  words: {
    en: { title: 'Phone your insurer first', paragraphs: ['You may not drive once your licence is being changed.'] },
    cy: {
      title: 'Ffoniwch eich yswiriwr yn gyntaf',
      paragraphs: ['Ni chewch yrru unwaith y bydd eich trwydded yn cael ei newid.'],
    },
  },
}

/** A move that tells of what it brings with it, and waits where a body cannot undo what it does. */
const heavyMove: LifeEvent = {
  ...changeOfAddress,
  coolingOff: true,
  consequences: [carMayNotBeDriven, { ...carMayNotBeDriven, name: 'never', when: () => false }],
  handOffs: () => [
    {
      words: { en: { text: 'apply for a new passport' }, cy: { text: 'gwneud cais am basbort newydd' } },
      href: 'https://www.gov.uk/apply-renew-passport',
    },
  ],
}

let town: Town
beforeAll(async () => {
  town = await startTown(undefined, {
    events: lifeEvents.map((event) => (event.type === heavyMove.type ? heavyMove : event)),
    amend: ({ agencies }) => ({
      agencies: agencies.map((agency) => ({
        ...agency,
        contact: { ...agency.contact, phone: '0300 200 3300', in_person: { en: 'At any office' } },
        agreements: agency.agreements.map((one) => ({ ...one, irreversible: one.id === FOR_GOOD })),
      })),
    }),
  })
})
afterAll(() => town.close())

/** How often citizens were told that something waits before it is told. */
const saidToWait = async () => {
  const kinds = await town.house.database.owner('notices').pluck<string[]>('kind')
  return kinds.filter((kind) => kind === 'cooling-off-begun').length
}

async function send(client: Client): Promise<void> {
  await client.get(PREVIEW)
  const choices = client.page.$('main form input[type="radio"]').toArray()
  await client.submit(Object.fromEntries(choices.map(({ attribs }) => [attribs['name'] ?? '', 'yes'])))
  expect(client.page.heading, client.page.errors.join()).toBe('Report sent')
}

test('what somebody at risk left out for one body never leaves the house for it, and is not in the access record', async () => {
  const amira = await town.house.signIn('amira')
  await answerMove(amira, { safety: { safety: 'yes' } })
  await amira.get(`${BASE}/redaction/hmrc-address`)
  await amira.submit({ fields: ['new_address', 'old_address'] })
  const before = town.agencies.received.length
  await send(amira)
  const received = () => town.agencies.received.slice(before)
  const about = (agency: string) => received().find((one) => one.agency === agency)?.token.event
  await expect.poll(() => about('hmrc'), { timeout: 10_000 }).toBeDefined()
  await expect.poll(() => about('nhs-england'), { timeout: 10_000 }).toHaveProperty('new_address')
  expect(about('hmrc')).toHaveProperty('names')
  expect(about('hmrc')).not.toHaveProperty('new_address')
  expect(about('hmrc')).not.toHaveProperty('old_address')
  const { rows } = await town.house.database.worker.raw<{ rows: { data_categories: string[] }[] }>(
    `select data_categories from access_records r join reports on reports.id = r.report_id
     where body_id = 'hmrc' and safety`,
  )
  expect(rows).toHaveLength(1)
  expect(rows[0]?.data_categories).not.toContain('address')
})

test('what cannot be undone waits out its time, also when it was held and is let go at once', async () => {
  const margaret = await town.house.signIn('margaret')
  await answerMove(margaret)
  await margaret.get(`${BASE}/when/${FOR_GOOD}`)
  await margaret.submit({ when: 'held' })
  const before = town.agencies.received.length
  const isTold = () => town.agencies.received.slice(before).some(({ agency }) => agency === 'dwp')
  const waited = await saidToWait()
  await send(margaret)
  expect(await saidToWait(), 'nothing waits but by her choice').toBe(waited)

  await margaret.follow('See how far each body has got')
  const reference = margaret.page.url.pathname.split('/').at(-1) ?? ''
  await expect
    .poll(() => margaret.get(margaret.page.url.pathname).then(({ text }) => text))
    .toContain('Change when it is told')
  await margaret.follow(/^Change when it is told/)
  expect(margaret.page.text).toMatch(/Tell it after .* What it does cannot be undone, so we wait until then\./)
  await margaret.submit({ choice: 'tell' })
  expect(margaret.page.text).toContain('We will tell this body when the waiting time is over.')
  await town.worker.runOnce()
  expect(isTold()).toBe(false)
  // The next story moves the clock beyond this.
  const waiting = await town.house.database
    .owner('deliveries as d')
    .join('reports as r', 'r.id', 'd.report_id')
    .where({ 'd.agreement_id': FOR_GOOD, 'd.state': 'due', 'r.reference': reference })
    .first<{ next_attempt_at: Date; submitted_at: Date }>('d.next_attempt_at', 'r.submitted_at')
  expect(waiting?.next_attempt_at).toEqual(later(waiting?.submitted_at ?? new Date(0), DAY))
})

test('one body is told on a day, one when the citizen says so, one after a day of waiting, and the others at once', async () => {
  const before = town.agencies.received.length
  const told = () => {
    const names = town.agencies.received.slice(before).map(({ agency, subscription }) => `${agency}/${subscription}`)
    return [...new Set(names)].sort()
  }
  const grace = await town.house.signIn('grace')
  await answerMove(grace)
  await grace.get(PREVIEW)
  const everybody = grace.page.$('[id^=agreement-]').length
  expect(grace.page.text).toMatch(/Who will be told Read this before you send ! Warning Phone your insurer first/)
  expect(grace.page.text).toContain(
    'Driver and Vehicle Licensing Agency (Keep the address on your driving licence right). When it will be told: As soon as you send this report.',
  )
  expect(grace.page.text).toMatch(/We wait 24 hours before we tell it, so that a mistake can be put right/)
  expect(grace.page.text).toContain('Other ways to tell HM Revenue and Customs')
  expect(grace.page.text).toContain('Phone: 0300 200 3300 In person: At any office')
  expect(grace.page.text).toContain('For this, telling us is not enough: apply for a new passport')

  await grace.press(
    'Change when Driver and Vehicle Licensing Agency is told (Keep the address on your driving licence right)',
  )
  const [year = '', month = '', day = ''] = addDays(ukToday(new Date()), 5).split('-')
  await grace.submit({ when: 'on' })
  await grace.submit({ 'date-day': day, 'date-month': month, 'date-year': year })
  await grace.get(`${BASE}/when/student-loans-company-address`)
  await grace.submit({ when: 'held' })
  const waited = await saidToWait()
  await send(grace)
  expect(grace.page.text).toContain('apply for a new passport')
  expect(await saidToWait()).toBe(waited + 1)

  await expect.poll(told, { timeout: 10_000 }).toHaveLength(everybody - 3)
  const first = told()
  expect(first).not.toContain('dwp/benefits')
  expect(first).not.toContain('dvla/driving-licence')
  town.house.clock.advance(DAY - HOUR)
  await town.worker.runOnce()
  expect(told()).toEqual(first)
  town.house.clock.advance(2 * HOUR)
  await expect.poll(told, { timeout: 10_000 }).toEqual([...first, 'dwp/benefits'].sort())
  town.house.clock.advance(5 * DAY)
  await expect.poll(told, { timeout: 10_000 }).toEqual([...first, 'dwp/benefits', 'dvla/driving-licence'].sort())
  town.house.clock.advance(200 * DAY)
  await town.worker.runOnce()
  expect(told()).not.toContain('student-loans-company/repayments')
})
