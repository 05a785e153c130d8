import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registeredActivities } from '../../src/access-log/activities/activity-store.ts'
import { activityRegisterRoutes } from '../../src/access-log/activities/register-routes.ts'
import { activityRoutes } from '../../src/access-log/activities/routes.ts'
import { lifeEvents } from '../../src/catalogue/catalogue.ts'
import { readAgencies } from '../../src/subscriptions/agencies-file.ts'
import { applyAgenciesFile } from '../../src/subscriptions/apply-agencies-file.ts'
import { changeInWords } from '../../src/subscriptions/changes-in-words.ts'
import { testVault } from '../support/access-log.ts'
import { agencyEntry, fileOf } from '../support/agencies-file.ts'
import { startSite, type Site } from '../support/site.ts'

const BASE_URL = 'https://tell-us-once.example'
const HERE = '/activities/leeds-city-council/bills'

let site: Site
beforeAll(async () => {
  site = await startSite({
    people: ({ web }) => [activityRoutes({ db: web })],
    machines: ({ web }) => [activityRegisterRoutes({ db: web, baseUrl: BASE_URL })],
  })
  await apply('2026-10-01T09:00:00Z', anActivity())
  await apply('2026-11-20T09:00:00Z', anActivity({ data_categories: ['name', 'council-tax'] }))
})
afterAll(() => site.close())

type Entry = Record<string, unknown>

const anActivity = (remarkable: Entry = {}): Entry => ({
  id: 'bills',
  purpose: { en: 'Bill the right people', cy: 'Bilio’r bobl gywir' },
  legal_basis: 'Article 6(1)(e)',
  power: 'https://www.legislation.gov.uk/ukpga/1992/14/schedule/2',
  data_categories: ['name', 'address', 'council-tax'],
  ...remarkable,
})

const apply = async (at: string, ...activities: Entry[]) => {
  const options = { lifeEvents, allowLoopback: false, now: new Date(at) }
  const file = fileOf(agencyEntry({ activities }))
  const { changes } = await applyAgenciesFile(site.database.worker, testVault(), file, options)
  return changes.filter(({ kind }) => kind.startsWith('activity')).map(changeInWords)
}

const json = async (path: string) => (await fetch(site.origin + path)).json() as Promise<Entry>

describe('the register of what bodies use data for', () => {
  test('shows the latest version to anyone, and keeps every earlier one at its address', async () => {
    const page = await site.browser().get(HERE)
    expect(page.text).toContain('Leeds City Council: Bill the right people')
    expect(page.text).toContain('Name and Council Tax')
    expect(page.text).toContain('7 years')
    const first = await site.browser().get(`${HERE}/versions/1`)
    expect(first.text).toContain('Name, address and Council Tax')
    expect(first.text).toContain('This is not the latest version')
    expect((await site.browser().get('/activities')).text).toContain('Bill the right people')
  })

  test('is there as JSON, where an agreement’s version is an activity too', async () => {
    const { activities } = (await json('/activities.json')) as { activities: Entry[] }
    expect(activities.map(({ activity_id }) => activity_id)).toEqual([
      `${BASE_URL}${HERE}/versions/2`,
      // What this service does itself.
      `${BASE_URL}/activities/tell-us-once/cases/versions/1`,
      `${BASE_URL}/activities/tell-us-once/questions/versions/1`,
      `${BASE_URL}/agreements/leeds-address/versions/1`,
    ])
    expect(await json(`${HERE}/versions/1.json`)).toMatchObject({
      ...{ legal_basis: '6(1)(e)', confidentiality: 'open', retention_months: 84 },
      data_categories: ['name', 'address', 'council-tax'],
    })
  })

  test('gives records the words of the version that they name', async () => {
    const uris = [`${BASE_URL}${HERE}/versions/1`, `${BASE_URL}/agreements/leeds-address/versions/1`, `${BASE_URL}/no`]
    const found = await registeredActivities(site.database.web, uris)
    expect([...found.keys()]).toEqual(uris.slice(0, 2))
    expect(found.get(uris[0] ?? '')).toMatchObject({
      version: 1,
      latestVersion: 2,
      purpose: { cy: 'Bilio’r bobl gywir' },
    })
    expect(found.get(uris[1] ?? '')?.dataCategories).toEqual(['name', 'address', 'dates'])
  })

  test('changes nothing for a file that says the same, ends what the file leaves out, and takes it up again', async () => {
    const same = anActivity({ data_categories: ['council-tax', 'name'] })
    expect(await apply('2026-11-21T09:00:00Z', same)).toEqual([])
    expect(await apply('2026-11-21T09:00:00Z')).toEqual(['leeds-city-council: activity bills ended'])
    expect((await site.browser().get(HERE)).text).toContain('Not in use any more')
    expect(await apply('2026-11-21T09:00:00Z', same)).toEqual([
      'leeds-city-council: activity bills taken up again, version 2',
    ])
  })

  test('is only ever added to', async () => {
    const { owner } = site.database
    await expect(owner('activity_versions').update({ version: 9 })).rejects.toThrow('append-only')
    await expect(owner('activity_versions').delete()).rejects.toThrow('append-only')
  })
})

const sealed = {
  confidentiality: 'sealed',
  opens_after_days: 90,
  review_after_days: 30,
  seal_authority: { en: 'A judge' },
}

test.each<[mistake: string, place: string | undefined, changes: Entry]>([
  ['none', undefined, sealed],
  ['nobody seals it', 'seal_authority', { ...sealed, seal_authority: undefined }],
  ['it is looked at after it has opened', 'review_after_days', { ...sealed, review_after_days: 91 }],
  ['it never opens', 'opens_after_days', { confidentiality: 'delayed' }],
  ['it is open and opens later', 'opens_after_days', { opens_after_days: 3 }],
  ['a basis that no public body has', 'legal_basis', { legal_basis: '6(1)(f)' }],
  ['no such category', 'data_categories', { data_categories: ['shoe-size'] }],
  ['another body’s agreement', 'agreement', { agreement: 'dvla-address' }],
  ['a purpose that is no IRI', 'dpv_purpose', { dpv_purpose: 'fun' }],
])('a file is looked through for what does not fit together: %s', (_mistake, place, changes) => {
  const reading = readAgencies(fileOf(agencyEntry({ activities: [anActivity(changes)] })), {
    lifeEvents,
    allowLoopback: false,
  })
  const places = 'mistakes' in reading ? reading.mistakes.map(({ path }) => path[4]) : []
  expect(places).toEqual(place === undefined ? [] : [place])
})
