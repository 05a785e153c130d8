import { agreementHistory } from '../agreements/agreement-store.ts'
import type { Db } from '../shared/database.ts'
import type { ProposedAgreement } from './agreement-changes.ts'

/** Those whose latest version came by a proposal, with what the file said of them before. With the worker's role. */
export async function proposedAgreements(db: Db): Promise<ProposedAgreement[]> {
  const { rows } = await db.raw<{ rows: { id: string; versions: number[] }[] }>(
    `select a.id, array_agg(v.version) as versions from agreements a
     join grant_approvals v on v.agreement_id = a.id and v.proposal_id is not null
     group by a.id having max(v.version) = a.version`,
  )
  return Promise.all(
    rows.map(async ({ id, versions }) => {
      const history = await agreementHistory(db, id)
      return { id, ofFile: history.find(({ version }) => !versions.includes(version)) }
    }),
  )
}
