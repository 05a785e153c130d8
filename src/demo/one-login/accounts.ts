import { createHmac } from 'node:crypto'
import type { Account } from 'oidc-provider'
import { signCoreIdentity, type CoreIdentityToken } from './core-identity-token.ts'
import type { Persona } from './personas.ts'

const VOCABULARY = 'https://vocab.account.gov.uk/v1'

export const identityClaims = ['coreIdentityJWT', 'address', 'passport', 'drivingPermit', 'returnCode'].map(
  (name) => `${VOCABULARY}/${name}`,
)

/** The subject that one client sees: stable for a persona, whatever the port or address of the client. */
export function pairwiseSubject(salt: string, personaId: string, clientId: string): string {
  const digest = createHmac('sha256', salt).update(`${clientId}\0${personaId}`).digest('base64')
  return `urn:fdc:gov.uk:2022:${digest.replaceAll('+', '-').replaceAll('/', '_')}`
}

/** A persona in oidc-provider's terms. It picks from these claims those that the request asked for. */
export function accountOf(persona: Persona, token: CoreIdentityToken): Account {
  return {
    accountId: persona.id,
    async claims(use) {
      // The ID token says how strongly the person was authenticated; identity never shows there.
      if (use === 'id_token') return { sub: persona.id, vot: 'Cl.Cm', vtm: `${token.issuer}trustmark` }
      return { sub: persona.id, ...contactClaims(persona), ...(await identityClaimsOf(persona, token)) }
    },
  }
}

const contactClaims = (persona: Persona) => ({
  email: persona.email,
  email_verified: true,
  phone_number: persona.phone,
  phone_number_verified: true,
})

async function identityClaimsOf(persona: Persona, token: CoreIdentityToken) {
  const returnCode = { [`${VOCABULARY}/returnCode`]: persona.returnCodes ?? [] }
  if (persona.identity !== 'proved') return returnCode
  return {
    ...returnCode,
    [`${VOCABULARY}/coreIdentityJWT`]: await signCoreIdentity(persona, token),
    [`${VOCABULARY}/address`]: persona.addresses,
    ...(persona.passports && { [`${VOCABULARY}/passport`]: persona.passports }),
    ...(persona.drivingPermits && { [`${VOCABULARY}/drivingPermit`]: persona.drivingPermits }),
  }
}
