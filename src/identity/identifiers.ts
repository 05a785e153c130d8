import { readIdentifier, type NationalIdentifier } from '../vault/national-identifier.ts'
import type { Identity } from './claims.ts'

/** The numbers that One Login has verified, as bodies name a person by them. */
export function identifiersOf({ passports, drivingPermits }: Identity): NationalIdentifier[] {
  const found = [
    ...passports.map(({ documentNumber, icaoIssuerCode = 'GBR' }) =>
      readIdentifier('passport', `${icaoIssuerCode}:${documentNumber}`),
    ),
    ...drivingPermits.map(({ personalNumber }) => readIdentifier('driving-licence', personalNumber)),
  ]
  return found.flatMap((identifier) => identifier ?? [])
}
