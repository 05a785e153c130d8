import { SECOND } from './shared/clock.ts'

// What platforms give a process between SIGTERM and SIGKILL is 30 seconds; SECURITY.md 20 asks for 25.
const STOP_WITHIN = 25 * SECOND

/**
 * The life of a process: starts its parts, waits to be asked to end (SIGTERM, Ctrl-C), and stops the parts in the
 * opposite order. What goes wrong at the start, or later where nobody waits for it, is said in plain words on standard
 * error, and ends the process with 1.
 */
export async function runProcess(start: (parts: AsyncDisposableStack) => Promise<void>): Promise<never> {
  const parts = new AsyncDisposableStack()
  const [asked, failed] = [askedToEnd(), failedUnseen()]
  // While the database is away a process may have no connection left, and nothing that Node would wait for.
  setInterval(() => undefined, STOP_WITHIN)
  try {
    void Promise.allSettled([Promise.race([asked, failed])]).then(() =>
      setTimeout(() => process.exit(1), STOP_WITHIN).unref(),
    )
    await Promise.race([start(parts), failed])
    await Promise.race([asked, failed])
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

/**
 * Rejects with the first failure that nobody caught. After one, nobody knows what state the process is in: it finishes
 * what it can and ends, and the platform starts another. Later ones are said, and change nothing any more.
 */
function failedUnseen(): Promise<never> {
  const failed = new Promise<never>((_resolve, reject) => {
    let first = true
    const fail = (error: unknown) => {
      if (!first) complain(error)
      first = false
      // Here the place matters, unlike in what goes wrong at the start.
      reject(new Error(`Something failed that nobody waited for: ${withPlace(error)}`))
    }
    process.on('uncaughtException', fail).on('unhandledRejection', fail)
  })
  failed.catch(() => undefined)
  return failed
}

const withPlace = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error))

function complain(error: unknown): void {
  process.stderr.write(`${inWords(error)}\n`)
}
