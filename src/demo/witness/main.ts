import { systemClock } from '../../shared/clock.ts'
import { startWitness, type WitnessOptions } from './server.ts'

/**
 * The sample witness as a process of its own. Its parent sends the settings over IPC, is told the witness's address and
 * key, and takes it with it when it ends, however it ends.
 */
process.once('message', (options: WitnessOptions) => {
  startWitness(options, systemClock).then(
    ({ url, vkey }) => process.send?.({ answer: { url, vkey } }),
    (error: unknown) => process.send?.({ answer: { error: String(error) } }),
  )
})
process.once('disconnect', () => process.exit(0))
// Ctrl-C and a group-wide SIGTERM reach every process; the parent decides when the witness ends.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)
