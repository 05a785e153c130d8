import { expect, onTestFinished, test } from 'vitest'
import { watchCoverage } from '../../../src/access-log/wholeness/watch-coverage.ts'
import { lifeEvents } from '../../../src/catalogue/catalogue.ts'
import { immediatePace } from '../../../src/demo/agencies/pace.ts'
import { HOUR, later } from '../../../src/shared/clock.ts'
import { formatDate, addDays, ukToday } from '../../../src/shared/dates.ts'
import { startTown } from '../../support/town.ts'

test('sample bodies count their days, and the citizen sees whose systems report and whose count is late', async () => {
  const events = lifeEvents.filter(({ type }) => type === 'health')
  const town = await startTown({ ...immediatePace, counts: 50 }, { events })
  onTestFinished(() => town.close())
  const { house } = town
  const counted = async () => house.database.owner('access_counts').orderBy('agency_id').pluck('agency_id')
  await expect.poll(counted, { timeout: 10_000 }).toEqual(['cardiff-council', 'dvla', 'dwp', 'leeds-city-council'])
  await watchCoverage(house.database.worker, house.clock())

  const page = await house.browser().get('/access/coverage')
  expect(page.text).toMatch(/Driver and Vehicle Licensing Agency.*Driver register.*Vehicle register/)
  const amira = await house.signIn('amira')
  // A body's day is over three hours after midnight.
  const missing = formatDate(addDays(ukToday(later(house.clock(), -3 * HOUR)), -3), 'en')
  const gap = new RegExp(
    `Cardiff Council has not told us how often it used data on \\w+ ${missing}\\. This list may be`,
  )
  expect((await amira.get('/access')).text).toMatch(gap)
  expect((await amira.get('/access')).text).not.toMatch(/Leeds City Council has not|Agency has not/)
})
