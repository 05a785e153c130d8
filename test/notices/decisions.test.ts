import { describe, expect, test } from 'vitest'
import { afterSending } from '../../src/notices/after-sending.ts'
import { masked } from '../../src/notices/masked.ts'
import type { channels } from '../../src/notices/notice.ts'
import { isOptional, noticeKinds, optionalKinds } from '../../src/notices/notice.ts'
import { morningAfter } from '../../src/notices/waking-hours.ts'
import { writeNotice } from '../../src/notices/write-notice.ts'
import { HOUR, MINUTE, later } from '../../src/shared/clock.ts'
import { languages } from '../../src/shared/language.ts'
import { readingAge, sentencesIn } from '../support/reading-age.ts'

const NOW = new Date('2026-11-23T12:00:00Z')
const BASE_URL = 'https://tell-us-once.example'

const written = (kind: (typeof noticeKinds)[number], quiet = false, channel: (typeof channels)[number] = 'email') =>
  languages.map((language) => writeNotice({ kind, channel, quiet, languages: [language] }, BASE_URL))

describe('the words of a notice', () => {
  test.each(noticeKinds)('%s say nothing that only its reader may know', (kind) => {
    // What happened, to whom, and to which body: somebody at risk may share a mailbox.
    const secrets =
      /\b(death|died|dead|birth|baby|marri|divorce|separat|move|address|name|health|carer|income|HMRC|DVLA|DWP|NHS|marw|geni|priod|ysgar|cyfeiriad|enw|iechyd|gofal)/i
    for (const { subject, body } of [...written(kind), ...written(kind, false, 'text')]) {
      expect(`${subject} ${body.replaceAll(BASE_URL, '')}`).not.toMatch(secrets)
      expect(`${subject} ${body}`).not.toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}|\?|—/)
    }
  })

  test.each(noticeKinds)('%s lead to a page, or to the choice of emails, and nowhere else', (kind) => {
    const links = written(kind).flatMap(({ body }) => [...body.matchAll(/https?:\S+/g)].map(([link]) => link))
    const places = new Set(links.map((link) => link.replace(BASE_URL, '')))
    expect(places.has('/notifications')).toBe(isOptional(kind) || kind === 'access-digest')
    places.delete('/notifications')
    const pages = [
      '/reports',
      '/report',
      '/this-is-wrong',
      '/access',
      '/access/questions',
      '/access/coverage',
      '/rights',
    ]
    const ofAgency = ['/agency', '/agency/inbox', '/agency/proposals', '/agency/questions', '/agency/streams']
    const ofConsole = [
      ...ofAgency,
      '/agency/agreements',
      '/agency/requests/ask-once',
      '/agency/rights',
      '/agency/concerns',
      '/operator',
      '/operator/concerns',
      '/operator/requests',
      '/operator/proposals',
      '/operator/streams',
      '/contact',
    ]
    expect([...places].filter((place) => ![...pages, ...ofConsole].includes(place))).toEqual([])
  })

  test('where somebody may be at risk they are the same whatever it is about, and do not name the service', () => {
    const all = noticeKinds.flatMap((kind) => written(kind, true)).map(({ subject, body }) => `${subject}\n${body}`)
    expect(new Set(all).size).toBe(languages.length)
    for (const text of all) {
      expect(text).not.toContain('http')
      expect(text).not.toMatch(/tell us once|dweud wrthym unwaith|report|adroddiad|public bod|cyrff cyhoeddus/i)
    }
  })

  test('can be read at the age of 11', () => {
    const texts = noticeKinds.map((kind) =>
      writeNotice({ kind, channel: 'email', quiet: false, languages: ['en'] }, ''),
    )
    for (const { subject, body } of texts) {
      expect(readingAge(sentencesIn([subject, ...body.split('\n\n')])), subject).toBeLessThanOrEqual(11)
    }
  })

  test('a text fits into one or two messages, in the letters of the phone network or not', () => {
    const bodies = noticeKinds.flatMap((kind) => written(kind, false, 'text')).map(({ body }) => body)
    // Two messages of 153 characters, or of 67 where one letter is not in the network's own alphabet.
    for (const body of bodies) expect(body.length).toBeLessThanOrEqual(/^[\x20-\x7e]*$/.test(body) ? 306 : 134)
  })
})

