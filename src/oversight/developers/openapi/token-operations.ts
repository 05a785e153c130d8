import { z } from 'zod'
import { assertionAlgorithms, paths } from '../../../identity/authorisation-server.ts'
import { scopes } from '../../../identity/agency-scopes.ts'
import type { Operation } from './operation.ts'

/** Where programs of bodies get their access tokens. */
export const tokenOperations = (baseUrl: string): Operation[] => [
  {
    ...{ method: 'post', path: paths.token, tag: 'Access tokens', id: 'getToken' },
    summary: 'Get an access token',
    description: `The assertion has your id as iss and sub, ${baseUrl} as aud, and a jti that is used once.`,
    request: {
      schema: 'TokenRequest',
      mediaType: 'application/x-www-form-urlencoded',
      example: {
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: 'eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl',
        scope: 'ssf.read outcomes.write',
      },
    },
    answers: {
      200: {
        description: 'A token',
        schema: 'AccessToken',
        example: { access_token: 'eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl', expires_in: 300, token_type: 'Bearer' },
      },
      400: { description: 'The request is wrong (RFC 6749, section 5.2)', schema: 'TokenError' },
      401: { description: 'The assertion is not valid', schema: 'TokenError' },
    },
    refuses: ['too-many'],
  },
  {
    ...{ method: 'get', path: paths.metadata, tag: 'Access tokens', id: 'getTokenMetadata' },
    summary: 'Find the token endpoint (RFC 8414)',
    answers: { 200: { description: 'Metadata', schema: metadata } },
  },
  {
    ...{ method: 'get', path: paths.jwks, tag: 'Access tokens', id: 'getTokenKeys' },
    summary: 'Get the keys that access tokens are signed with',
    answers: { 200: { description: 'Public keys', schema: 'KeySet', mediaType: 'application/jwk-set+json' } },
  },
]

const metadata = z.object({
  issuer: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  grant_types_supported: z.array(z.literal('client_credentials')),
  token_endpoint_auth_methods_supported: z.array(z.literal('private_key_jwt')),
  token_endpoint_auth_signing_alg_values_supported: z.array(z.enum(assertionAlgorithms)),
  scopes_supported: z.array(z.enum(scopes)),
})
