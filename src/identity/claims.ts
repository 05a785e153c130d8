import { z } from 'zod'
import type { PostalAddress } from '../shared/address.ts'
import { isRealDate, type CalendarDate } from '../shared/dates.ts'
import type { PersonName } from '../shared/names.ts'

/** Who somebody is, as One Login proved it. Stored sealed; the token it came in is not kept. */
export interface Identity {
  /** Current one first. */
  names: PersonName[]
  birthDate: CalendarDate
  /** Current one first. */
  addresses: PostalAddress[]
  drivingPermits: DrivingPermit[]
  passports: Passport[]
  email?: string
  phone?: string
}

export interface DrivingPermit {
  personalNumber: string
  expiryDate?: string
  issueNumber?: string
  issuedBy?: string
}

export interface Passport {
  documentNumber: string
  icaoIssuerCode?: string
  expiryDate?: string
}

export const VOCABULARY = 'https://vocab.account.gov.uk/v1'
export const CORE_IDENTITY = `${VOCABULARY}/coreIdentityJWT`
const ADDRESS = `${VOCABULARY}/address`
const PASSPORT = `${VOCABULARY}/passport`
const DRIVING_PERMIT = `${VOCABULARY}/drivingPermit`
const RETURN_CODE = `${VOCABULARY}/returnCode`

/** The `claims` parameter of the identity request. */
export const claimsRequest = JSON.stringify({
  userinfo: Object.fromEntries(
    [CORE_IDENTITY, ADDRESS, PASSPORT, DRIVING_PERMIT, RETURN_CODE].map((claim) => [claim, null]),
  ),
})

/** The claims beside the signed ones. Each may be absent; an entry that cannot be read is left out. */
export function attributesOf(userInfo: Record<string, unknown>): Omit<Identity, 'names' | 'birthDate'> {
  const email = textOf(userInfo['email'])
  const phone = textOf(userInfo['phone_number'])
  return {
    addresses: entries(userInfo[ADDRESS], address).sort(currentFirst),
    drivingPermits: entries(userInfo[DRIVING_PERMIT], drivingPermit),
    passports: entries(userInfo[PASSPORT], passport),
    ...(email && { email }),
    ...(phone && { phone }),
  }
}

/** One Login's letters for what stood in the way. They may come with a success, and choose words only. */
export const returnCodesOf = (userInfo: Record<string, unknown>): string[] =>
  entries(userInfo[RETURN_CODE], returnCode).map(({ code }) => code)

/** `vc.credentialSubject.name`, current one first. */
export const parseNames = (claim: unknown): PersonName[] => entries(claim, personName).sort(currentFirst)

/** `vc.credentialSubject.birthDate`: One Login puts the one it trusts most first. */
export function parseBirthDate(claim: unknown): CalendarDate | undefined {
  const [best] = entries(claim, birthDate)
  return best && isRealDate(best.value) ? best.value : undefined
}

// One Login leaves out what it does not know, or says null, or ''.
const text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform((value) => value?.trim() || undefined)

const needed = text.pipe(z.string())

const address = z
  .object({
    uprn: z.preprocess((value) => (value ? Number(value) : undefined), z.int().positive().optional()).catch(undefined),
    organisationName: text,
    departmentName: text,
    subBuildingName: text,
    buildingNumber: text,
    buildingName: text,
    dependentStreetName: text,
    streetName: text,
    doubleDependentAddressLocality: text,
    dependentAddressLocality: text,
    addressLocality: text,
    addressRegion: text,
    postalCode: text,
    addressCountry: text,
    validFrom: text,
    validUntil: text,
  })
  .transform((value) => withoutAbsent(value) as PostalAddress)

const drivingPermit = z
  .object({ personalNumber: needed, expiryDate: text, issueNumber: text, issuedBy: text })
  .transform((value) => withoutAbsent(value) as DrivingPermit)

const passport = z
  .object({ documentNumber: needed, icaoIssuerCode: text, expiryDate: text })
  .transform((value) => withoutAbsent(value) as Passport)

const personName = z
  .object({
    nameParts: z.array(z.object({ type: z.enum(['GivenName', 'FamilyName']), value: needed })).min(1),
    validFrom: text,
    validUntil: text,
  })
  .transform((value) => withoutAbsent(value) as PersonName)

const birthDate = z.object({ value: z.string() })
const returnCode = z.object({ code: needed })

function entries<Schema extends z.ZodType>(claim: unknown, schema: Schema): z.output<Schema>[] {
  const items: unknown[] = Array.isArray(claim) ? claim : []
  return items.flatMap((item) => {
    const parsed = schema.safeParse(item)
    return parsed.success ? [parsed.data] : []
  })
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

const withoutAbsent = (value: object) =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined))

/** Without an end it is current; then the latest ended. */
function currentFirst(one: { validUntil?: string }, other: { validUntil?: string }): number {
  return (other.validUntil ?? '9999').localeCompare(one.validUntil ?? '9999')
}
