import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import express, { type Express } from 'express'
import { SignJWT, exportJWK, generateKeyPair, type CryptoKey, type JWK, type JWTHeaderParameters } from 'jose'
import type { OneLoginAddresses } from '../../src/demo/one-login/server.ts'
import { CORE_IDENTITY } from '../../src/identity/claims.ts'

type Claims = Record<string, unknown>
type Change = (honest: Claims) => Claims

interface TokenLies {
  claims?: Change
  header?: Claims
  /** Signed by a key that nobody published. */
  strangersKey?: boolean
  /** Breaks the signature of an otherwise good token. */
  spoilt?: boolean
  /** Is sent instead of a token. */
  instead?: unknown
}

export interface Lies {
  authorize?: { step: 'authentication' | 'identity'; answer: Record<string, string> }
  token?: { status: number; body: Claims }
  idToken?: TokenLies | undefined
  userInfo?: Change | { status: number } | undefined
  coreIdentity?: TokenLies | undefined
  didDocument?: Change
}

/** A provider that answers every request at once, for one person, with real keys, as truthfully as it is told to. */
export interface LyingOneLogin extends OneLoginAddresses {
  lies: Lies
  sub: string
  /** How often each path was asked for. */
  asked: Record<string, number>
  userAgents: Set<string>
  cacheControl: string
  down: boolean
  /** Publishes a new key for ID tokens or identities, and signs with it from now on. */
  rotateKeys(): Promise<void>
  logoutToken(lies?: TokenLies): Promise<string>
  close(): Promise<void>
}

interface Key {
  privateKey: CryptoKey
  publicJwk: JWK
  kid: string
}

export async function startLyingOneLogin(service: { baseUrl: string; client: { id: string } }): Promise<LyingOneLogin> {
  const app = express()
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}/`
  const didId = `did:web:${new URL(issuer).host.replace(':', '%3A')}`
  const [stranger, ...keys] = [await newKey(), await newKey(), await newKey()]
  let [idTokenKey, identityKey] = keys
  const published = { idToken: [idTokenKey], identity: [identityKey] }

  const sign = async (key: Key, kid: string, honest: Claims, lies: TokenLies = {}) => {
    if ('instead' in lies) return lies.instead
    const header = { alg: 'ES256', kid, ...lies.header } as JWTHeaderParameters
    const claims = (lies.claims ?? ((same) => same))(honest)
    const signer = lies.strangersKey ? stranger.privateKey : key.privateKey
    const token = await new SignJWT(claims).setProtectedHeader(header).sign(signer)
    return lies.spoilt ? spoil(token) : token
  }

  const provider: LyingOneLogin = {
    ...{ issuer, identityIssuer: issuer, didUrl: `${issuer}.well-known/did.json`, didId },
    ...{ lies: {}, sub: 'urn:fdc:gov.uk:2022:honest', asked: {}, userAgents: new Set<string>() },
    cacheControl: 'max-age=3600',
    down: false,
    async rotateKeys() {
      ;[idTokenKey, identityKey] = [await newKey(), await newKey()]
      published.idToken.push(idTokenKey)
      published.identity.push(identityKey)
    },
    logoutToken: (lies) =>
      sign(
        idTokenKey,
        idTokenKey.kid,
        {
          ...{ iss: issuer, aud: service.client.id, sub: provider.sub, jti: randomUUID(), ...times(120) },
          events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
        },
        { ...lies, header: { typ: 'logout+jwt', ...lies?.header } },
      ) as Promise<string>,
    async close() {
      server.closeAllConnections()
      await promisify(server.close.bind(server))()
    },
  }

  const requests = new Map<string, { nonce: unknown; identity: boolean }>()
  watch(app, provider)
  app.get('/.well-known/openid-configuration', (_req, res) => {
    res.set('Cache-Control', provider.cacheControl).json(metadataOf(issuer))
  })
  app.get('/.well-known/jwks.json', (_req, res) => {
    const jwks = published.idToken.map(({ publicJwk, kid }) => ({ ...publicJwk, kid, alg: 'ES256', use: 'sig' }))
    res.set('Cache-Control', provider.cacheControl).json({ keys: jwks })
  })
  app.get('/.well-known/did.json', (_req, res) => {
    const assertionMethod = published.identity.map(({ publicJwk, kid }) => ({
      ...{ id: `${didId}#${kid}`, type: 'JsonWebKey', controller: didId, publicKeyJwk: publicJwk },
    }))
    const honest = { '@context': [], id: didId, assertionMethod }
    res.set('Cache-Control', provider.cacheControl).json(provider.lies.didDocument?.(honest) ?? honest)
  })
  app.get('/authorize', (req, res) => {
    const { redirect_uri, state, nonce, vtr } = req.query as Record<string, string>
    const code = randomUUID()
    const identity = vtr === '["Cl.Cm.P2"]'
    requests.set(code, { nonce, identity })
    const { authorize } = provider.lies
    const lied = authorize?.step === (identity ? 'identity' : 'authentication') ? authorize.answer : undefined
    res.redirect(
      303,
      `${redirect_uri}?${new URLSearchParams({ state: state ?? '', ...(lied ?? { code }) }).toString()}`,
    )
  })
  app.post('/token', express.urlencoded({ extended: false }), async (req, res) => {
    if (provider.lies.token) return res.status(provider.lies.token.status).json(provider.lies.token.body)
    const { code } = req.body as { code: string }
    const { nonce } = requests.get(code) ?? {}
    const honest = { iss: issuer, aud: service.client.id, sub: provider.sub, nonce, vot: 'Cl.Cm', ...times(120) }
    const idToken = await sign(idTokenKey, idTokenKey.kid, honest, provider.lies.idToken)
    res.json({ access_token: code, token_type: 'Bearer', expires_in: 180, id_token: idToken })
  })
  app.get('/userinfo', async (req, res) => {
    const { userInfo, coreIdentity } = provider.lies
    if (typeof userInfo === 'object') return res.status(userInfo.status).json({ error: 'invalid_token' })
    const { identity } = requests.get(req.get('authorization')?.slice('Bearer '.length) ?? '') ?? {}
    const token = await sign(
      identityKey,
      `${didId}#${identityKey.kid}`,
      coreIdentityClaims(provider, service),
      coreIdentity,
    )
    const honest = { sub: provider.sub, email: 'a@example.com', ...(identity && { [CORE_IDENTITY]: token }) }
    res.json(userInfo?.(honest) ?? honest)
  })
  return provider
}

