/** Somebody has ended the benchmark. */
export class Interrupted extends Error {
  constructor() {
    super('Ended before it was done')
    this.name = 'Interrupted'
  }
}

const ended = new Promise<never>((_resolve, reject) => {
  const end = () => reject(new Interrupted())
  // Not once: Ctrl-C comes twice under npm, from the terminal and from npm, and the second would cut the first short.
  process.on('SIGINT', end).on('SIGTERM', end)
})
ended.catch(() => undefined)

/**
 * Does the work, unless somebody ends the benchmark first: then it throws, so that what was made is cleared away, and
 * what is under way fails for want of it, unheard.
 */
export function unlessInterrupted<Result>(work: () => Promise<Result>): Promise<Result> {
  const working = work()
  working.catch(() => undefined)
  return Promise.race([working, ended])
}

/** A benchmark that is ended says so in a line, once all is cleared away. */
export async function benchmark(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error
    process.stderr.write(`${error.message}; everything that it made is gone.\n`)
    process.exit(130)
  }
}
