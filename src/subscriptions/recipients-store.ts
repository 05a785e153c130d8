import { AGREEMENT_COLUMNS, toAgreement, type AgreementRow } from '../agreements/agreement-rows.ts'
import { fieldsFor } from '../agreements/agreement.ts'
import type { Db } from '../shared/database.ts'
import type { CalendarDate } from '../shared/dates.ts'
import type { Bilingual } from '../shared/language.ts'
import type { Method } from './subscription.ts'
import type { Recipient } from './who-will-be-told.ts'

export type { Recipient } from './who-will-be-told.ts'

/**
 * Whom a report goes to by type, place and day, by body. Whom the citizen's age or choice keeps out is still among them,
 * and so is who has said that it has no file on them, marked as such.
 */
export async function recipientsOf(db: Db, wanted: Wanted): Promise<Recipient[]> {
  const { rows } = await db
    .raw<{ rows: Row[] }>(RECIPIENTS, [wanted.eventType, [...wanted.areas], wanted.today])
    // By a name each connection plans it once: planning takes four times as long as the rest.
    .options({ name: 'recipients' })
  return rows.map((row) => {
    const agreement = toAgreement(row)
    const agency = { id: row.agency_id, name: row.name, illustration: row.illustration, byInterest: row.by_interest }
    const fields = fieldsFor(agreement, wanted.eventType)
    const known = {
      ...(row.without_file && { withoutFile: true as const }),
      ...(row.stopped && { stopped: true as const }),
    }
    return { subscriptionId: row.subscription_id, method: row.method, agency, agreement, fields, ...known }
  })
}

const RECIPIENTS = `
  select r.subscription_id, r.method, g.name, g.illustration, g.by_interest,
    r.subscription_id = any ((select streams_without_file())::uuid[]) as without_file,
    exists (select from stopped_sharing x where x.agreement_id = r.agreement_id
      and x.subject_ref = any ((select context_subjects())::bytea[])) as stopped, ${AGREEMENT_COLUMNS}
  from recipients_of(?, ?, ?) r
  join agencies g on g.id = r.agency_id
  join agreements a on a.id = r.agreement_id
  join agreement_versions v on v.agreement_id = r.agreement_id and v.version = r.agreement_version
  order by r.areas is not null, g.name ->> 'en', r.agreement_id, r.subscription_id`

interface Wanted {
  eventType: string
  /** GSS codes of the areas that the report touches. */
  areas: readonly string[]
  today: CalendarDate
}

interface Row extends AgreementRow {
  subscription_id: string
  method: Method
  name: Bilingual
  illustration: boolean
  by_interest: boolean
  without_file: boolean
  stopped: boolean
}
