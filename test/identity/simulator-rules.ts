import { decodeJwt, jwtVerify, type JWTVerifyGetKey } from 'jose'
import { VOCABULARY } from '../../src/identity/claims.ts'

/** As its environment: what it must know of a client. */
export interface SimulatorSettings {
  clientId: string
  jwksUrl: string
  redirectUrls: string[]
  postLogoutRedirectUrls: string[]
  claims?: string[]
  pkceEnabled?: boolean
}

export const DEFAULT_CLAIMS = ['coreIdentityJWT', 'address', 'returnCode'].map((name) => `${VOCABULARY}/${name}`)

const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

export interface Asked {
  redirectUri: string
  scope: string[]
  nonce: string
  claims: string[]
  identity: boolean
  challenge: string | undefined
}

/** What is wrong with a request, as the simulator's error code. */
export function faultOf(query: Record<string, string>, { claims = DEFAULT_CLAIMS, pkceEnabled }: SimulatorSettings) {
  const { scope = '', response_type, state, nonce, vtr = '["Cl.Cm"]' } = query
  if (!state || !nonce) return 'invalid_request'
  if (response_type !== 'code') return 'unsupported_response_type'
  const scopes = scope.split(' ')
  if (!scopes.includes('openid') || !scopes.every((one) => ['openid', 'email', 'phone'].includes(one))) {
    return 'invalid_scope'
  }
  if (!askedIn(query).claims.every((claim) => claims.includes(claim))) return 'invalid_request'
  if (!['["Cl.Cm"]', '["Cl.Cm.P2"]'].includes(vtr)) return 'invalid_request'
  return pkceEnabled && query['code_challenge_method'] !== 'S256' ? 'invalid_request' : undefined
}

export function askedIn(query: Record<string, string>): Asked {
  const { redirect_uri = '', scope = '', nonce = '', vtr = '', claims = '{}' } = query
  return {
    redirectUri: redirect_uri,
    scope: scope.split(' '),
    nonce,
    claims: Object.keys((JSON.parse(claims) as { userinfo?: object }).userinfo ?? {}),
    identity: vtr.includes('P2'),
    challenge: query['code_challenge'],
  }
}

interface Around {
  url: string
  clientId: string
  clientKeys: JWTVerifyGetKey
}

/** What is wrong with a client's proof that it is the client. */
export async function clientFault(body: Record<string, string>, { url, clientId, clientKeys }: Around) {
  if (body['grant_type'] !== 'authorization_code') return 'unsupported_grant_type'
  if (body['client_assertion_type'] !== ASSERTION || !body['client_assertion']) return 'invalid_request'
  const { sub, iss } = decodeJwt(body['client_assertion'])
  if (sub !== clientId || iss !== sub || (body['client_id'] ?? sub) !== sub) return 'invalid_client'
  const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512']
  const audience = [`${url}/token`, `${url}/`]
  const options = { algorithms, audience, requiredClaims: ['exp'] }
  return jwtVerify(body['client_assertion'], clientKeys, options).then(
    () => undefined,
    () => 'invalid_client',
  )
}

export const metadataOf = (url: string) => ({
  authorization_endpoint: `${url}/authorize`,
  token_endpoint: `${url}/token`,
  issuer: `${url}/`,
  jwks_uri: `${url}/.well-known/jwks.json`,
  scopes_supported: ['openid', 'email', 'phone'],
  response_types_supported: ['code'],
  grant_types_supported: ['authorization_code'],
  token_endpoint_auth_methods_supported: ['private_key_jwt', 'client_secret_post'],
  token_endpoint_auth_signing_alg_values_supported: ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ui_locales_supported: ['en', 'cy'],
  request_parameter_supported: true,
  trustmarks: `${url}/trustmark`,
  subject_types_supported: ['public', 'pairwise'],
  userinfo_endpoint: `${url}/userinfo`,
  end_session_endpoint: `${url}/logout`,
  id_token_signing_alg_values_supported: ['ES256', 'RS256'],
  claim_types_supported: ['normal'],
  request_uri_parameter_supported: false,
})

export const CONTACT = {
  email: 'sim@example.com',
  email_verified: true,
  phone_number: '07700900199',
  phone_number_verified: true,
}

export const PERSON = {
  type: ['VerifiableCredential', 'IdentityCheckCredential'],
  credentialSubject: {
    name: [
      {
        nameParts: [
          { value: 'SIMONE', type: 'GivenName' },
          { value: 'ULATOR', type: 'FamilyName' },
        ],
      },
    ],
    birthDate: [{ value: '1955-04-30' }],
  },
}

/** Driving licence and passport are `null` there unless set, and then left out. */
export const ATTRIBUTES = {
  [`${VOCABULARY}/address`]: [
    {
      ...{ addressCountry: 'GB', buildingName: '', streetName: 'OTLEY ROAD', postalCode: 'LS6 3AA' },
      ...{ buildingNumber: '4', addressLocality: 'LEEDS', validFrom: '2000-01-01', uprn: 72000000302 },
      subBuildingName: '',
    },
  ],
  [`${VOCABULARY}/returnCode`]: [],
}
