import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { useOfAgreement } from '../../src/access-log/use/agreement-use-store.ts'
import { agencyRoutes } from '../../src/agreements/agency-routes.ts'
import { cy } from '../../src/agreements/content/cy.ts'
import { en } from '../../src/agreements/content/en.ts'
import { publishedRoutes } from '../../src/agreements/published/routes.ts'
import { agreementRoutes } from '../../src/agreements/routes.ts'
import { lifeEvents } from '../../src/catalogue/catalogue.ts'
import { applyAgenciesFile } from '../../src/subscriptions/apply-agencies-file.ts'
import { parseKeyring } from '../../src/vault/keyring.ts'
import { agencyEntry, agreementEntry, fileOf } from '../support/agencies-file.ts'
import { NOW, startSite, type Site } from '../support/site.ts'

const key = () => parseKeyring(`test:${randomBytes(32).toString('base64')}`)
const vault = { dataKeys: key(), pseudonymKeys: key() }

let site: Site
beforeAll(async () => {
  site = await startSite({
    people: ({ web }) => {
      const parts = { db: web, clock: () => NOW }
      return [agencyRoutes(parts), publishedRoutes(parts), agreementRoutes({ ...parts, useOf: useOfAgreement })]
    },
  })
})
afterAll(() => site.close())

const apply = (at: string, ...agencies: Record<string, unknown>[]) =>
  applyAgenciesFile(site.database.worker, vault, fileOf(...agencies), {
    ...{ lifeEvents, allowLoopback: false },
    now: new Date(at),
  })

const read = async (path: string) => (await site.browser().get(path)).text

test('before anybody takes part the pages say so', async () => {
  expect(await read('/agencies')).toContain('No public bodies take part yet.')
  expect(await read('/agreements')).toContain('There are no agreements yet.')
})

