import { describe, expect, test } from 'vitest'
import { afterAttempt, retryPolicy, type Decision } from '../../src/deliveries/after-attempt.ts'
import type { AttemptResult } from '../../src/deliveries/delivery.ts'
import { DAY, HOUR, MINUTE, SECOND, later } from '../../src/shared/clock.ts'

const CREATED = new Date('2026-11-20T10:00:00Z')
const delivery = { id: '019aa000-0000-7000-8000-000080000000', attempts: 0, dueSince: CREATED }
const unreachable: AttemptResult = { kind: 'unreachable', code: 'ECONNREFUSED' }

/** Milliseconds from the attempt to the next one. */
function waitAfter(result: AttemptResult, { attempts = 0, now = CREATED } = {}): number {
  const decision = afterAttempt({ ...delivery, attempts }, result, now)
  if (decision.state !== 'due') throw new Error(`not due: ${decision.state}`)
  return decision.nextAttemptAt.getTime() - now.getTime()
}

const about = (wait: number) => ({ low: wait * 0.8, high: wait * 1.2 })

describe('after an attempt', () => {
  test.each([200, 202, 204])('that was accepted with %i it is acknowledged', (status) => {
    expect(afterAttempt(delivery, { kind: 'accepted', status }, CREATED)).toEqual({ state: 'acknowledged' })
  })

  test.each<[string, AttemptResult, number]>([
    ['nobody answered', unreachable, 5 * SECOND],
    ['it took too long', { kind: 'unreachable', code: 'TIMEOUT' }, 5 * SECOND],
    ['the server failed', { kind: 'failed', status: 500 }, 5 * SECOND],
    ['a gateway failed', { kind: 'failed', status: 502 }, 5 * SECOND],
    ['the server waited too long', { kind: 'failed', status: 408 }, 5 * SECOND],
    ['it is busy and says no more', { kind: 'busy', status: 503 }, 5 * SECOND],
    ['it is busy and talks nonsense', { kind: 'busy', status: 503, retryAfter: 'soon' }, 5 * SECOND],
    ['it refused the token', { kind: 'refused', status: 400, code: 'invalid_key' }, 3 * HOUR],
    ['it wants other credentials', { kind: 'failed', status: 401 }, 3 * HOUR],
    ['it knows no such place', { kind: 'failed', status: 404 }, 3 * HOUR],
    ['it points elsewhere', { kind: 'redirected', status: 302 }, 3 * HOUR],
    ['its address may not be called', { kind: 'unreachable', code: 'ERR_ADDRESS_REFUSED' }, 3 * HOUR],
    ['it could not be made ready', { kind: 'unready', code: 'UNREADABLE' }, 3 * HOUR],
    ['it is gone', { kind: 'gone', status: 410 }, 3 * HOUR],
  ])('because %s it is tried again after about the right time', (_why, result, wait) => {
    const { low, high } = about(wait)
    expect(waitAfter(result)).toBeGreaterThanOrEqual(low)
    expect(waitAfter(result)).toBeLessThanOrEqual(high)
  })

  test.each<[string, string, number]>([
    ['seconds', '120', 2 * MINUTE],
    ['a date', 'Fri, 20 Nov 2026 10:30:00 GMT', 30 * MINUTE],
    ['a day and more, of which a day is honoured', '1000000', DAY],
    ['no time at all, which is not taken at its word', '0', 5 * SECOND],
    ['a date in the past', 'Thu, 19 Nov 2026 10:30:00 GMT', 5 * SECOND],
  ])('that asks us to wait, by %s, it waits', (_form, retryAfter, wait) => {
    expect(waitAfter({ kind: 'busy', status: 429, retryAfter })).toBe(wait)
    expect(waitAfter({ kind: 'busy', status: 503, retryAfter })).toBe(wait)
  })

  test('it waits longer each time, three hours at most', () => {
    const waits = retryPolicy.delays.map((_, attempts) => waitAfter(unreachable, { attempts }))
    expect(waits).toEqual(waits.toSorted((one, other) => one - other))
    expect(waitAfter(unreachable, { attempts: 40 })).toBeLessThanOrEqual(3.6 * HOUR)
  })

  test('the same in gives the same out, and two deliveries are not tried at one moment', () => {
    expect(waitAfter(unreachable)).toBe(waitAfter(unreachable))
    const other = afterAttempt({ ...delivery, id: delivery.id.replace(/.{8}$/, 'f0000000') }, unreachable, CREATED)
    expect(other).not.toEqual(afterAttempt(delivery, unreachable, CREATED))
  })

  test('only a receiver that says it is gone has its subscription paused', () => {
    expect(afterAttempt(delivery, { kind: 'gone', status: 410 }, CREATED)).toMatchObject({ pauseSubscription: true })
    expect(afterAttempt(delivery, { kind: 'failed', status: 404 }, CREATED)).toMatchObject({ pauseSubscription: false })
  })

  test('it keeps in words of ours why it failed', () => {
    const failure = (result: AttemptResult) => (afterAttempt(delivery, result, CREATED) as { failure: string }).failure
    expect(failure({ kind: 'refused', status: 400, code: 'invalid_issuer' })).toBe('refused invalid_issuer')
    expect(failure({ kind: 'busy', status: 429, retryAfter: 'a text of theirs' })).toBe('busy 429')
  })
})

describe('over seven days', () => {
  const deadline = later(CREATED, 7 * DAY)

  /** Every attempt from creation to the end, when all of them fail the same way. */
  function attemptsOf(result: AttemptResult, id = delivery.id): { times: Date[]; end: Decision } {
    const times: Date[] = []
    let now = CREATED
    for (let attempts = 0; ; attempts += 1) {
      times.push(now)
      const decision = afterAttempt({ ...delivery, id, attempts }, result, now)
      if (decision.state !== 'due') return { times, end: decision }
      expect(decision.nextAttemptAt > now).toBe(true)
      now = decision.nextAttemptAt
    }
  }

  test('the last attempt is made when they are over, and then it is given up', () => {
    const { times, end } = attemptsOf(unreachable)
    expect(times.at(-1)).toEqual(deadline)
    expect(end).toEqual({ state: 'given-up', failure: 'unreachable ECONNREFUSED' })
  })

  test('a body that asks for time beyond them gets that attempt, and it is the last', () => {
    const now = later(deadline, -HOUR)
    const busy: AttemptResult = { kind: 'busy', status: 503, retryAfter: String(5 * 3600) }
    const decision = afterAttempt({ ...delivery, attempts: 50 }, busy, now)
    expect(decision).toMatchObject({ state: 'due', nextAttemptAt: later(now, 5 * HOUR) })
    expect(afterAttempt({ ...delivery, attempts: 51 }, busy, later(now, 5 * HOUR)).state).toBe('given-up')
  })

  test('a late acceptance is still one', () => {
    const late = later(deadline, DAY)
    expect(afterAttempt(delivery, { kind: 'accepted', status: 202 }, late)).toEqual({ state: 'acknowledged' })
  })
})
