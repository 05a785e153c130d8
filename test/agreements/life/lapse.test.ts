import { afterAll, beforeAll, expect, test } from 'vitest'
import { decisionsOf } from '../../../src/agreements/decisions/decision-store.ts'
import { latestVersions } from '../../../src/agreements/agreement-store.ts'
import { enactProposals } from '../../../src/agreements/proposals/enact-proposals.ts'
import { mindReviews } from '../../../src/agreements/proposals/mind-reviews.ts'
import { DAY } from '../../../src/shared/clock.ts'
import { addDays, addYears, ukToday } from '../../../src/shared/dates.ts'
import { anAgreement } from '../../support/agency.ts'
import type { Client } from '../../support/client.ts'
import { startDelivering, type Delivering } from '../../support/delivering.ts'
import { startHouse, type House } from '../../support/house.ts'
import { reportMove } from '../../support/move.ts'
import { aRecipient } from '../../support/receiver.ts'

let house: House
let delivering: Delivering
let amira: Client
let officer: Client
let operator: Client
beforeAll(async () => {
  house = await startHouse()
  const { config, clock, database } = house
  delivering = await startDelivering(database, {
    ...{ vault: config.vault, clock, baseUrl: house.baseUrl, signingKeys: config.setSigningKeys },
  })
  const body = (id: string) => aRecipient(database, config.vault, id, delivering.receiver.url)
  await body('hmrc')
  await body('leeds')
  officer = await house.staff('dvla-officer')
  operator = await house.staff('operator-one')
  await anAgreement(database, {
    ...{ id: 'dvla-address', agencyId: 'dvla', startsOn: addYears(today(), -1), reviewOn: addDays(today(), 10) },
  })
  amira = await house.signIn('amira')
})
afterAll(async () => {
  await delivering.close()
  await house.close()
})

const today = () => ukToday(house.clock())
const reviewBy = (id: string, day: string) =>
  house.database.owner.raw(
    `alter table agreement_versions disable trigger user; update agreement_versions set review_on = '${day}' where agreement_id = '${id}'; alter table agreement_versions enable trigger user`,
  )
const mind = (days = 0) => mindReviews(house.database.worker, new Date(house.clock().getTime() + days * DAY))
const agreement = async (id: string) => (await latestVersions(house.database.web, [id]))[0]
const acts = async (id: string) => (await decisionsOf(house.database.web, id)).map(({ act, role }) => `${act} ${role}`)
const written = (kind: string) =>
  house.database.owner('notices').where({ kind }).pluck<string[]>('agency_id').orderBy('agency_id')

test('a body hears of a review in time, and an agreement that nobody reviewed lapses a month after its day', async () => {
  await reviewBy('leeds-address', addDays(today(), 31))
  await mind()
  expect(await written('agreement-review-due')).toEqual(['dvla'])
  await mind(1)
  await mind(2)
  expect(await written('agreement-review-due')).toEqual(['dvla', 'leeds'])
  await mind(10 + 30)
  expect(await agreement('dvla-address')).toMatchObject({ state: 'live' })
})

test('what has lapsed is told nothing from the next dispatch on, and the citizen reads why', async () => {
  const { owner } = house.database
  await owner('subscriptions').where({ agency_id: 'hmrc' }).update({ status: 'paused' })
  const reference = await reportMove(amira)
  await owner('agreements').where({ id: 'leeds-address' }).update({ state: 'ended' })
  await delivering.worker.runOnce()
  await owner('agreements').where({ id: 'leeds-address' }).update({ state: 'live' })
  await reviewBy('hmrc-address', addDays(today(), -31))
  await reviewBy('leeds-address', addDays(today(), -31))
  await mind()
  expect([await agreement('hmrc-address'), await agreement('leeds-address')]).toMatchObject([
    { state: 'lapsed' },
    { state: 'lapsed' },
  ])
  expect(await acts('hmrc-address')).toEqual(['lapsed service'])
  expect(await written('agreement-lapsed')).toEqual(['hmrc', 'leeds'])
  await owner('subscriptions').where({ agency_id: 'hmrc' }).update({ status: 'enabled' })
  await delivering.worker.runOnce()
  expect(delivering.receiver.arrivals).toEqual([])
  await amira.get(`/reports/${reference}`)
  expect(amira.page.text).toContain('we were no longer allowed to tell it. Its agreement was not reviewed in time.')
  expect(amira.page.text).toContain('Its agreement with us was not reviewed in time, so we did not tell it.')
})

test('a review says what came of an agreement, and somebody else confirms it', async () => {
  await officer.get('/agency/agreements')
  await officer.follow(/^Review it/)
  expect((await officer.submit()).errors).toHaveLength(4)
  const review = { benefit: 'Fewer letters come back', shown: 'yes', evidence: '', cost: 'Half a day', keep: 'renew' }
  await officer.submit(review)
  expect(officer.page.text).toContain('Fewer letters come back')
  const { pathname } = officer.page.url
  await operator.get(pathname.replace('/agency/', '/operator/'))
  await operator.submit({ decision: 'approve' })
  await enactProposals(house.database.worker, house.clock())
  expect(await agreement('dvla-address')).toMatchObject({
    ...{ version: 2, state: 'live', reviewOn: addYears(addYears(today(), -1), 2) },
  })
  expect(await acts('dvla-address')).toEqual(['renewed service', 'approved operator', 'reviewed body'])
})

test('a trial ends with its review, unless that shows benefit: then it goes on to its end', async () => {
  const { database } = house
  await anAgreement(database, {
    ...{ id: 'dvla-trial', agencyId: 'dvla', trial: 'prototype', startsOn: addDays(today(), -300) },
    ...{ reviewOn: addDays(today(), 5), endsOn: addDays(today(), 300), events: [{ type: 'work', fields: ['names'] }] },
  })
  await officer.get('/agency/agreements/dvla-trial/review')
  const review = { benefit: 'None', shown: 'no', evidence: '', cost: 'A day', keep: 'renew' }
  expect((await officer.submit(review)).errors).toEqual(['A trial without benefit cannot be renewed: choose to end it'])
  await mind(5)
  expect(await agreement('dvla-trial')).toMatchObject({ state: 'live' })
  await mind(6)
  expect(await agreement('dvla-trial')).toMatchObject({ state: 'lapsed' })
  await officer.submit({ ...review, benefit: 'Half as many letters', shown: 'yes' })
  await operator.get(officer.page.url.pathname.replace('/agency/', '/operator/'))
  await operator.submit({ decision: 'approve' })
  await enactProposals(house.database.worker, house.clock())
  expect(await agreement('dvla-trial')).toMatchObject({ state: 'live', reviewOn: addDays(today(), 300) })
})
