import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import express, { type Response as Answer } from 'express'
import {
  SignJWT,
  createLocalJWKSet,
  createRemoteJWKSet,
  exportJWK,
  generateKeyPair,
  jwtVerify,
  type CryptoKey,
  type JWTPayload,
} from 'jose'
import { VOCABULARY } from '../../src/identity/claims.ts'
import {
  ATTRIBUTES,
  CONTACT,
  PERSON,
  askedIn,
  clientFault,
  faultOf,
  metadataOf,
  type Asked,
  type SimulatorSettings,
} from './simulator-rules.ts'

/**
 * A stand-in for GOV.UK's own One Login simulator (ghcr.io/govuk-one-login/simulator), which cannot run here. Written
 * after reading its source; it keeps to what a relying party can tell:
 *
 * - Issuer with a slash at the end, `http://localhost:PORT/`, also of the coreIdentityJWT; DID `did:web:localhost%3APORT`.
 * - `/authorize` (GET only) answers at once with 302, as one person; no page, no session, no back-channel logout.
 * - Redirect URIs, scopes, claims and levels of confidence must be among those that it was started with (its
 *   environment: REDIRECT_URLS, CLAIMS, CLIENT_LOCS …). Its own list of claims leaves out passport and driving licence.
 * - PKCE is not announced, and looked at with PKCE_ENABLED only.
 * - `/token` wants private_key_jwt (RS or PS), `aud` the token URL or the issuer, against PUBLIC_KEY or JWKS_URL.
 * - ID token: ES256 unless told otherwise, header without `typ`, two minutes, one `sid` for all, no `nbf`. Its keys are
 *   published without `alg` and `use`, an RSA key beside the EC key.
 * - The access token is a JWT that holds the claims; `returnCode` is `[]`, addresses hold empty strings.
 * - `/logout` checks `id_token_hint` and leads on with 302 to a known address, `state` in the query, or else to GOV.UK.
 */
export interface Simulator {
  issuer: string
  close(): Promise<void>
}

