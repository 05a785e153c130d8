import { describe, expect, test } from 'vitest'
import { measuresFor, type StreamStanding } from '../../../src/deliveries/health/stream-trouble.ts'
import { DAY, HOUR, MINUTE, later } from '../../../src/shared/clock.ts'

const NOW = new Date('2026-11-24T10:00:00Z')
const ago = (time: number) => later(NOW, -time)
const sound: StreamStanding = { oldest: null, warned: null, failing: null, provedAt: ago(30 * DAY) }
const failing = { since: ago(25 * HOUR), attempts: 12, needsPeople: false, told: true }

const measures = (stream: Partial<StreamStanding>) =>
  measuresFor({ ...sound, ...stream }, NOW, 7 * DAY).map((one) =>
    one.kind === 'warn' ? `warn ${one.share}` : one.kind,
  )

describe('of what may be given up', () => {
  test.each<[string, Partial<StreamStanding>, string[]]>([
    ['nothing waits', {}, []],
    ['something waits for three days', { oldest: ago(3 * DAY) }, []],
    ['half of its time is over', { oldest: ago(3.5 * DAY) }, ['warn 50']],
    ['and it was warned of that', { oldest: ago(4 * DAY), warned: 50 }, []],
    ['most of it is over', { oldest: ago(4.9 * DAY), warned: 50 }, ['warn 70']],
    ['nearly all of it is over', { oldest: ago(6.3 * DAY), warned: 70 }, ['warn 90']],
    ['nobody looked for days: the last warning alone', { oldest: ago(6.9 * DAY) }, ['warn 90']],
    ['all of it is over', { oldest: ago(8 * DAY), warned: 90 }, []],
    ['what it was warned of is over', { oldest: null, warned: 70 }, ['forget-warnings']],
    ['what comes after that is new', { oldest: ago(DAY), warned: 90 }, ['forget-warnings']],
  ])('when %s', (_when, stream, taken) => {
    expect(measures(stream)).toEqual(taken)
  })
})

describe('of a receiver', () => {
  test.each<[string, Partial<StreamStanding>, string[]]>([
    ['fails for an hour', { failing: { ...failing, since: ago(HOUR), told: false } }, []],
    [
      'refuses for half an hour',
      { failing: { ...failing, since: ago(30 * MINUTE), needsPeople: true, told: false } },
      [],
    ],
    ['refuses for an hour', { failing: { ...failing, since: ago(HOUR), needsPeople: true, told: false } }, ['tell']],
    ['refuses, as people know', { failing: { ...failing, since: ago(HOUR), needsPeople: true } }, []],
    ['fails for a day', { failing: { ...failing, told: false } }, ['tell', 'distrust']],
    ['fails for a day, as people know', { failing }, ['distrust']],
    ['fails for a day in which little was tried', { failing: { ...failing, attempts: 3, told: false } }, []],
    ['has to prove itself already', { failing, provedAt: null }, []],
    ['proved itself an hour ago, and takes nothing still', { failing, provedAt: ago(HOUR) }, []],
  ])('that %s', (_which, stream, taken) => {
    expect(measures(stream)).toEqual(taken)
  })
})
