import { expect, test } from 'vitest'
import { mayBeSent, type Way } from '../../src/deliveries/may-be-sent.ts'
import type { Grant } from '../../src/subscriptions/grants-store.ts'

type Standing = Partial<Pick<Grant['subscription'], 'method' | 'status' | 'provedAt'>> & { agencyActive?: boolean }

test.each<[string, Way, Standing, 'send' | 'hold' | 'refuse']>([
  ['pushed to an endpoint that proved itself', 'push', {}, 'send'],
  ['pushed to one that did not', 'push', { provedAt: null }, 'hold'],
  ['pushed, while it is paused', 'push', { status: 'paused' }, 'hold'],
  ['pushed, while its body is suspended', 'push', { agencyActive: false }, 'hold'],
  ['pushed, once it is disabled', 'push', { status: 'disabled' }, 'refuse'],
  ['pushed, while it polls', 'push', { method: 'poll' }, 'hold'],
  ['polled for, while it is pushed to', 'poll', {}, 'hold'],
  ['opened by staff, while it polls', 'inbox', { method: 'poll' }, 'hold'],
  ['read again, while it is paused', 'feed', { status: 'paused', provedAt: null }, 'send'],
  ['read again, while its body is suspended', 'feed', { agencyActive: false }, 'hold'],
  ['read again, once it is disabled', 'feed', { status: 'disabled' }, 'refuse'],
])('a stream is %s', (_what, way, { agencyActive = true, ...standing }, verdict) => {
  const subscription = { method: 'push', status: 'enabled', provedAt: new Date(0), ...standing }
  expect(mayBeSent({ agencyActive, subscription } as Grant, way)).toBe(verdict)
  expect(mayBeSent(undefined, way)).toBe('refuse')
})
