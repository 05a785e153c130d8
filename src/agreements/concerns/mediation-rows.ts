import type { Bilingual } from '../../shared/language.ts'
import type { Finding } from './finding.ts'
import type { Mediation, Statement } from './mediation.ts'

/** A mediation as PostgreSQL gives it, with what was said and found in it. */
export interface MediationRow {
  id: string
  agreement_id: string
  agency_id: string
  opened_by: Mediation['openedBy']
  advocate_id: string | null
  people: number
  opened_at: Date
  state: Mediation['state']
  mediator_id: string | null
  outcome: Mediation['outcome']
  outcome_words: Bilingual | null
  closed_at: Date | null
  statements: { side: Statement['side']; agency_id: string | null; words: Bilingual; at: string }[] | null
  finding_id: string | null
  found_by: string
  finding_words: Bilingual
  improve_by: string
  found_at: Date
  finding_state: Finding['state']
  improvement: Bilingual | null
  answered_at: Date | null
  settled_words: Bilingual | null
  settled_at: Date | null
}

/** What a query needs to select for `toMediation`, where `m` is the mediation and `f` its finding, if any. */
export const MEDIATION_COLUMNS = `
  m.*, f.id as finding_id, f.found_by, f.words as finding_words, f.improve_by, f.found_at, f.state as finding_state,
  f.improvement, f.answered_at, f.settled_words, f.settled_at,
  (select jsonb_agg(jsonb_build_object('side', s.side, 'agency_id', s.agency_id, 'words', s.words, 'at', s.at)
     order by s.at, s.id)
   from mediation_statements s where s.mediation_id = m.id) as statements`

export const toMediation = (row: MediationRow): Mediation => ({
  ...{ id: row.id, agreementId: row.agreement_id, agencyId: row.agency_id, openedBy: row.opened_by },
  ...{ advocateId: row.advocate_id, people: row.people, openedAt: row.opened_at, state: row.state },
  ...{ mediatorId: row.mediator_id, outcome: row.outcome, outcomeWords: row.outcome_words, closedAt: row.closed_at },
  finding: toFinding(row),
  statements: (row.statements ?? []).map(({ side, agency_id: agencyId, words, at }) => ({
    ...{ side, agencyId, words },
    at: new Date(at),
  })),
})

function toFinding(row: MediationRow): Finding | null {
  if (row.finding_id === null) return null
  return {
    ...{ id: row.finding_id, foundBy: row.found_by, words: row.finding_words, improveBy: row.improve_by },
    ...{ foundAt: row.found_at, state: row.finding_state, improvement: row.improvement, answeredAt: row.answered_at },
    ...{ settledWords: row.settled_words, settledAt: row.settled_at },
  }
}
