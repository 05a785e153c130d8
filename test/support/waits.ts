// A process with nothing to do and nothing open, as the worker is while its database is away.
import { runProcess } from '../../src/run-process.ts'

await runProcess(() => {
  process.stdout.write('waits\n')
  return Promise.resolve()
})
