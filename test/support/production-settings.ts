import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'

export const secret = () => randomBytes(32).toString('base64')

const signingKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })

export const signingKeys = (kid: string) => JSON.stringify({ keys: [{ ...signingKey, kid, alg: 'ES256' }] })

export const rsaPem = (modulusLength: number) =>
  generateKeyPairSync('rsa', { modulusLength }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

/** Every setting that production needs, with keys of its own. */
export const productionSettings = {
  NODE_ENV: 'production',
  BASE_URL: 'https://tell-us-once.example.gov.uk/',
  DATABASE_URL: 'postgres://web_1:word@db.example/tell_us_once',
  SESSION_SECRETS: `${secret()},${secret()}`,
  DATA_KEYS: `2:${secret()},1:${secret()}`,
  PSEUDONYM_KEYS: `1:${secret()}`,
  SET_SIGNING_KEYS: signingKeys('one'),
  LOG_SIGNING_KEY: secret(),
  OIDC_ISSUER: 'https://oidc.account.gov.uk/',
  OIDC_CLIENT_ID: 'client',
  OIDC_PRIVATE_KEY: rsaPem(2048).replaceAll('\n', '\\n'),
  OIDC_KEY_ID: 'one',
  IDENTITY_ISSUER: 'https://identity.account.gov.uk/',
  IDENTITY_DID_URL: 'https://identity.account.gov.uk/.well-known/did.json',
  IDENTITY_DID_ID: 'did:web:identity.account.gov.uk',
  STAFF_OIDC_ISSUER: 'https://staff-sign-in.example.gov.uk/',
  STAFF_OIDC_CLIENT_ID: 'client',
  STAFF_OIDC_PRIVATE_KEY: rsaPem(2048).replaceAll('\n', '\\n'),
  STAFF_OIDC_KEY_ID: 'two',
  NOTIFY_API_KEY: `tell-us-once-${randomUUID()}-${randomUUID()}`,
  NOTIFY_EMAIL_TEMPLATE_ID: randomUUID(),
  NOTIFY_TEXT_TEMPLATE_ID: randomUUID(),
}
