import { afterAll, beforeAll, expect, test } from 'vitest'
import { useOfAgreement } from '../../../src/access-log/use/agreement-use-store.ts'
import { tallyUse, type CountedRecord } from '../../../src/access-log/use/count-use.ts'
import { oneRoutes } from '../../../src/agreements/directory/one-routes.ts'
import { agreementRoutes } from '../../../src/agreements/routes.ts'
import { aCitizen, aDisclosure, disclose, testVault } from '../../support/access-log.ts'
import { anAgency, anAgreement } from '../../support/agency.ts'
import { aSequencer } from '../../support/sequencing.ts'
import { NOW, startSite, type Site } from '../../support/site.ts'

const record: CountedRecord = {
  ...{ chain: 'open', controller_id: 'dvla', access_type: 'consult', agreement_ref: 'dvla-address' },
  occurred_start: new Date('2026-11-22T10:00:00Z'),
  registered_at: new Date('2026-11-22T10:00:05Z'),
  ...{ drift: [], supersedes: null },
}
const counted = {
  agreementId: 'dvla-address',
  month: '2026-11-01',
  told: 0,
  used: 1,
  drift: 0,
  lastAt: record.occurred_start,
}

test.each<[string, Partial<CountedRecord>[], object[]]>([
  ['a use', [{}], [counted]],
  ['two of them', [{}, {}], [{ ...counted, used: 2 }]],
  ['one that goes beyond', [{ drift: ['ended'] }], [{ ...counted, drift: 1 }]],
  ['what we told', [{ controller_id: 'tell-us-once', access_type: 'disclose' }], [{ ...counted, told: 1, used: 0 }]],
  ['what we looked at ourselves', [{ controller_id: 'tell-us-once' }], []],
  ['a sealed one', [{ chain: 'sealed' }], []],
  ['a correction', [{ supersedes: 'an-earlier-one' }], []],
  ['one under no agreement', [{ agreement_ref: null }], []],
  [
    'an hour into the month in London',
    [{ occurred_start: new Date('2026-05-31T23:30:00Z') }],
    [{ ...counted, month: '2026-06-01', lastAt: new Date('2026-05-31T23:30:00Z') }],
  ],
  [
    'by a clock that is years ahead',
    [{ occurred_start: new Date('2031-01-01T00:00:00Z') }],
    [{ ...counted, lastAt: record.registered_at }],
  ],
  [
    'two agreements, in one order',
    [{ agreement_ref: 'z' }, { agreement_ref: 'a' }],
    [
      { ...counted, agreementId: 'a' },
      { ...counted, agreementId: 'z' },
    ],
  ],
])('counts %s', (_what, records, use) => {
  expect(tallyUse(records.map((one) => ({ ...record, ...one })))).toEqual(use)
})

let site: Site
beforeAll(async () => {
  site = await startSite({
    people: ({ web }) => [agreementRoutes({ db: web, clock: () => NOW, useOf: useOfAgreement })],
    machines: ({ web }) => [
      oneRoutes({ db: web, clock: () => NOW, baseUrl: 'https://tell-us-once.example', useOf: useOfAgreement }),
    ],
  })
  await anAgency(site.database, { id: 'dvla' })
  await anAgreement(site.database, { id: 'dvla-driving-licence', agencyId: 'dvla' })
})
afterAll(() => site.close())

test('what is told under an agreement shows on its page as soon as it has its place in the log, once', async () => {
  const { database } = site
  const read = async () => (await site.browser().get('/agreements/dvla-driving-licence')).text
  expect(await read()).toContain('It has not been used yet.')
  const { subject: subjectRef } = await aCitizen(database, testVault(), 'amira')
  await disclose(database, ...Array.from({ length: 6 }, () => aDisclosure({ subjectRef })))
  await aSequencer(database).runOnce()
  await aSequencer(database).runOnce()
  const page = await read()
  expect(page).toContain('Last used: November 2026')
  expect(page).toContain('November 2026 Times we told it something: 6 Uses that it reported: 0')
  expect(page).toContain('No use that we know of went beyond the agreement.')

  await disclose(database, aDisclosure({ subjectRef, registeredAt: new Date('2026-10-02T10:00:00Z') }))
  await aSequencer(database).runOnce()
  expect(await read(), 'nothing is said of so few').toContain('October 2026 Times we told it something: Fewer than 5')
  const answer = await fetch(`${site.origin}/agreements/dvla-driving-licence.json`)
  expect(await answer.json()).toMatchObject({
    id: 'dvla-driving-licence',
    versions: [{ version: 1, changed: [] }],
    decisions: [],
    use: {
      last_used_in: '2026-11-01',
      months: [
        { month: '2026-11-01', told: 6, used: 0, drift: 0 },
        { month: '2026-10-01', told: null, used: 0, drift: 0 },
      ],
    },
  })
})
