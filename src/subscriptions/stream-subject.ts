import { z } from 'zod'
import { canonicalJson } from '../access-log/canonical-json.ts'
import { Refusal } from '../shared/refusal.ts'
import { lookUpKey } from '../vault/pseudonyms.ts'
import type { Vault } from '../vault/vault.ts'

/** Whom a receiver means, in one of the ways of RFC 9493, section 3.2, or of SSF 1.0, section 3. */
export type SubjectId = { format: string } & Readonly<Record<string, unknown>>

/**
 * Says whether it is written as its format wants it: nothing here, and nothing after, depends on whether anybody is
 * known by it. A format that we do not know has no rules of its own.
 *
 * @throws Refusal `invalid`
 */
export function readSubject(subject: unknown): SubjectId {
  const read = anySubject.safeParse(subject)
  const known = read.success ? (formats[read.data.format] ?? z.looseObject({})).safeParse(read.data) : undefined
  if (read.success && known?.success && canonicalJson(read.data).length <= LONGEST) return read.data
  const errors = [{ field: 'subject', message: 'must be a subject identifier (RFC 9493, section 3)' }]
  throw new Refusal('invalid', 'The subject was refused', { errors })
}

/** By which a subject can be found again, but not read; another for every body. 32 bytes. */
export const subjectHash = (vault: Vault, agencyId: string, subject: SubjectId): Buffer =>
  lookUpKey(vault, 'interest', `${agencyId}\0${canonicalJson(subject)}`)

const LONGEST = 4000
const text = z.string().min(1).max(1000)

export const anySubject = z.looseObject({ format: text })

/** Required members, by format (RFC 9493, section 3.2). */
const formats: Readonly<Record<string, z.ZodType>> = {
  account: z.looseObject({ uri: text }),
  aliases: z.looseObject({ identifiers: z.array(anySubject).min(1) }),
  complex: z.looseObject({}),
  did: z.looseObject({ url: text }),
  email: z.looseObject({ email: text }),
  iss_sub: z.looseObject({ iss: text, sub: text }),
  opaque: z.looseObject({ id: text }),
  phone_number: z.looseObject({ phone_number: text }),
  uri: z.looseObject({ uri: text }),
}
