import type { Method } from '../../subscriptions/subscription.ts'

export interface Standing {
  hasKeys: boolean
  /** Those that are not off. */
  streams: { method: Method; proved: boolean; agreed: boolean; passed: boolean }[]
  mustConform: boolean
}

export interface JoiningStep {
  name: 'keys' | 'stream' | 'proof' | 'agreement' | 'conformance'
  state: 'done' | 'to-do' | 'not-needed'
}

/** In the order in which they can be done. Who reads in the browser has no program, and so no keys and no endpoint. */
export function joiningSteps({ hasKeys, streams, mustConform }: Standing): JoiningStep[] {
  const programs = streams.length === 0 || streams.some(({ method }) => method !== 'inbox')
  const pushed = streams.filter(({ method }) => method === 'push')
  const some = streams.length > 0
  const passed = some && streams.every((stream) => stream.passed)
  return [
    { name: 'keys', state: hasKeys ? 'done' : programs ? 'to-do' : 'not-needed' },
    { name: 'stream', state: doneIf(some) },
    {
      name: 'proof',
      state: some && pushed.length === 0 ? 'not-needed' : doneIf(some && pushed.every(({ proved }) => proved)),
    },
    { name: 'agreement', state: doneIf(streams.some(({ agreed }) => agreed)) },
    { name: 'conformance', state: passed ? 'done' : mustConform ? 'to-do' : 'not-needed' },
  ]
}

const doneIf = (done: boolean) => (done ? 'done' : 'to-do')
