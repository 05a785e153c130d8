import { agreementVersions } from '../agreements/agreement-store.ts'
import { fieldsFor } from '../agreements/agreement.ts'
import type { Db } from '../shared/database.ts'
import type { CalendarDate } from '../shared/dates.ts'
import type { Bilingual } from '../shared/language.ts'
import type { Method } from './subscription.ts'
import type { Recipient } from './who-will-be-told.ts'

export type { Recipient } from './who-will-be-told.ts'

/** Whom a report goes to by type, place and day, by body. Whom the citizen's age or choice keeps out is still among them. */
export async function recipientsOf(db: Db, wanted: Wanted): Promise<Recipient[]> {
  const { rows } = await db.raw<{ rows: Row[] }>(
    `select r.subscription_id, r.method, r.agency_id, g.name, g.illustration, r.agreement_id, r.agreement_version
     from recipients_of(?, ?, ?) r join agencies g on g.id = r.agency_id
     order by r.areas is not null, g.name ->> 'en', r.agreement_id, r.subscription_id`,
    [wanted.eventType, [...wanted.areas], wanted.today],
  )
  const agreements = await agreementVersions(
    db,
    rows.map((row) => ({ id: row.agreement_id, version: row.agreement_version })),
  )
  return rows.flatMap((row) => {
    const agreement = agreements.find(({ id, version }) => id === row.agreement_id && version === row.agreement_version)
    if (!agreement) return []
    const agency = { id: row.agency_id, name: row.name, illustration: row.illustration }
    const fields = fieldsFor(agreement, wanted.eventType)
    return [{ subscriptionId: row.subscription_id, method: row.method, agency, agreement, fields }]
  })
}

interface Wanted {
  eventType: string
  /** GSS codes of the areas that the report touches. */
  areas: readonly string[]
  today: CalendarDate
}

interface Row {
  subscription_id: string
  method: Method
  agency_id: string
  name: Bilingual
  illustration: boolean
  agreement_id: string
  agreement_version: number
}
