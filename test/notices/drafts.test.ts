import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { warnOfEndingDrafts } from '../../src/reports/drafts/warn-of-drafts.ts'
import { DAY, HOUR, later } from '../../src/shared/clock.ts'
import { signedIn, type Citizen } from '../support/access-log.ts'
import type { Client } from '../support/client.ts'
import { startHouse, type House } from '../support/house.ts'

let house: House
let amira: Citizen & { browser: Client }
beforeAll(async () => {
  house = await startHouse()
  amira = await signedIn(house, 'amira')
})
beforeEach(async () => {
  await house.database.owner('notices').delete()
  await house.database.owner('drafts').delete()
  await amira.browser.get('/report/change-of-address')
  await answerWhen('1')
})
afterAll(() => house.close())

async function answerWhen(day: string): Promise<void> {
  await amira.browser.get('/report/change-of-address/when')
  await amira.browser.submit({ 'when-day': day, 'when-month': '12', 'when-year': '2019' })
}

const warn = (at: Date) => warnOfEndingDrafts(house.database.worker, at)
const warnings = () => house.database.owner<{ kind: string; quiet: boolean }>('notices').where({ kind: 'draft-ending' })
const ends = async () => {
  const draft = await house.database.owner<{ expires_at: Date }>('drafts').first()
  return draft?.expires_at ?? new Date(0)
}

test('whoever has a draft that ends within three days is warned, once', async () => {
  const end = await ends()
  await warn(later(end, -3 * DAY - HOUR))
  expect(await warnings()).toEqual([])
  await warn(later(end, -3 * DAY + HOUR))
  await warn(later(end, -2 * DAY))
  expect(await warnings()).toEqual([expect.objectContaining({ account_id: amira.accountId, channel: 'email' })])
})

test('a draft that has ended is not worth a warning', async () => {
  await warn(later(await ends(), HOUR))
  expect(await warnings()).toEqual([])
})

test('whoever goes on with the draft is warned again when the 28 days that begin again end', async () => {
  await warn(later(await ends(), -DAY))
  await answerWhen('2')
  const end = await ends()
  await warn(later(end, -4 * DAY))
  expect(await warnings()).toHaveLength(1)
  await warn(later(end, -DAY))
  expect(await warnings()).toHaveLength(2)
})

test('two workers at once warn once, and nothing is marked that was not queued', async () => {
  const at = later(await ends(), -DAY)
  await Promise.all([warn(at), warn(at), warn(at)])
  expect(await warnings()).toHaveLength(1)
})

test('the warning gives nothing away, unless it is known that nobody is at risk', async () => {
  const at = later(await ends(), -DAY)
  const quiet = async (safety: boolean | null) => {
    await house.database.owner('notices').delete()
    await house.database.owner('drafts').update({ safety, warned_at: null })
    await warn(at)
    return (await warnings()).map((notice) => notice.quiet)
  }
  expect(await quiet(null)).toEqual([true])
  expect(await quiet(true)).toEqual([true])
  expect(await quiet(false)).toEqual([false])
})
