// What must be so between settings: which come together, and what production asks for.
type Given = Record<string, string | undefined>

const ONE_LOGIN = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'IDENTITY_ISSUER', 'IDENTITY_DID_URL', 'IDENTITY_DID_ID']
const STAFF_OIDC = ['STAFF_OIDC_ISSUER', 'STAFF_OIDC_CLIENT_ID', 'STAFF_OIDC_PRIVATE_KEY', 'STAFF_OIDC_KEY_ID']
const DEATH_REGISTER = ['DEATH_REGISTER_URL', 'DEATH_REGISTER_KEY']
const NOTIFY = ['NOTIFY_API_KEY', 'NOTIFY_EMAIL_TEMPLATE_ID', 'NOTIFY_TEXT_TEMPLATE_ID']

const REQUIRED = ['BASE_URL', 'DATABASE_URL', ...ONE_LOGIN, ...STAFF_OIDC, ...NOTIFY]
const HTTPS = [
  'BASE_URL',
  'OIDC_ISSUER',
  'IDENTITY_ISSUER',
  'IDENTITY_DID_URL',
  'STAFF_OIDC_ISSUER',
  'NOTIFY_BASE_URL',
  'DEATH_REGISTER_URL',
  'LOG_WITNESSES',
]

/** With one setting of a provider given, all are needed: half a provider is nobody's wish. */
export const companionProblems = (given: Given): string[] =>
  [ONE_LOGIN, STAFF_OIDC, DEATH_REGISTER].flatMap((names) => halfGiven(given, names))

export function productionProblems(given: Given): string[] {
  const missing = REQUIRED.filter((name) => !given[name]).map((name) => `${name} is missing`)
  const insecure = HTTPS.filter((name) => /(^|,\s*)http:/.test(given[name] ?? '')).map(
    (name) => `${name} must be https in production`,
  )
  const development = Object.entries(given)
    .filter(([name, value]) => /KEY|SECRET/.test(name) && /(^|,)dev-|"kid":"dev-/.test(value ?? ''))
    .map(([name]) => `${name} holds a development key, which production refuses`)
  return [...missing, ...halfGiven(given, DEATH_REGISTER), ...insecure, ...development]
}

function halfGiven(given: Given, names: readonly string[]): string[] {
  const missing = names.filter((name) => !given[name])
  if (missing.length === names.length) return []
  return missing.map((name) => `${name} is missing: other settings of the same provider are given`)
}
