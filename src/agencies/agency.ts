import type { Scope } from '../identity/agency-scopes.ts'
import type { Bilingual } from '../shared/language.ts'

export const clusters = ['crime-and-justice', 'health-and-social-care', 'human-services'] as const
export type Cluster = (typeof clusters)[number]

/** Pending: it may prepare itself, and is told of nobody real yet. Off-boarded: it has left, and its evidence stays. */
export const agencyStates = ['pending', 'approved', 'off-boarded'] as const
export type AgencyState = (typeof agencyStates)[number]

/** Whether each stream has to pass a conformance run before its first real person; else whoever let the body in vouches. */
export const conformanceRules = ['waived', 'required'] as const
export type ConformanceRule = (typeof conformanceRules)[number]

/** Whose bank holidays a body keeps; `all`: it has people in all of them, and some are at work whenever one of them is. */
export const nations = ['england-and-wales', 'scotland', 'northern-ireland', 'all'] as const
export type Nation = (typeof nations)[number]

/** A public body that takes part. Public facts: nothing here is secret or about a citizen. */
export interface Agency {
  /** Also its `client_id` and the audience of its tokens. */
  id: string
  name: Bilingual
  cluster: Cluster
  /** What kind of body it is, in a word or two of its own: `council`, `department`. */
  kind: string
  contact: Contact
  /** Public keys that its programs sign with; either these or the address where it publishes them. */
  jwks?: PublicKeys
  jwksUri?: string
  scopes: Scope[]
  /** GSS codes of the areas it serves; null is nationwide. */
  areas: string[] | null
  /** Whose bank holidays it keeps; those of its areas, unless said. */
  nation?: Nation
  /** GSS code of the region whose cluster it is in, as of a combined authority; a body without one is in a national one. */
  region?: string
  /** It is told only of people whom it has said that it has a file on. */
  byInterest: boolean
  /** False while an operator has suspended it: it gets no token and is told nothing. */
  active: boolean
  /** Approved, unless said. */
  state?: AgencyState
  /** Waived, unless said. */
  conformance?: ConformanceRule
  /** Systems whose uses of data it reports to the access log, and those whose uses it does not; none, unless said. */
  systemsCovered?: Bilingual[]
  systemsMissing?: Bilingual[]
  /** What risks it takes when it shares data and which it does not, as it publishes it; none, unless said. */
  riskAppetite?: Bilingual
  /** Numbers that it says to be somebody's or not, each with the address to ask it at; none, unless said. */
  confirms?: { number: 'nino' | 'nhs-number'; url: string }[]
  /** The body named has agreed to nothing: it stands here to show how the service works. Pages say so. */
  illustration: boolean
}

/** As its areas are, where nobody has said: of one nation that of the areas, of several or none all. */
export function nationOf({
  nation,
  areas,
}: {
  nation?: Nation | null | undefined
  areas: readonly string[] | null
}): Nation {
  if (nation) return nation
  const found = new Set((areas ?? []).map((code) => NATION_OF_CODE[code.charAt(0)] ?? 'all'))
  const [only = 'all', ...others] = found
  return others.length > 0 ? 'all' : only
}

/** The first letter of a GSS code. */
const NATION_OF_CODE: Record<string, Nation> = {
  E: 'england-and-wales',
  W: 'england-and-wales',
  S: 'scotland',
  N: 'northern-ireland',
}

/** Each way to reach the body, for those who cannot or would rather not go online. */
export interface Contact {
  email?: string | undefined
  phone?: string | undefined
  /** For people who cannot hear or speak on the phone: a number of its own, or what to dial first (Relay UK). */
  textphone?: string | undefined
  relay?: string | undefined
  url?: string | undefined
  post?: string | undefined
  /** Where to go: `At any Jobcentre Plus office`. */
  in_person?: Bilingual | undefined
}

export interface PublicKeys {
  keys: Record<string, unknown>[]
}
