/** What the person at the terminal reads when the PostgreSQL of DATABASE_URL will not have us. */
export function explainFailure(error: unknown, url: string): unknown {
  const sentence = WHAT_TO_DO[codeOf(error)]
  return sentence ? new Error(sentence(namesIn(url), messageOf(error)), { cause: error }) : error
}

export function mayNotCreateRoles(url: string): Error {
  const { role, server } = namesIn(url)
  return new Error(
    `The role "${role}" on ${server} may not create roles: set MIGRATE_DATABASE_URL to the database's owner, ` +
      'after "alter role … createrole", or leave DATABASE_URL out to use the embedded PostgreSQL.',
  )
}

type Names = { server: string; role: string; database: string }
type Sentence = (names: Names, message: string) => string

const unreachable: Sentence = ({ server }, message) =>
  `PostgreSQL on ${server} cannot be reached (${message}): start it, correct DATABASE_URL and MIGRATE_DATABASE_URL, ` +
  'or leave them out to use the embedded PostgreSQL.'

const refused: Sentence = ({ server, role }, message) =>
  `PostgreSQL on ${server} does not let "${role}" in (${message}): correct the name and password in DATABASE_URL and ` +
  'MIGRATE_DATABASE_URL.'

const WHAT_TO_DO: Record<string, Sentence> = {
  ECONNREFUSED: unreachable,
  ECONNRESET: unreachable,
  ENOTFOUND: unreachable,
  EAI_AGAIN: unreachable,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  ETIMEDOUT: unreachable,
  ENOENT: unreachable, // no such Unix socket
  KnexTimeoutError: unreachable,
  // https://www.postgresql.org/docs/18/errcodes-appendix.html
  '28000': refused,
  '28P01': refused,
  '53300': unreachable, // too many connections
  '57P03': unreachable, // starting up or shutting down
  '3D000': ({ server, database }) =>
    `There is no database "${database}" on ${server}: create it ("createdb ${database}"), or correct DATABASE_URL.`,
  '42501': ({ server, role }, message) =>
    `The role "${role}" on ${server} may not prepare the database (${message}): set MIGRATE_DATABASE_URL to its owner, ` +
    'a role that may create roles.',
}

/** Without the password. */
function namesIn(url: string): Names {
  const { host, username, pathname, searchParams } = new URL(url.replace(/(\/\/[^/?#]*)@\//, '//'))
  return {
    server: host || searchParams.get('host') || 'this machine',
    role: searchParams.get('user') ?? decodeURIComponent(username),
    database: decodeURIComponent(pathname.slice(1)),
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}

/** A host of several addresses fails with several errors and no message of its own. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}
