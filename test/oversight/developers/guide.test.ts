import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examplesOf, guidePages, guidePath } from '../../../src/oversight/developers/guide.ts'
import { examples } from '../../../src/oversight/developers/examples.ts'
import { startHouse, type House } from '../../support/house.ts'
import { projectFolder } from '../../support/source-files.ts'
import { fetchPatiently } from './api-document.ts'

const EXAMPLES = join(projectFolder, 'src/oversight/developers/examples')

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

describe('the guide for developers', () => {
  test('is found from the start page, and read from page to page', async () => {
    const reader = house.browser()
    await reader.get('/')
    const index = await reader.follow('For developers of public bodies')
    expect(index.heading).toBe('Guide for developers')
    let page = await reader.follow('How to join')
    const seen = [page.url.pathname]
    while (page.$('.govuk-pagination__next').length > 0) {
      page = await reader.get(page.$('.govuk-pagination__next a').attr('href') ?? '')
      seen.push(page.url.pathname)
    }
    expect(seen).toEqual(guidePages.map(guidePath))
  })

  test('shows each example just as it is run', async () => {
    const shown = await Promise.all(
      guidePages.map(async (page) => (await house.browser().get(guidePath(page))).$('pre').toArray().length),
    )
    const named = Object.values(examplesOf).flatMap((sections) => Object.values(sections).flat())
    expect(shown.reduce((sum, one) => sum + one)).toBe(named.length)
    expect([...new Set(named)].sort()).toEqual([...examples.keys()].sort())
    const { $ } = await house.browser().get('/developers/checking')
    expect($('pre').first().text()).toBe(readFileSync(join(EXAMPLES, 'check-token.mjs'), 'utf8').trimEnd())
  })

  test('is there in Welsh, with what is code marked as no Welsh', async () => {
    const page = await house.browser().get('/developers/tokens?lang=cy')
    expect(page.heading).toBe('Cael tocyn')
    expect(page.$('pre:not([lang="en"])').length).toBe(0)
  })

  test('leads nowhere that is not there', async () => {
    const pages = ['/developers', ...guidePages.map(guidePath)]
    const links = await Promise.all(
      pages.map(async (path) => {
        const { $ } = await house.browser().get(path)
        return $('main a')
          .map((_index, link) => $(link).attr('href'))
          .get()
      }),
    )
    for (const link of new Set(links.flat())) {
      const { status } = await fetchPatiently(house.baseUrl + link, { redirect: 'manual' })
      expect([200, 303], `${link} answers ${status}`).toContain(status)
    }
  })

  test.each(['/developers/unknown', '/developers/constructor', '/developers/tokens/more'])(
    'has no page %s',
    async (path) => {
      expect((await house.browser().get(path)).status).toBe(404)
    },
  )
})
