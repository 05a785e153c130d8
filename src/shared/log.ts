import pg from 'pg'
import { pino, type Logger, type LevelWithSilent } from 'pino'

export type { Logger }

/**
 * JSON lines on standard output. `event` is a sentence that is always the same for the same thing. Whoever logs passes route patterns, counts and our own opaque ids; never a name, an
 * address, a number, a token, a reference or a whole request.
 */
export function createLogger(options: { level: LevelWithSilent; write?: (line: string) => void }): Logger {
  const settings = {
    level: options.level,
    base: { service: 'tell-us-once' },
    messageKey: 'event',
    serializers: { err: quietError },
  }
  return options.write ? pino(settings, { write: options.write }) : pino(settings)
}

/**
 * An error without the values that PostgreSQL, parsers and HTTP clients like to quote back. Of a database's error only
 * the names of things are kept: its message quotes values, and knex puts the statement before it.
 */
export function quietError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error }
  const message = error instanceof pg.DatabaseError ? undefined : withoutValues(error.message)
  return { type: error.name, ...namesIn(error), message, stack: framesOf(error.stack) }
}

const NAMES = ['code', 'table', 'column', 'constraint', 'routine'] as const

const namesIn = (error: Error & Partial<Record<(typeof NAMES)[number], unknown>>) =>
  Object.fromEntries(NAMES.flatMap((name) => (typeof error[name] === 'string' ? [[name, error[name]]] : [])))

// From the first quote to the last: what is quoted may hold quotes.
const withoutValues = (message: string) => message.replace(/".*"/s, '"…"')

const framesOf = (stack: string | undefined) =>
  stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
