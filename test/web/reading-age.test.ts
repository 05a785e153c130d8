import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readingAge, sentencesIn } from '../support/reading-age.ts'
import { startSite, type Site } from '../support/site.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.close())

describe('the words of the public pages', () => {
  // The accessibility statement is not among them: the law words it.
  test.each(['/', '/cookies', '/privacy', '/contact', '/no-such-page'])(
    '%s can be read at the age of 11',
    async (path) => {
      const { $ } = await site.browser().get(path)
      const blocks = $('main').find('h1, h2, h3, p, li, td, th, caption, .govuk-inset-text').toArray()
      const age = readingAge(sentencesIn(blocks.map((block) => $(block).text().replace(/\s+/g, ' ').trim())))
      expect(age).toBeLessThanOrEqual(11)
    },
  )
})

describe('the measure', () => {
  test.each<[age: string, text: string, from: number, to: number]>([
    ['small for short words', 'The cat sat on the mat.', 0, 4.5],
    ['a child’s for plain words', 'We tell the council and the tax office. You can see what they did.', 4.5, 11],
    [
      'a scholar’s for long ones',
      'Applicants are obliged to furnish documentary substantiation of entitlement.',
      18,
      40,
    ],
  ])('is %s', (_age, text, from, to) => {
    const age = readingAge(sentencesIn([text]))
    expect(age).toBeGreaterThan(from)
    expect(age).toBeLessThan(to)
  })
})
