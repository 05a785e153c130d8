import { expect, test } from 'vitest'
import type { Stream } from '../../src/subscriptions/change.ts'
import { pairStreams } from '../../src/subscriptions/pair-streams.ts'

const stream = (position: number, endpointUrl: string | null, agreements: string[] | null = null): Stream => ({
  agencyId: 'dvla',
  position,
  method: endpointUrl === null ? 'poll' : 'push',
  endpointUrl,
  authorizationHeader: null,
  tokenUrl: null,
  events: null,
  agreements,
  status: 'enabled',
})

const standing = [
  { ...stream(0, 'https://dvla.example/licences', ['licence']), id: 'licences' },
  { ...stream(1, 'https://dvla.example/vehicles', ['log-book']), id: 'vehicles' },
]

test.each([
  ['nothing changed', [standing[0], standing[1]], ['licences', 'vehicles']],
  ['the first taken out', [stream(0, 'https://dvla.example/vehicles', ['log-book'])], ['vehicles']],
  ['in the other order', [standing[1], standing[0]], ['vehicles', 'licences']],
  [
    'both moved, known by what they serve',
    [stream(0, 'https://new.example/b', ['log-book']), stream(1, 'https://new.example/a', ['licence'])],
    ['vehicles', 'licences'],
  ],
  ['moved and serving everything now, known by its place', [stream(0, 'https://new.example/a')], ['licences']],
  [
    'one more in front',
    [
      stream(0, 'https://dvla.example/new', ['new']),
      stream(1, 'https://dvla.example/licences', ['licence']),
      standing[1],
    ],
    [undefined, 'licences', 'vehicles'],
  ],
  ['none left', [], []],
])('%s', (_, wanted, paired) => {
  const pairs = pairStreams(
    wanted.filter((one) => one !== undefined),
    standing,
  )
  expect(pairs.map(({ before }) => before?.id)).toEqual(paired)
})
