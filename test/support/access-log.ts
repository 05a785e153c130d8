import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { recordDisclosures, type Disclosure } from '../../src/access-log/record.ts'
import { findOrCreateAccount } from '../../src/identity/account-store.ts'
import { inContext } from '../../src/shared/database.ts'
import { parseKeyring } from '../../src/vault/keyring.ts'
import { pairwise, subjectRef } from '../../src/vault/pseudonyms.ts'
import type { Vault } from '../../src/vault/vault.ts'
import type { Client } from './client.ts'
import type { TestDatabase } from './database.ts'
import type { House } from './house.ts'

export const testVault = (): Vault => ({
  dataKeys: parseKeyring(`d1:${Buffer.alloc(32, 1).toString('base64')}`),
  pseudonymKeys: parseKeyring(`p1:${Buffer.alloc(32, 2).toString('base64')}`),
})

export interface Citizen {
  accountId: string
  subjects: Buffer[]
  subject: Buffer
  proved: true
}

/** Somebody who has signed in before. */
export async function aCitizen({ web }: TestDatabase, vault: Vault, sub: string): Promise<Citizen> {
  const accountId = await findOrCreateAccount(web, vault, { issuer: 'https://one-login.example', sub })
  const subject = subjectRef(vault, 'account', accountId)
  return { accountId, subject, subjects: [subject], proved: true }
}

/** What an agency that was told about a citizen knows them by, as fan-out notes it. */
export async function knownTo({ worker }: TestDatabase, vault: Vault, agencyId: string, subject: Buffer) {
  const identifier = pairwise(vault, agencyId, 'person', subject)
  await worker('pairwise_identifiers')
    .insert({ agency_id: agencyId, identifier, subject_ref: subject })
    .onConflict(['agency_id', 'identifier'])
    .ignore()
  return identifier
}

/** A disclosure of ours; say whose it is and what is remarkable about it. */
export function aDisclosure(remarkable: Partial<Disclosure> & { subjectRef: Buffer }): Disclosure {
  return {
    recordId: uuidv7(),
    registeredAt: new Date('2026-11-20T10:00:00Z'),
    agencyId: 'dvla',
    agreementId: 'dvla-driving-licence',
    activityId: 'https://tell-us-once.example/agreements/dvla-driving-licence/versions/1',
    purpose: 'https://w3id.org/dpv#PublicBenefit',
    legalBasis: '6(1)(e)',
    power: 'https://www.legislation.gov.uk/ukpga/1988/52/section/99',
    dataCategories: ['name', 'address'],
    reportId: uuidv7(),
    traceId: randomBytes(16).toString('hex'),
    spanId: randomBytes(8).toString('hex'),
    name: 'tell of change-of-address',
    ...remarkable,
  }
}

/** Recorded as the worker does. */
export async function disclose({ worker }: TestDatabase, ...disclosures: Disclosure[]): Promise<void> {
  await worker.transaction((tx) => recordDisclosures(tx, disclosures))
}

/** The web role, on behalf of a citizen. */
export const as = <Result>(
  { web }: TestDatabase,
  { accountId: account, subjects }: Pick<Citizen, 'accountId' | 'subjects'>,
  work: Parameters<typeof inContext<Result>>[2],
) => inContext<Result>(web, { account, subjects }, work)

/** Somebody who signs in through the front door, with their browser. */
export async function signedIn(house: House, persona: string): Promise<Citizen & { browser: Client }> {
  const browser = await house.signIn(persona)
  const { owner } = house.database
  const session = await owner('sessions')
    .whereRaw(`sess ->> 'accountId' is not null`)
    // Not by when it expires, which is kept in whole seconds: two people may sign in within one.
    .orderByRaw(`(sess ->> 'signedInAt')::bigint desc`)
    .first<{ sess: { accountId: string } }>('sess')
  const { accountId } = session.sess
  const { subject_ref: subject } = await owner('accounts')
    .where({ id: accountId })
    .first<{ subject_ref: Buffer }>('subject_ref')
  return { browser, accountId, subject, subjects: [subject], proved: true }
}
