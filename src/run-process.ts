import { SECOND } from './shared/clock.ts'

// What platforms give a process between SIGTERM and SIGKILL is 30 seconds; SECURITY.md 20 asks for 25.
const STOP_WITHIN = 25 * SECOND

/**
 * The life of a process: starts its parts, waits to be asked to end (SIGTERM, Ctrl-C), and stops the parts in the
 * opposite order. What goes wrong at the start is said in plain words on standard error, and ends the process with 1.
 */
export async function runProcess(start: (parts: AsyncDisposableStack) => Promise<void>): Promise<never> {
  const parts = new AsyncDisposableStack()
  const asked = askedToEnd()
  try {
    void asked.then(() => setTimeout(() => process.exit(1), STOP_WITHIN).unref())
    await start(parts)
    await asked
    process.exitCode = 0
  } catch (error) {
    complain(error)
    process.exitCode = 1
  }
  await parts.disposeAsync().catch((error: unknown) => {
    complain(error)
    process.exitCode = 1
  })
  process.exit()
}

/** In words for a person at a terminal; never a stack trace. */
export function inWords(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(inWords).join('; ')
  return error instanceof Error ? error.message || error.name : String(error)
}

function askedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    // Not once: Ctrl-C comes twice under npm, from the terminal and from npm, and the second would cut the first short.
    const end = () => resolve()
    process.on('SIGTERM', end).on('SIGINT', end)
  })
}

function complain(error: unknown): void {
  process.stderr.write(`${inWords(error)}\n`)
}
