import type { Agency } from '../../agencies/agency.ts'
import type { AgreementEntry } from '../agreement-entry.ts'
import type { Agreement } from '../agreement.ts'
import { lawfulBasis } from '../legal-basis.ts'
import { isPrecedent } from '../proposals/proposal.ts'

export type Member = Pick<Agency, 'id' | 'cluster' | 'region'>

/**
 * A cluster is national or of a region: a national body is in that of every region. In health and social care it is of
 * one always, and a body that names none is alone. The database says the same (`in_one_cluster`).
 */
export function inOneCluster(one: Member, other: Member): boolean {
  if (one.cluster !== other.cluster) return false
  if (one.cluster === 'health-and-social-care') return (one.region ?? one.id) === (other.region ?? other.id)
  return one.region === undefined || other.region === undefined || one.region === other.region
}

interface Around {
  asker: Member | undefined
  /** The body that holds what is asked for, where the terms name one. */
  holder: Member | undefined
  /** What two people approved for bodies of the asker's cluster. */
  approved: readonly Agreement[]
}

/**
 * Whether approval is presumed unless somebody objects: of a public task that is shared in a cluster, so that either the
 * holder is of it, or an agreement of the kind was approved there before. What other bases rest on (consent, a duty) is
 * nobody's to presume, and the power never is presumed: the terms name it.
 */
export function presumption(
  terms: AgreementEntry,
  { asker, holder, approved }: Around,
): { precedent: string | null } | undefined {
  if (lawfulBasis(terms.legal_basis) !== 'e' || terms.trial) return undefined
  if (terms.holder !== undefined) {
    return asker && holder && inOneCluster(asker, holder) ? { precedent: null } : undefined
  }
  const precedent = approved.filter(isOwnKind).find((agreement) => isPrecedent(agreement, terms))
  return precedent && { precedent: precedent.id }
}

/** What another body holds is the holder's to share, each time; and a trial proves nothing yet. */
const isOwnKind = ({ holderId, trial }: Agreement) => holderId === null && trial === null
