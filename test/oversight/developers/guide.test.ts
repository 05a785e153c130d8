import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examplesOf, guidePages, guidePath } from '../../../src/oversight/developers/guide.ts'
import { examples } from '../../../src/oversight/developers/examples.ts'
import type { Client, Page } from '../../support/client.ts'
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
    await read('/', reader)
    const index = await read(linkCalled(reader, 'For developers of public bodies'), reader)
    expect(index.heading).toBe('Guide for developers')
    let page = await read(linkCalled(reader, 'How to join'), reader)
    const seen = [page.url.pathname]
    while (page.$('.govuk-pagination__next').length > 0) {
      page = await read(page.$('.govuk-pagination__next a').attr('href') ?? '', reader)
      seen.push(page.url.pathname)
    }
    expect(seen).toEqual(guidePages.map(guidePath))
  })

  test('shows each example just as it is run', async () => {
    let shown = 0
    for (const page of guidePages) shown += (await read(guidePath(page))).$('pre').length
    const named = Object.values(examplesOf).flatMap((sections) => Object.values(sections).flat())
    expect(shown).toBe(named.length)
    expect([...new Set(named)].sort()).toEqual([...examples.keys()].sort())
    const { $ } = await read('/developers/checking')
    expect($('pre').first().text()).toBe(readFileSync(join(EXAMPLES, 'check-token.mjs'), 'utf8').trimEnd())
  })

  test('is there in Welsh, with what is code marked as no Welsh', async () => {
    const page = await read('/developers/tokens?lang=cy')
    expect(page.heading).toBe('Cael tocyn')
    expect(page.$('pre:not([lang="en"])').length).toBe(0)
  })

  test('leads nowhere that is not there', async () => {
    const links = new Set<string>()
    for (const path of ['/developers', ...guidePages.map(guidePath)]) {
      const { $ } = await read(path)
      for (const link of $('main a').toArray()) links.add($(link).attr('href') ?? '')
    }
    for (const link of links) {
      const { status } = await fetchPatiently(house.baseUrl + link, { redirect: 'manual' })
      expect([200, 303], `${link} answers ${status}`).toContain(status)
    }
  })

  test.each(['/developers/unknown', '/developers/constructor', '/developers/tokens/more'])(
    'has no page %s',
    async (path) => {
      expect((await read(path)).status).toBe(404)
    },
  )
})

/** A machine that does much else answers "unavailable" for a second now and then, as it should. */
async function read(path: string, reader = house.browser(), tries = 10): Promise<Page> {
  const page = await reader.get(path)
  if (page.status !== 503 || tries === 0) return page
  await pause(1000)
  return read(path, reader, tries - 1)
}

const linkCalled = ({ page: { $ } }: Client, text: string) =>
  $('main a')
    .filter((_index, link) => $(link).text() === text)
    .attr('href') ?? ''
