import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { end, run, untilItSays } from '../support/processes.ts'

test('a process that has nothing open, as when its database is away, lives until it is asked to end', async () => {
  const { process, output, errors } = run('../test/support/waits.ts', {})
  await untilItSays({ process, output, errors }, /waits/)
  await pause(200)
  expect([process.exitCode, await end(process, 'SIGTERM'), errors()]).toEqual([null, 0, ''])
})
