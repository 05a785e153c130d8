import type { Agency } from '../../agencies/agency.ts'
import { findLifeEvent, lifeEvents, type Catalogue } from '../../catalogue/catalogue.ts'
import { sharingOf, type Account } from '../account.ts'
import { isPublicKind } from './public-kinds.ts'

/** What no agreement can ask for, whoever approves it. */
export const neverShared = ['not-public', 'health-record', 'browsing', 'universal-identifier'] as const
export type NeverShared = (typeof neverShared)[number]

export interface Asked {
  events: readonly { type: string; fields: readonly string[] }[]
  matching?: readonly string[] | undefined
  /** The body that holds what is asked for; absent: what citizens report here. */
  holder?: string | undefined
  account?: Account | undefined
}

export type Receiver = Pick<Agency, 'kind' | 'cluster'>

/** Which of these an agreement asks for; empty when it can be drafted. */
export function notForSharing(asked: Asked, receiver: Receiver, events: Catalogue = lifeEvents): NeverShared[] {
  const found: Record<NeverShared, boolean> = {
    'not-public': !isPublicKind(receiver.kind),
    'health-record': asked.holder !== undefined && asksOfHealth(asked, events),
    browsing: mayNotBrowse(receiver) && sharingOf(asked.account) === 'bulk',
    'universal-identifier': issuersOf(asked).size > 1,
  }
  return neverShared.filter((each) => found[each])
}

/** What a citizen says of their own health is theirs to tell; what another body wrote down of it stays there. */
function asksOfHealth({ events: asked, matching = [] }: Asked, events: Catalogue): boolean {
  return asked.some(({ type, fields }) => {
    const known = findLifeEvent(type, events)?.fields ?? {}
    return [...fields, ...matching].some((name) => known[name]?.category === 'health' || /health|nhs/.test(name))
  })
}

/** Who looks for offenders sees one person at a time, with a reason, on record: never a list to search. */
const mayNotBrowse = ({ cluster, kind }: Receiver) => cluster === 'crime-and-justice' || /police|justice/i.test(kind)

/**
 * Two numbers that two bodies gave to the same person join what both of them hold: together they are the number for
 * everybody that Parliament took back (Identity Documents Act 2010, section 1), and what pairwise references here
 * (DESIGN.md, rule 5) are to keep from coming about. An agreement has those of one issuer at most. Those that one body
 * alone goes by (a council's account, a loan's reference, a vehicle's mark) name no person elsewhere. A number that is
 * itself what is reported, as that of a document to be changed or of somebody who has died, finds nobody.
 */
function issuersOf({ events, matching = [] }: Asked): Set<string> {
  const told = events.flatMap(({ fields }) => fields).filter((name) => name !== PASSPORT)
  return new Set([...told, ...matching].flatMap((name) => ISSUERS[name] ?? []))
}

const PASSPORT = 'passport_number'

const ISSUERS: Record<string, string> = {
  national_insurance_number: 'HMRC',
  driver_number: 'DVLA',
  [PASSPORT]: 'HM Passport Office',
  nhs_number: 'NHS',
}
