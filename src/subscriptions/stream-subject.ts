import { z } from 'zod'
import { canonicalJson } from '../access-log/canonical-json.ts'
import { numberNames } from '../catalogue/matching-numbers.ts'
import { Refusal } from '../shared/refusal.ts'
import { lookUpKey } from '../vault/pseudonyms.ts'
import type { Vault } from '../vault/vault.ts'
import {
  emailIdentifier,
  identifierHash,
  listedHash,
  numberIdentifier,
  opaqueIdentifier,
  phoneIdentifier,
  type Identifier,
} from './identifier.ts'

/** Whom a receiver means, in one of the ways of RFC 9493, section 3.2, of SSF 1.0, section 3, or by a national number. */
export type SubjectId = { format: string } & Readonly<Record<string, unknown>>

/**
 * The format of a national number, as RFC 9493, section 3, has formats that are nobody's but ours: by an address that
 * nobody else can give out.
 */
export const ukNumberFormat = (baseUrl: string) => `${baseUrl}/schemas/subjects/uk-number/v1`

/**
 * Says whether it is written as its format wants it: nothing here, and nothing after, depends on whether anybody is
 * known by it. A format that we do not know has no rules of its own.
 *
 * @throws Refusal `invalid`
 */
export function readSubject(subject: unknown, baseUrl: string): SubjectId {
  const read = anySubject.safeParse(subject)
  const known = read.success ? schemaOf(read.data.format, baseUrl).safeParse(read.data) : undefined
  if (read.success && known?.success && canonicalJson(read.data).length <= LONGEST) return read.data
  const errors = [{ field: 'subject', message: 'must be a subject identifier (RFC 9493, section 3)' }]
  throw new Refusal('invalid', 'The subject was refused', { errors })
}

/**
 * By which a subject can be found again, but not read; others for every body. 32 bytes each, one for each of its
 * identifiers. What nobody can be found by has one all the same, so that it is kept like any other.
 */
export function subjectHashes(vault: Vault, agencyId: string, subject: SubjectId, baseUrl: string): Buffer[] {
  const hashes = identifiersIn(subject, baseUrl).map((identifier) =>
    identifier ? identifierHash(vault, identifier) : lookUpKey(vault, 'interest', canonicalJson(subject)),
  )
  return hashes.map((hash) => listedHash(agencyId, hash))
}

const LONGEST = 4000
const MOST_ALIASES = 20
const text = z.string().min(1).max(1000)

export const anySubject = z.looseObject({ format: text })

/** What a number is written as, published under its format. */
export const ukNumber = z.looseObject({
  format: text,
  type: z.enum(numberNames),
  number: text,
  birth_date: z.iso.date(),
})

/** Required members, by format (RFC 9493, section 3.2). */
const formats: Readonly<Record<string, z.ZodType>> = {
  account: z.looseObject({ uri: text }),
  aliases: z.looseObject({ identifiers: z.array(anySubject).min(1).max(MOST_ALIASES) }),
  complex: z.looseObject({}),
  did: z.looseObject({ url: text }),
  email: z.looseObject({ email: text }),
  iss_sub: z.looseObject({ iss: text, sub: text }),
  opaque: z.looseObject({ id: text }),
  phone_number: z.looseObject({ phone_number: text }),
  uri: z.looseObject({ uri: text }),
}

const schemaOf = (format: string, baseUrl: string) =>
  format === ukNumberFormat(baseUrl) ? ukNumber : (formats[format] ?? z.looseObject({}))

function identifiersIn(subject: SubjectId, baseUrl: string): (Identifier | undefined)[] {
  const { format, id, email, phone_number: phone, identifiers } = subject
  if (format === 'opaque') return [opaqueIdentifier(String(id))]
  if (format === 'email') return [emailIdentifier(String(email))]
  if (format === 'phone_number') return [phoneIdentifier(String(phone))]
  if (format === 'aliases') {
    const members = identifiers as SubjectId[]
    return members.flatMap((member) => (member.format === 'aliases' ? [undefined] : identifiersIn(member, baseUrl)))
  }
  const number = format === ukNumberFormat(baseUrl) ? ukNumber.safeParse(subject) : undefined
  return [number?.success ? numberIdentifier(number.data.type, number.data.number, number.data.birth_date) : undefined]
}