const SUBJECT = 'urn:fdc:gov.uk:2022:one-person-for-everybody'
const SESSION = '0123456789abcdef0123456789abcdef'
export async function startSimulator(settings: SimulatorSettings): Promise<Simulator> {
  const app = express()
  const server = app.listen(0, 'localhost')
  await new Promise((resolve) => server.once('listening', resolve))
  const url = `http://localhost:${(server.address() as AddressInfo).port}`
  const issuer = `${url}/`
  const didId = `did:web:${new URL(url).host.replace(':', '%3A')}`
  const [tokens, rsa, identity] = [await newKey('ES256'), await newKey('RS256'), await newKey('ES256')]
  const asked = new Map<string, Asked>()
  const clientKeys = createRemoteJWKSet(new URL(settings.jwksUrl))
  const sign = ({ privateKey }: Key, kid: string, claims: JWTPayload) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid }).sign(privateKey)

  app.use(express.urlencoded({ extended: false }))
  app.get('/.well-known/openid-configuration', (_req, res) => void res.json(metadataOf(url)))
  app.get('/.well-known/jwks.json', (_req, res) => void res.json({ keys: [tokens.publicJwk, rsa.publicJwk] }))
  app.get('/.well-known/did.json', (_req, res) => {
    const { kid, ...key } = identity.publicJwk
    const method = { type: 'JsonWebKey', id: `${didId}#${kid}`, controller: didId }
    res.json({
      '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/jwk/v1'],
      id: didId,
      assertionMethod: [{ ...method, publicKeyJwk: { ...key, alg: 'ES256' } }],
    })
  })

  app.get('/authorize', (req, res) => {
    const query = req.query as Record<string, string>
    const { redirect_uri: redirectUri = '', state = '' } = query
    if (query['client_id'] !== settings.clientId || !settings.redirectUrls.includes(redirectUri)) {
      return void res.status(400).send('Invalid Request')
    }
    const fault = faultOf(query, settings)
    if (fault) return res.redirect(`${redirectUri}?error=${fault}&error_description=Refused&state=${state}`)
    const code = randomBytes(32).toString('base64url')
    asked.set(code, askedIn(query))
    res.redirect(`${redirectUri}?code=${code}&state=${state}`)
  })

  app.post('/token', async (req, res) => {
    const body = req.body as Record<string, string>
    const wrong = await clientFault(body, { url, clientId: settings.clientId, clientKeys })
    if (wrong) return refuse(res, wrong)
    const request = asked.get(body['code'] ?? '')
    asked.delete(body['code'] ?? '')
    if (!request || request.redirectUri !== body['redirect_uri']) return refuse(res, 'invalid_grant')
    if (settings.pkceEnabled && request.challenge !== challengeOf(body['code_verifier'])) {
      return refuse(res, 'invalid_grant')
    }
    const iat = Math.floor(Date.now() / 1000)
    const shared = { iat, iss: issuer, sub: SUBJECT, sid: SESSION }
    const accessToken = await sign(tokens, tokens.publicJwk.kid, {
      ...{ ...shared, exp: iat + 180, jti: randomUUID(), client_id: settings.clientId, scope: request.scope },
      ...(request.identity && { claims: request.claims }),
    })
    const idToken = await sign(tokens, tokens.publicJwk.kid, {
      ...{ ...shared, exp: iat + 120, at_hash: halfHashOf(accessToken), aud: settings.clientId },
      ...{ vot: 'Cl.Cm', nonce: request.nonce, vtm: `${url}/trustmark` },
    })
    res.json({ access_token: accessToken, token_type: 'Bearer', expires_in: 3600, id_token: idToken })
  })

  app.get('/userinfo', async (req, res) => {
    const token = /^Bearer (.+)$/.exec(req.get('authorization') ?? '')?.[1] ?? ''
    const keys = createLocalJWKSet({ keys: [tokens.publicJwk] })
    const verified = await jwtVerify(token, keys, { issuer }).catch(() => undefined)
    if (!verified) return void res.status(401).set('www-authenticate', 'Bearer error="invalid_token"').send()
    const claims = (verified.payload['claims'] as string[] | undefined) ?? []
    const iat = Math.floor(Date.now() / 1000)
    const core = await sign(identity, `${didId}#${identity.publicJwk.kid}`, {
      ...{ vot: 'P2', vtm: `${url}/trustmark`, iss: issuer, sub: SUBJECT, aud: settings.clientId },
      ...{ nbf: iat, iat, exp: iat + 24 * 60 * 60, vc: PERSON },
    })
    const known = { [`${VOCABULARY}/coreIdentityJWT`]: core, ...ATTRIBUTES }
    const shown = Object.entries(known).filter(([claim]) => claims.includes(claim))
    res.json({ sub: SUBJECT, ...CONTACT, ...Object.fromEntries(shown) })
  })

  app.get('/logout', async (req, res) => {
    const {
      id_token_hint: hint = '',
      post_logout_redirect_uri: uri = '',
      state = '',
    } = req.query as Record<string, string>
    const keys = createLocalJWKSet({ keys: [tokens.publicJwk] })
    const isOurs = await jwtVerify(hint, keys, { currentDate: new Date(0) }).then(
      ({ payload }) => payload.aud === settings.clientId,
      () => false,
    )
    const isKnown = isOurs && settings.postLogoutRedirectUrls.includes(uri)
    res.redirect(`${isKnown ? uri : 'https://gov.uk'}?${new URLSearchParams({ state }).toString()}`)
  })

  return {
    issuer,
    async close() {
      server.closeAllConnections()
      await promisify(server.close.bind(server))()
    },
  }
}

const refuse = (res: Answer, error: string) => void res.status(400).json({ error, error_description: error })

const halfHashOf = (token: string) => createHash('sha256').update(token).digest().subarray(0, 16).toString('base64url')

const challengeOf = (verifier = '') => createHash('sha256').update(verifier).digest('base64url')

interface Key {
  privateKey: CryptoKey
  publicJwk: { kty: string; kid: string }
}

async function newKey(alg: 'ES256' | 'RS256'): Promise<Key> {
  const { privateKey, publicKey } = await generateKeyPair(alg)
  const { kty = '', ...rest } = await exportJWK(publicKey)
  return { privateKey, publicJwk: { ...rest, kty, kid: randomUUID() } }
}
