import type { Bilingual } from '../../shared/language.ts'

/** What can happen to an agreement, or to a request to share before there is one. */
export type Act =
  | 'requested'
  | 'withdrawn'
  | 'considered'
  | 'escalated'
  | 'objected'
  | 'approved'
  | 'declined'
  | 'presumed'
  | 'relied'
  | 'in-force'
  | 'reviewed'
  | 'renewed'
  | 'lapsed'
  | 'ended'
  | 'concern'
  | 'mediation'
  | 'finding'
  | 'improved'

/** As what somebody acted. `body`: the one that is told; `service`: nobody, by the clock. */
export type DecidingRole = 'body' | 'holder' | 'cluster' | 'operator' | 'regulator' | 'advocate' | 'public' | 'service'

/** Published and kept for good: who did what, by role and body, and never by name. */
export interface Decision {
  id: string
  agreementId: string
  /** Null before there is one. */
  version: number | null
  proposalId: string | null
  act: Act
  role: DecidingRole
  /** In whose name; null: the operator, the public, or this service by its clock. */
  agencyId: string | null
  category: string | null
  words: Bilingual | null
  at: Date
}

export type NewDecision = Pick<Decision, 'agreementId' | 'act' | 'role'> &
  Partial<Omit<Decision, 'id' | 'agreementId' | 'act' | 'role' | 'at'>>
