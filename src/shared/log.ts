import { pino, type Logger, type LevelWithSilent } from 'pino'

export type { Logger }

/**
 * JSON lines on standard output. Whoever logs passes route patterns, counts and our own opaque ids; never a name, an
 * address, a number, a token, a reference or a whole request.
 */
export function createLogger(options: { level: LevelWithSilent; write?: (line: string) => void }): Logger {
  const settings = { level: options.level, base: { service: 'tell-us-once' }, serializers: { err: quietError } }
  return options.write ? pino(settings, { write: options.write }) : pino(settings)
}

/** An error without the values that PostgreSQL and HTTP clients like to quote back (`detail`, `where`, bindings). */
function quietError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return { type: error.name, code, message: withoutValues(error.message), stack: framesOf(error.stack) }
}

// knex prefixes a database error with the statement it ran; the reason stands behind the last dash.
const withoutValues = (message: string) => message.slice(message.lastIndexOf(' - ') + 1).replace(/"[^"]*"/g, '"…"')

const framesOf = (stack: string | undefined) =>
  stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