export const times = (lifetime: number, from = 0) => {
  const now = Math.floor(Date.now() / 1000) + from
  return { iat: now, nbf: now, exp: now + lifetime }
}

function watch(app: Express, provider: LyingOneLogin) {
  app.use((req, res, next) => {
    provider.asked[req.path] = (provider.asked[req.path] ?? 0) + 1
    if (req.path !== '/authorize') provider.userAgents.add(req.get('user-agent') ?? '')
    if (provider.down) res.sendStatus(503)
    else next()
  })
}

const metadataOf = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}authorize`,
  token_endpoint: `${issuer}token`,
  userinfo_endpoint: `${issuer}userinfo`,
  jwks_uri: `${issuer}.well-known/jwks.json`,
  end_session_endpoint: `${issuer}logout`,
  id_token_signing_alg_values_supported: ['ES256', 'RS256'],
})

const coreIdentityClaims = ({ issuer, sub }: LyingOneLogin, service: { client: { id: string } }) => ({
  ...{ iss: issuer, aud: service.client.id, sub, vot: 'P2', ...times(1800) },
  vc: {
    type: ['VerifiableCredential'],
    credentialSubject: {
      name: [
        {
          nameParts: [
            { type: 'GivenName', value: 'Honest' },
            { type: 'FamilyName', value: 'Person' },
          ],
        },
      ],
      birthDate: [{ value: '1970-01-01' }],
    },
  },
})

async function newKey(): Promise<Key> {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  return { privateKey, publicJwk: await exportJWK(publicKey), kid: randomUUID() }
}

/** Another first letter of the signature. */
function spoil(token: string): string {
  const at = token.lastIndexOf('.') + 1
  return `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`
}
