import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createRecorder, type Recorder } from '../../src/deliveries/recorder.ts'

test('what is added at the moment when a flush ends is written too, though nothing is added after it', async () => {
  const written: string[] = []
  const recorder: Recorder<string> = createRecorder<string>({
    flush: (items) => Promise.resolve(void written.push(...items)),
    onFailure: () => undefined,
    // As an attempt does that ends in the same turn of the event loop.
    onFlushed: () => {
      if (written.length === 1) queueMicrotask(() => recorder.add('late'))
    },
  })
  recorder.add('early')
  await pause(100)
  expect(written).toEqual(['early', 'late'])
  expect(recorder.size).toBe(0)
})

test('what the database does not take is tried again, and a drain waits for it', async () => {
  const written: string[] = []
  const failures: unknown[] = []
  const recorder = createRecorder<string>({
    flush: (items) =>
      failures.length === 0 ? Promise.reject(new Error('away')) : Promise.resolve(void written.push(...items)),
    onFailure: (error) => failures.push(error),
    onFlushed: () => undefined,
  })
  recorder.add('one')
  await recorder.drain(AbortSignal.timeout(5000))
  expect(failures).toHaveLength(1)
  expect(written).toEqual(['one'])
})
