import { z } from 'zod'
import { scopes } from '../identity/agency-scopes.ts'
import { agencyStates, clusters, conformanceRules, nations, type Agency, type Contact } from './agency.ts'
import { bilingual, entry, id, listOf, text, type Report, type Unchecked } from './file-entry.ts'
import { outsideAddress, type AddressRules } from './outside-address.ts'
import { publicKeys } from './public-keys.ts'

/** The keys of an agency's entry in the agencies file that are about the body itself. */
export const agencyShape = (rules: AddressRules) => ({
  id: id.refine((own) => own !== 'tell-us-once', 'is the id of this service itself'),
  name: bilingual(120),
  cluster: z.enum(clusters),
  kind: text(60).default('public-body'),
  contact: contact(rules).default({}),
  jwks: publicKeys.optional(),
  jwks_uri: outsideAddress(rules).optional(),
  scopes: listOf(z.enum(scopes)).optional(),
  routing: entry({
    areas: listOf(area).min(1, 'must name an area; leave routing out if it serves everywhere').optional(),
    interest: z.boolean().default(false),
  }).default({ interest: false }),
  nation: z.enum(nations).optional(),
  region: gssCode('of a region', 'E47000003').optional(),
  illustration: z.boolean().default(false),
  state: z.enum(agencyStates).optional(),
  conformance: z.enum(conformanceRules).optional(),
  confirms: listOf(entry({ number: z.enum(['nino', 'nhs-number']), url: outsideAddress(rules) })).optional(),
  systems: entry({ covered: systems, not_covered: systems }).optional(),
  risk_appetite: bilingual(1000).optional(),
})

/** What must be so between the parts of the entry. */
export function lookAtAgency(agency: Unchecked, report: Report): void {
  const given = ['jwks', 'jwks_uri'].filter((key) => agency[key] !== undefined)
  const asks = Array.isArray(agency['scopes']) && agency['scopes'].length > 0
  if (given.length === 2) report(['jwks_uri'], 'stands beside jwks: give one of the two')
  if (given.length > 0 || !asks) return
  report(['jwks'], 'is missing: for these scopes, give the public keys here or their address in jwks_uri')
}

/** In the shape of the row; `active` is the operator's to say, not the file's. */
export function agencyFrom(read: AgencyEntry): Agency {
  return {
    id: read.id,
    name: read.name,
    cluster: read.cluster,
    kind: read.kind,
    contact: read.contact satisfies Contact,
    ...(read.jwks && { jwks: read.jwks }),
    ...(read.jwks_uri && { jwksUri: read.jwks_uri }),
    // Without keys no program can prove that it is the body's: it is told by push or in the browser.
    scopes: read.scopes ?? (read.jwks || read.jwks_uri ? [...scopes] : []),
    areas: read.routing.areas ?? null,
    ...(read.nation && { nation: read.nation }),
    ...(read.region && { region: read.region }),
    byInterest: read.routing.interest,
    active: true,
    illustration: read.illustration,
    ...(read.state && { state: read.state }),
    ...(read.conformance && { conformance: read.conformance }),
    ...(read.confirms?.length && { confirms: read.confirms }),
    ...(read.systems?.covered.length && { systemsCovered: read.systems.covered }),
    ...(read.systems?.not_covered.length && { systemsMissing: read.systems.not_covered }),
    ...(read.risk_appetite && { riskAppetite: read.risk_appetite }),
  }
}

export type AgencyEntry = z.output<z.ZodObject<ReturnType<typeof agencyShape>>>

// Office for National Statistics: a letter for the country (K is the United Kingdom), two digits for the kind of area.
function gssCode(of: string, example: string) {
  const problem = `must be the GSS code ${of}: a letter of E, K, N, S or W and 8 digits, as in ${example}`
  return z.string().regex(/^[EKNSW]\d{8}$/, problem)
}

const area = gssCode('of an area', 'E08000035')

/** By the names that people know them by. */
const systems = z.array(bilingual(120)).default([])

const email = z.email('must be an e-mail address')

/** An e-mail address alone will do. */
const contact = (rules: AddressRules) =>
  z.preprocess((written) => (typeof written === 'string' ? { email: written } : written), contactWays(rules))

const contactWays = (rules: AddressRules) =>
  entry({
    email: email.optional(),
    phone: text(60).optional(),
    url: outsideAddress(rules).optional(),
    post: text(300).optional(),
    textphone: text(60).optional(),
    relay: text(60).optional(),
    in_person: z
      .preprocess((written) => (typeof written === 'string' ? { en: written } : written), bilingual(300))
      .optional(),
  })
