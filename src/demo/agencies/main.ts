import { createLogger } from '../../shared/log.ts'
import { sampleAgenciesFile } from './agencies-file.ts'
import type { ForkedAgenciesOptions } from './process.ts'
import { startBodies } from './sample-agencies.ts'

/**
 * The sample bodies as a process of their own. Its parent sends the settings over IPC, is told how the bodies want to be
 * known to the service, and takes them with it when it ends, however it ends.
 */
process.once('message', (options: ForkedAgenciesOptions) => {
  startBodies({ ...options, logger: createLogger({ level: 'info' }) }).then(
    (running) => process.send?.({ answer: { file: sampleAgenciesFile(running) } }),
    (error: unknown) => process.send?.({ answer: { error: String(error) } }),
  )
})
process.once('disconnect', () => process.exit(0))
// Ctrl-C and a group-wide SIGTERM reach every process; the parent decides when the bodies end.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)
