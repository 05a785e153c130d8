import type { Knex } from 'knex'
import type { PublicKeys } from '../../agencies/agency.ts'
import type { Db } from '../../shared/database.ts'

/** An agency's keys as they stand, those that were revoked included. */
export interface AgencyKeys {
  jwks: PublicKeys | null
  jwksUri: string | null
  /** Thumbprints. */
  revoked: string[]
}

export async function keysOf(tx: Db, agencyId: string): Promise<AgencyKeys> {
  return toKeys(await tx<Row>('agencies').where({ id: agencyId }).first())
}

/** Two who change them wait for each other. In the agency's context. */
export async function lockKeys(tx: Db, agencyId: string): Promise<AgencyKeys> {
  return toKeys(await tx<Row>('agencies').where({ id: agencyId }).forUpdate().first())
}

/** In the agency's context. @param endTokens whether access that was given out until now ends. */
export async function setKeys(
  tx: Knex.Transaction,
  agencyId: string,
  { jwks, jwksUri, revoked }: AgencyKeys,
  { at, endTokens }: { at: Date; endTokens: boolean },
): Promise<void> {
  await tx('agencies')
    .where({ id: agencyId })
    .update({
      ...{ jwks: jwks && JSON.stringify(jwks), jwks_uri: jwksUri, revoked_keys: revoked, changed_at: at },
      // By the database's clock, as tokens are issued by the machine's, whatever a test says the time is.
      // When this is said, not when the transaction began, which may have waited for another.
      ...(endTokens && { tokens_from: tx.raw('clock_timestamp()') }),
    })
}

interface Row {
  id: string
  jwks: PublicKeys | null
  jwks_uri: string | null
  revoked_keys: string[]
}

function toKeys(row: Row | undefined): AgencyKeys {
  if (!row) throw new Error('The agency of a member is gone')
  return { jwks: row.jwks, jwksUri: row.jwks_uri, revoked: row.revoked_keys }
}