describe('once bodies take part', () => {
  beforeAll(async () => {
    const licence = agreementEntry({
      id: 'dvla-driving-licence',
      purpose: { en: 'Keep the address on your driving licence right' },
      effect: { en: 'It will send you a new licence.', cy: 'Bydd yn anfon trwydded newydd atoch.' },
      power: 'https://www.legislation.gov.uk/ukpga/1988/52/section/99',
      ...{ matching: ['names', 'driver_number'], minimum_age: 15, usual_days: 21, review_on: '2027-11-30' },
    })
    const dvla = agencyEntry({
      id: 'dvla',
      name: { en: 'Driver and Vehicle Licensing Agency' },
      contact: {
        url: 'https://www.gov.uk/contact-the-dvla',
        textphone: '0300 123 1279',
        in_person: { en: 'At no office' },
      },
      illustration: true,
      agreements: [licence],
    })
    const library = agreementEntry({
      id: 'leeds-library',
      purpose: { en: 'Send library cards' },
      ends_on: '2026-11-21',
    })
    const consent = { legal_basis: '6(1)(a)', power: 'Public Libraries and Museums Act 1964, section 7' }
    const leeds = agencyEntry({
      routing: { areas: ['E08000035'] },
      agreements: [agreementEntry(), { ...library, ...consent }],
    })
    await apply('2026-10-01T09:00:00Z', dvla, leeds)
    await apply('2026-11-20T09:00:00Z', { ...dvla, agreements: [{ ...licence, usual_days: 14, irreversible: true }] })
  })

  test('anyone sees each body, and what it is told by its agreements in use', async () => {
    const browser = site.browser()
    const page = await browser.get('/agencies')
    expect(page.heading).toBe('Public bodies that take part')
    expect(page.$('#dvla').text()).toContain('People everywhere in the UK')
    expect(page.$('#leeds-city-council').text()).toContain('People in its own area')
    expect(page.text).toContain('they have not agreed to anything')
    expect(page.$('main .govuk-tag').text().trim()).toBe('Illustration')
    const dvla = await browser.follow('Driver and Vehicle Licensing Agency')
    expect(dvla.url.pathname).toBe('/agencies/dvla')
    expect(dvla.text).toContain('Driver and Vehicle Licensing Agency has not agreed to take part.')
    expect(dvla.text).toContain(
      'Keep the address on your driving licence right What is shared: Name, New address, Date of the move, Driver number',
    )
    expect(dvla.text).toContain('Contact it yourself Textphone: 0300 123 1279 In person: At no office Online: https')
    expect(await read('/agencies/leeds-city-council')).not.toContain('library cards')
    expect((await site.browser().get('/agencies/nobody')).status).toBe(404)
  })

  test('from the list they come to an agreement, with every term in plain words', async () => {
    const browser = site.browser()
    await browser.get('/agreements')
    const page = await browser.follow(/^Keep the address on your driving licence right/)
    expect(page.url.pathname).toBe('/agreements/dvla-driving-licence')
    expect(page.heading).toBe('Driver and Vehicle Licensing Agency: Keep the address on your driving licence right')
    for (const words of [
      'Driver and Vehicle Licensing Agency has not agreed to it.',
      'What it is told: Change of address Name New address Date of the move',
      'So that it can find you Driver number We send these only if we have them.',
      'It will send you a new licence.',
      'Can it be undone? No. Where a mistake would do great harm, we wait before we tell this body',
      'Up to 14 days',
      'No. If you report this change, this body is told.',
      'Only people aged 15 or over',
      'It is needed for a public task (Article 6(1)(e) of the UK GDPR)',
      'Agreed on 20 November 2026',
      'Will be looked at again by 30 November 2027',
      'State In use',
      'Version 2, agreed on 20 November 2026 (this one)',
    ]) {
      expect(page.text).toContain(words)
    }
    expect(page.$('a[href="https://www.legislation.gov.uk/ukpga/1988/52/section/99"]').length).toBe(1)
  })

  test('the version under which somebody was told stays readable when there is a newer one', async () => {
    const browser = site.browser()
    await browser.get('/agreements/dvla-driving-licence')
    const old = await browser.follow(/^Version 1, agreed on 1 October 2026/)
    expect(old.url.pathname).toBe('/agreements/dvla-driving-licence/versions/1')
    expect(old.text).toContain('Up to 21 days')
    expect(old.text).toContain('This is not the latest version of this agreement.')
    const latest = await browser.follow('See the latest version')
    expect(latest.text).toContain('Up to 14 days')
  })

  test('an agreement between a body and nobody else bears no notice, and one that is over says so', async () => {
    const page = await read('/agreements/leeds-library')
    expect(page).not.toContain('illustration')
    expect(page).toContain('Its last day has passed. Nothing is sent under it.')
    expect(page).toContain('Last day 21 November 2026')
    expect(page).toContain('Yes. You can choose not to tell this body.')
    expect(page).toContain('You agree to it (Article 6(1)(a) of the UK GDPR)')
    expect(page).toContain('Public Libraries and Museums Act 1964, section 7')
  })

  test('an agreement that has ended stays readable', async () => {
    await apply(
      '2026-11-21T09:00:00Z',
      agencyEntry({ id: 'hmrc', agreements: [agreementEntry({ id: 'hmrc-address' })] }),
    )
    await apply('2026-11-22T09:00:00Z', agencyEntry({ id: 'hmrc', agreements: [] }))
    expect(await read('/agreements/hmrc-address')).toContain('Ended. Nothing is sent under it.')
    expect(await read('/agencies/hmrc')).toContain('It is told nothing.')
  })

  test('in Welsh, with what a body said only in English marked as English', async () => {
    const page = await site.browser().get('/agreements/dvla-driving-licence?lang=cy')
    expect(page.$('html').attr('lang')).toBe('cy')
    expect(page.text).toContain('Bydd yn anfon trwydded newydd atoch.')
    expect(page.text).toContain('Hyd at 14 diwrnod')
    expect(page.$('main [lang="en"]').text()).toContain('Keep the address on your driving licence right')
    expect(await read('/agencies?lang=cy')).toContain('Cyrff cyhoeddus sy’n cymryd rhan')
    expect(await read('/agreements?lang=cy')).toContain('Newid cyfeiriad')
  })

  test.each([
    '/agreements/unknown',
    '/agreements/unknown/versions/1',
    '/agreements/dvla-driving-licence/versions/3',
    '/agreements/dvla-driving-licence/versions/0',
    '/agreements/dvla-driving-licence/versions/01',
    '/agreements/dvla-driving-licence/versions/one',
    '/agreements/dvla-driving-licence/versions',
    '/agreements/constructor',
  ])('%s is not there', async (path) => {
    expect((await site.browser().get(path)).status).toBe(404)
  })
})

test('every string is in Welsh', () => {
  const strings = (words: object): string[] =>
    Object.values(words).flatMap((value: unknown) =>
      typeof value === 'string' ? [value] : typeof value === 'object' && value ? strings(value) : [],
    )
  const english = new Set(strings(en))
  expect(strings(cy).filter((text) => english.has(text))).toEqual([])
})