test('a citizen may switch off everything but what the law says they must know', () => {
  expect(noticeKinds.filter((kind) => !optionalKinds.some((one) => one === kind))).toEqual([
    // How often it comes is chosen, and never is a choice.
    'access-digest',
    'reported-about-you',
    'case-opened',
    'outcome-overdue',
    'deliveries-given-up',
    'inbox-waits',
    'staff-invited',
    'join-requested',
    'join-declined',
    'agreement-proposed',
    'agreement-to-second',
    'agreement-decided',
    'agreement-escalated',
    'agreement-review-due',
    'agreement-lapsed',
    'share-asked',
    'deliveries-at-risk',
    'deliveries-at-risk-soon',
    'deliveries-at-risk-now',
    'stream-failing',
    'stream-stopped',
    'receiver-failing',
    'dead-letters',
    'access-log-gap',
    'question-asked',
    'question-urgent',
    'question-due',
    'question-overdue',
    'rights-asked',
    'rights-due',
    'rights-overdue',
    'mediation-opened',
    'mediation-to-speak',
    'mediation-decided',
    'improvement-answered',
    'improvement-due',
    'improvement-overdue',
  ])
})

describe('after an attempt', () => {
  const busy = { kind: 'later', code: 'rate-limit' } as const

  test.each([
    [1, MINUTE],
    [2, 5 * MINUTE],
    [3, 15 * MINUTE],
    [4, HOUR],
    [5, 3 * HOUR],
    [6, 6 * HOUR],
    [16, 6 * HOUR],
  ])('number %i that failed, the next comes later and later', (attempts, wait) => {
    expect(afterSending({ attempts }, busy, NOW)).toMatchObject({ state: 'queued', dueAt: later(NOW, wait) })
  })

  test('the seventeenth, three days on, is the last', () => {
    expect(afterSending({ attempts: 17 }, busy, NOW)).toEqual({ state: 'failed', failure: 'rate-limit' })
  })

  test('a limit for the day, and settings that people must mend, wait an hour at least', () => {
    const dueAt = later(NOW, HOUR)
    expect(afterSending({ attempts: 1 }, { kind: 'later', code: 'daily-limit' }, NOW)).toMatchObject({ dueAt })
    expect(afterSending({ attempts: 1 }, { kind: 'misconfigured', code: 'key' }, NOW)).toMatchObject({ dueAt })
  })
})

test.each([
  ['winter noon', '2026-11-23T12:00:00Z', undefined],
  ['winter, before eight', '2026-11-23T07:59:00Z', '2026-11-23T08:00:00Z'],
  ['winter, eight', '2026-11-23T08:00:00Z', undefined],
  ['winter, after eight at night', '2026-11-23T20:00:00Z', '2026-11-24T08:00:00Z'],
  ['summer, eight in London', '2026-07-01T07:00:00Z', undefined],
  ['summer, after eight at night in London', '2026-07-01T19:00:00Z', '2026-07-02T07:00:00Z'],
  ['the night in which the clocks go forward', '2027-03-27T22:30:00Z', '2027-03-28T07:00:00Z'],
  ['the night in which they go back', '2026-10-24T22:30:00Z', '2026-10-25T08:00:00Z'],
])('a text in %s waits for the morning or does not', (_when, now, morning) => {
  expect(morningAfter(new Date(now))?.toISOString()).toBe(morning && new Date(morning).toISOString())
})

test.each([
  ['amira.hassan@example.org', 'a…@example.org'],
  ['07700 900102', '…102'],
])('an address is masked in the outbox', (address, shown) => {
  expect(masked(address)).toBe(shown)
})
