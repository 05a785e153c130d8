import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startHouse, type House } from '../support/house.ts'
import { sendNotices } from '../support/notices.ts'
import { applyBodies } from './bodies.ts'
import { BASE, beginAfresh, fromVerified, noNumbers, notAtRisk, plainMove, toOtleyRoad, walk, when } from './walk.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
  await applyBodies(house)
})
beforeEach(() => house.database.owner('notices').delete())
afterAll(() => house.close())

const PREVIEW = `${BASE}/who-will-be-told`

const queued = () => house.database.owner('notices').orderBy('kind').select('kind', 'channel', 'quiet')
const safetyOfDraft = async () => {
  const drafts = await house.database.owner('drafts').orderBy('started_at', 'desc').pluck<(boolean | null)[]>('safety')
  return drafts[0]
}

test('who has sent a report gets one e-mail about it, however often they press the button', async () => {
  const amira = await house.signIn('amira')
  await beginAfresh(amira)
  await walk(amira, plainMove)
  await amira.follow('Continue')
  const { $ } = amira.page
  const form = {
    ...{ draft: String($('[name=draft]').val()), seen: String($('[name=seen]').val()) },
    'choice-loans-address': 'yes',
  }
  await amira.post(PREVIEW, { ...form, seen: 'something else' })
  expect(await queued(), 'what was not sent is not announced').toEqual([])
  await amira.post(PREVIEW, form)
  await amira.post(PREVIEW, form)
  expect(await queued()).toEqual([{ kind: 'report-sent', channel: 'email', quiet: false }])
  const [message] = await sendNotices(house)
  expect(message?.subject).toBe('We have what you sent us')
  expect(message?.body).not.toMatch(/Amira|Revenue|Otley|address/)
})

test('who is at risk gets neutral words, and the warning about their draft is quiet from the moment they say so', async () => {
  const grace = await house.signIn('grace')
  await beginAfresh(grace)
  await walk(grace, [when()])
  expect(await safetyOfDraft(), 'not known yet').toBeNull()
  await walk(grace, [notAtRisk])
  expect(await safetyOfDraft()).toBe(false)
  await grace.get(`${BASE}/safety`)
  await walk(grace, [['safety', { safety: 'yes' }], ...toOtleyRoad, ...fromVerified, ...noNumbers])
  expect(await safetyOfDraft()).toBe(true)
  await grace.get(PREVIEW)
  await grace.submit({ 'choice-loans-address': 'no' })
  expect(await queued()).toEqual([{ kind: 'report-sent', channel: 'email', quiet: true }])
})
