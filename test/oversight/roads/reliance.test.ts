import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { latestVersions, setState } from '../../../src/agreements/agreement-store.ts'
import { decisionsOf, recordDecision } from '../../../src/agreements/decisions/decision-store.ts'
import { enactProposals } from '../../../src/agreements/proposals/enact-proposals.ts'
import { adopt } from '../../../src/agreements/roads/reliance-store.ts'
import { changeOfAddress } from '../../../src/catalogue/change-of-address/event.ts'
import { immediatePace } from '../../../src/demo/agencies/pace.ts'
import { inContext } from '../../../src/shared/database.ts'
import type { Client } from '../../support/client.ts'
import { reportMove } from '../../support/move.ts'
import { startTown, type Town } from '../../support/town.ts'

const CAMBRIDGE = 'cambridge-city-council'
const LEEDS = 'leeds-city-council'

let town: Town
let leeds: Client
beforeAll(async () => {
  town = await startTown(immediatePace, { events: [changeOfAddress], amend: withoutOfLeeds })
  leeds = await town.house.staff('council-officer')
  await staffOf('sam.barker@council.example.com').update({ agency_id: LEEDS, role: 'admin' })
})
afterAll(() => town.close())

/** Leeds has its system and people, and no agreement: whatever it is told under, that stream takes. */
function withoutOfLeeds(file: Town['agencies']['file']) {
  const agencies = file.agencies.map((body) => {
    const [residents] = body.streams
    return body.id === LEEDS && residents
      ? { ...body, agreements: [], activities: [], streams: [{ ...residents, agreements: undefined }] }
      : body
  })
  return { ...file, agencies }
}

const staffOf = (email: string) => town.house.database.owner('staff_members').where({ email })
const enact = () => enactProposals(town.house.database.worker, town.house.clock())
const agreement = async (id: string) => (await latestVersions(town.house.database.web, [id]))[0]
const acts = async (id: string) => (await decisionsOf(town.house.database.web, id)).map(({ act }) => act)

test('a second council relies on the first one’s agreement on one page, and is told of the next event', async () => {
  await leeds.get('/agency/agreements')
  await leeds.follow('Rely on a decision that another body has')
  await leeds.follow(/^Cambridge City Council/)
  expect(leeds.page.text).toContain('Charge the right Council Tax')
  expect((await leeds.submit({ minutes: '0' })).errors).toHaveLength(2)
  const done = await leeds.submit({ confirm: 'yes', minutes: '4' })
  expect(done.text).toContain('You rely on the agreement')
  await enact()
  const [theirs, ours] = [await agreement(`${CAMBRIDGE}-address`), await agreement(`${LEEDS}-address`)]
  expect(ours).toMatchObject({ state: 'live', reliesOn: `${CAMBRIDGE}-address`, events: theirs?.events })
  expect(ours).toMatchObject({ power: theirs?.power, purpose: theirs?.purpose, matching: theirs?.matching })
  expect(await acts(`${LEEDS}-address`)).toContain('relied')
  const amira = await town.house.signIn('amira')
  await reportMove(amira)
  const told = () => town.agencies.received.filter(({ agency }) => agency === LEEDS)
  await vi.waitFor(() => expect(told()).toHaveLength(1), { timeout: 15_000, interval: 100 })
})

test('what is relied on is not offered again, and is relied on once', async () => {
  await leeds.get('/agency/agreements/rely')
  expect(leeds.page.text).not.toContain('Cambridge City Council')
  expect((await leeds.get(`/agency/agreements/rely/${CAMBRIDGE}-address`)).status).toBe(404)
})

test('a finding and an end travel down the chain at once', async () => {
  const dvla = await town.house.staff('dvla-admin')
  await dvla.get(`/agency/agreements/rely/${LEEDS}-address`)
  await dvla.submit({ confirm: 'yes', minutes: '3' })
  await enact()
  const chain = [`${LEEDS}-address`, `dvla-address`]
  expect(await agreement(chain[1] ?? '')).toMatchObject({ state: 'live', reliesOn: chain[0] })
  const { worker } = town.house.database
  const finding = { act: 'finding', role: 'regulator', words: { en: 'Send less', cy: 'Anfonwch lai' } } as const
  await recordDecision(worker, { agreementId: `${CAMBRIDGE}-address`, ...finding }, town.house.clock())
  for (const id of chain) {
    const [latest] = await decisionsOf(worker, id)
    expect(latest).toMatchObject({ act: 'finding', role: 'regulator' })
    expect(latest?.words?.en).toBe(`About the agreement that it relies on, ${CAMBRIDGE}-address: Send less`)
  }
  await setState(worker, `${CAMBRIDGE}-address`, 'lapsed', town.house.clock())
  for (const id of chain) {
    expect(await agreement(id)).toMatchObject({ state: 'ended' })
    expect((await acts(id))[0]).toBe('ended')
  }
})

test('what ended before it was put in force is not put in force', async () => {
  const { worker } = town.house.database
  await setState(worker, `${CAMBRIDGE}-address`, 'live', town.house.clock())
  await leeds.get(`/agency/agreements/rely/${CAMBRIDGE}-address`)
  await leeds.submit({ confirm: 'yes', minutes: '4' })
  await setState(worker, `${CAMBRIDGE}-address`, 'ended', town.house.clock())
  await enact()
  expect(await agreement(`${LEEDS}-address`)).toMatchObject({ version: 1, state: 'ended' })
})

test('the web role relies for no other body, and puts in no terms of its own', async () => {
  const { web, worker, owner } = town.house.database
  await setState(worker, `${CAMBRIDGE}-address`, 'live', town.house.clock())
  const [by = ''] = await staffOf('sam.barker@council.example.com').pluck<string[]>('id')
  const wanted = { id: uuidv7(), reliedOn: `${CAMBRIDGE}-address`, by, minutes: 1 }
  for (const context of [{}, { agency: 'dvla' }, { operator: true }]) {
    const relied = inContext(web, context, (tx) => adopt(tx, wanted, new Date()))
    await expect(relied).rejects.toThrow('only an administrator of the body')
  }
  const row = { agency_id: LEEDS, agreement_id: 'x', terms: '{}', proposed_by: by, proposed_at: new Date() }
  const added = inContext(web, { agency: LEEDS }, (tx) =>
    tx('grant_proposals').insert({ ...row, id: uuidv7(), road: 'reliance' }),
  )
  await expect(added).rejects.toThrow('row-level security')
  const widened = inContext(web, { agency: LEEDS }, (tx) =>
    tx('agreements').where({ agency_id: LEEDS }).update({ relies_on: null }),
  )
  await expect(widened).rejects.toThrow('permission denied')
  await owner('agencies').where({ id: LEEDS }).update({ illustration: false })
  const real = inContext(web, { agency: LEEDS }, (tx) => adopt(tx, wanted, new Date()))
  expect(await real, 'a real body takes over nothing that is an illustration').toBeUndefined()
})
