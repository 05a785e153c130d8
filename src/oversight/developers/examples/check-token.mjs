// npm install jose
import { createRemoteJWKSet, errors, jwtVerify } from 'jose'

const { SERVICE, CLIENT_ID } = process.env
const keys = createRemoteJWKSet(new URL(`${SERVICE}/ssf/jwks`))

const UNREADABLE = [
  'ERR_JOSE_ALG_NOT_ALLOWED',
  'ERR_JOSE_NOT_SUPPORTED',
  'ERR_JWS_INVALID',
  'ERR_JWT_CLAIM_VALIDATION_FAILED',
  'ERR_JWT_INVALID',
]

/** Gives the claims of a token that is right, or the error to answer with. */
export async function checkToken(token) {
  try {
    const { payload: claims } = await jwtVerify(token, keys, {
      typ: 'secevent+jwt',
      algorithms: ['ES256', 'RS256'],
      issuer: SERVICE,
      audience: CLIENT_ID,
    })
    if (claims.sub || claims.exp || Object.keys(claims.events ?? {}).length !== 1) {
      return wrong('invalid_request', 'This is not an event token')
    }
    return { claims }
  } catch (error) {
    if (error.claim === 'iss') return wrong('invalid_issuer', 'Not from this service')
    if (error.claim === 'aud') return wrong('invalid_audience', 'For another body')
    if (error instanceof errors.JWKSNoMatchingKey) return wrong('invalid_key', 'Unknown key')
    if (error instanceof errors.JWSSignatureVerificationFailed) {
      return wrong('authentication_failed', 'The signature is wrong')
    }
    if (UNREADABLE.includes(error.code)) {
      return wrong('invalid_request', 'This is not an event token')
    }
    // Keys that could not be fetched say nothing about the token: try again later.
    throw error
  }
}

const wrong = (err, description) => ({ error: { err, description } })
