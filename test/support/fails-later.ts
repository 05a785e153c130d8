import { setTimeout as pause } from 'node:timers/promises'
import { runProcess } from '../../src/run-process.ts'

// A process whose work fails where nobody waits for it, some time after it has started.
await runProcess((parts) => {
  parts.defer(() => void process.stdout.write('stopped'))
  setTimeout(() => {
    if (process.env['HOW'] === 'exception') throw new Error('the pool is gone')
    void pause(1).then(() => Promise.reject(new Error('the pool is gone')))
  }, 50)
  return Promise.resolve()
})
