import { setTimeout } from 'node:timers/promises'
import { loadOneLoginKeys, saveOneLoginKeys, type OneLoginKeys } from './keys.ts'
import { startOneLogin, type RunningOneLogin } from './server.ts'
import type { OneLoginSettings } from './process.ts'

/**
 * The simulator as a process of its own. Its parent sends the settings over IPC, is told the addresses, and takes the
 * simulator with it when it ends, however it ends.
 */
process.once('message', (settings: OneLoginSettings) => {
  start(settings).then(
    ({ port, issuer, identityIssuer, didUrl, didId }) =>
      process.send?.({ answer: { port, issuer, identityIssuer, didUrl, didId } }),
    (error: unknown) => process.send?.({ answer: { error: String(error) } }),
  )
})
process.once('disconnect', () => process.exit(0))
// Ctrl-C reaches every process of the terminal; the parent decides when the simulator ends.
process.on('SIGINT', () => undefined)

async function start({ keysFile, ...settings }: OneLoginSettings): Promise<RunningOneLogin> {
  const keys = await loadOneLoginKeys(keysFile)
  const running = await onTheSamePort({ ...settings, keys })
  if (running.port !== keys.port) await saveOneLoginKeys(keysFile, { ...keys, port: running.port })
  return running
}

/** The port is part of the issuer, and people are known by issuer: so the first start's port is kept if it is free. */
async function onTheSamePort(options: Settings, tries = TRIES): Promise<RunningOneLogin> {
  const wanted = options.port ?? options.keys.port ?? randomPort()
  try {
    return await startOneLogin({ ...options, port: wanted })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    if (tries === 0) return startOneLogin({ ...options, port: 0 })
    await setTimeout(BETWEEN_TRIES)
    return onTheSamePort(options, tries - 1)
  }
}

type Settings = Omit<OneLoginSettings, 'keysFile'> & { keys: OneLoginKeys }

// The simulator of a killed parent needs a moment to notice and to let go of the port.
const TRIES = 10
const BETWEEN_TRIES = 200

// Below the ports that systems lend to outgoing connections, so that it is still free at the next start.
const randomPort = () => 20_000 + Math.floor(Math.random() * 10_000)
