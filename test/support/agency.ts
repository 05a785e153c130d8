import { randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, importJWK, SignJWT, type CryptoKey, type JWK } from 'jose'
import { saveAgency } from '../../src/agencies/agency-store.ts'
import type { Agency } from '../../src/agencies/agency.ts'
import { scopes } from '../../src/identity/agency-scopes.ts'
import { agree } from '../../src/agreements/agreement-store.ts'
import type { Agreement } from '../../src/agreements/agreement.ts'
import type { TestDatabase } from './database.ts'

export interface TestAgency {
  id: string
  /** What its programs sign with. */
  privateKey: JWK
}

const NOW = new Date('2026-11-01T09:00:00Z')

/** A body with keys of its own, nationwide, with every scope. Say what is remarkable about it. */
export async function anAgency({ owner }: TestDatabase, remarkable: Partial<Agency> & { id: string }) {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256' }]
  const agency: Agency = {
    name: { en: `The ${remarkable.id} office`, cy: `Swyddfa ${remarkable.id}` },
    cluster: 'human-services',
    kind: 'department',
    contact: {},
    scopes: [...scopes],
    areas: null,
    active: true,
    illustration: false,
    byInterest: false,
    jwks: { keys },
    ...remarkable,
  }
  await saveAgency(owner, agency, NOW)
  return { id: agency.id, privateKey: { ...(await exportJWK(privateKey)), kid: 'one' } }
}

/** One version of an agreement over changes of address. */
export async function anAgreement(
  { owner }: TestDatabase,
  remarkable: Partial<Agreement> & { id: string; agencyId: string },
): Promise<Agreement> {
  const agreement: Agreement = {
    version: 1,
    purpose: { en: `Keep the ${remarkable.id} files right`, cy: `Cadw ffeiliau ${remarkable.id} yn gywir` },
    effect: {
      en: `It changes your address in ${remarkable.id}.`,
      cy: `Mae’n newid eich cyfeiriad yn ${remarkable.id}.`,
    },
    legalBasis: '6(1)(e)',
    power: 'https://www.legislation.gov.uk/ukpga/1988/52/section/99',
    powerName: null,
    choice: 'required',
    irreversible: false,
    matching: ['names', 'birth_date', 'old_address'],
    minimumAge: null,
    usualDays: 10,
    reviewOn: null,
    endsOn: null,
    ...{ account: null, holderId: null, startsOn: null, trial: null },
    events: [{ type: 'change-of-address', fields: ['names', 'new_address', 'move_date'] }],
    ...remarkable,
  }
  await agree(owner, agreement, NOW)
  return agreement
}

/** An access token, asked for as an agency's program does: client credentials with private_key_jwt. */
export async function accessToken(origin: string, issuer: string, agency: TestAgency, scope: string): Promise<string> {
  const key = (await importJWK(agency.privateKey, 'ES256')) as CryptoKey
  const assertion = await new SignJWT({ jti: randomUUID() })
    .setProtectedHeader({ alg: 'ES256', kid: agency.privateKey.kid ?? 'one' })
    .setIssuer(agency.id)
    .setSubject(agency.id)
    .setAudience(issuer)
    .setIssuedAt()
    .setExpirationTime('2m')
    .sign(key)
  const response = await fetch(`${origin}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
      scope,
    }),
  })
  const { access_token } = (await response.json()) as { access_token?: string }
  if (!access_token) throw new Error(`No token: ${response.status}`)
  return access_token
}
