import { importJWK, SignJWT } from 'jose'
import { ukToday } from '../../shared/dates.ts'
import { publicKeyOf, type OneLoginKeys } from './keys.ts'
import { birthDateOf, type Persona } from './personas.ts'

/** Half an hour, as GOV.UK One Login's own identity tokens live. */
const LIFETIME_SECONDS = 30 * 60

export interface CoreIdentityToken {
  keys: OneLoginKeys
  issuer: string
  didId: string
  audience: string
  subject: string
  now: Date
}

export async function signCoreIdentity(persona: Persona, token: CoreIdentityToken): Promise<string> {
  const { keys, issuer, didId, audience, subject, now } = token
  const seconds = Math.floor(now.getTime() / 1000)
  return new SignJWT({ vot: 'P2', vtm: `${issuer}trustmark`, vc: credentialOf(persona, now) })
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: `${didId}#${keys.identityKey.kid}` })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(subject)
    .setIssuedAt(seconds)
    .setNotBefore(seconds)
    .setExpirationTime(seconds + LIFETIME_SECONDS)
    .sign(await importJWK(keys.identityKey, 'ES256'))
}

/** The document that says which keys speak for the identity part, in the form that GOV.UK One Login publishes. */
export function didDocument(keys: OneLoginKeys, didId: string) {
  const { kty, crv, x, y } = publicKeyOf(keys.identityKey)
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/jwk/v1'],
    id: didId,
    assertionMethod: [
      {
        type: 'JsonWebKey',
        id: `${didId}#${keys.identityKey.kid}`,
        controller: didId,
        publicKeyJwk: { kty, crv, x, y, alg: 'ES256' },
      },
    ],
  }
}

const credentialOf = (persona: Persona, now: Date) => ({
  type: ['VerifiableCredential', 'VerifiableIdentityCredential'],
  credentialSubject: {
    name: persona.names,
    birthDate: [{ value: birthDateOf(persona, ukToday(now)) }],
  },
})
