import { afterAll, beforeAll, expect, test } from 'vitest'
import { boat } from '../fixtures/boat/event.ts'
import { lifeEvents } from '../../src/catalogue/catalogue.ts'
import { startHouse, type House } from '../support/house.ts'
import { applyBoatBodies } from './boat.ts'
import { at, BASE, referenceOn, walk, when } from './walk.ts'
import { BOAT, inTasks } from './boat.ts'

// Anybody who signed in may report a boat here; a move only who proved who they are.
const events = [...lifeEvents, { ...boat, reporters: 'signed-in' as const }]

let house: House
beforeAll(async () => {
  house = await startHouse({}, { events })
  await applyBoatBodies(house, events)
})
afterAll(() => house.close())

const whereTo = async (path: string, cookie: string) => {
  const response = await fetch(`${house.baseUrl}${path}`, { redirect: 'manual', headers: { cookie } })
  return [response.status, response.headers.get('location')]
}

test('who has not proved who they are reports what says so, and nothing else', async () => {
  const tomasz = await house.signIn('tomasz')
  expect(tomasz.page.status).toBe(403)
  const cookie = `session=${tomasz.cookie('session') ?? ''}`
  for (const path of [BASE, `${BASE}/when`, '/report', '/reports', '/access', '/reports/7K3M-9QXD-24TV']) {
    expect(await whereTo(path, cookie), path).toEqual([303, '/sign-in'])
  }
  await tomasz.get(BOAT)
  expect(at(tomasz)).toBe('tasks')
  await tomasz.get(`${BOAT}/has-name`)
  await walk(tomasz, inTasks.boat)

  await tomasz.get('/report')
  expect(tomasz.page.text, 'now that there is something to come back to').toContain('A new boat: Aurora')
  expect(tomasz.page.text, 'only what they can report').not.toContain('You have moved')
  expect((await whereTo(BASE, cookie))[0]).toBe(303)

  for (const [name, steps] of Object.entries(inTasks).filter(([name]) => ['people', 'more'].includes(name))) {
    await tomasz.get(`${BOAT}/${steps[0]?.[0] ?? name}`)
    await walk(tomasz, steps)
  }
  await tomasz.get(`${BOAT}/home-kind`)
  await walk(tomasz, [
    ['home-kind', { 'home-kind': 'uk' }],
    ['home-postcode', { 'home-postcode': 'LS6 3AA' }],
    ['home-address', { 'home-address': '72000000304' }],
  ])
  await tomasz.get(`${BOAT}/check-answers`)
  expect(at(tomasz)).toBe('check-answers')
  expect(tomasz.page.text, 'nothing is known of them but how to reach them').not.toContain('Date of birth')
  await tomasz.follow('Continue')
  await tomasz.submit()
  const reference = referenceOn(tomasz)
  expect(tomasz.page.heading).toBe('Report sent')
  await tomasz.get('/reports')
  expect(tomasz.page.text).toContain(reference)
  await tomasz.get(`/reports/${reference}`)
  expect(tomasz.page.heading).toMatch(/^A new boat/)

  const amira = await house.signIn('amira')
  await amira.get(`/reports/${reference}/confirmation`)
  expect(amira.page.status, 'another person’s').toBe(404)
})

test('what somebody said once they had proved who they are is not shown when they have not', async () => {
  const amira = await house.signIn('amira')
  await amira.get(`${BASE}/when`)
  await amira.submit(when()[1])
  await house.database.owner.raw(`update sessions set sess = (sess::jsonb || '{"proved": false}')::json`)
  const cookie = `session=${amira.cookie('session') ?? ''}`
  expect(await whereTo('/report', cookie)).toEqual([303, '/sign-in'])
  await amira.get(`${BOAT}/has-name`)
  await walk(amira, inTasks.boat)
  await amira.get('/report')
  expect(amira.page.text).toContain('A new boat: Aurora')
  expect(amira.page.text).not.toContain('Change of address')
  await amira.get(`${BOAT}/held-home`)
  expect(at(amira), 'nor are they asked to confirm an address that only the proof brought').toBe('tasks')
})
