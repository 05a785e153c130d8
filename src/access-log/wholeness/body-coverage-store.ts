import { ask, type Db } from '../../shared/database.ts'
import type { Bilingual } from '../../shared/language.ts'

/** What a body says of itself, and since when and until when it was heard. */
export interface BodyCoverage {
  agencyId: string
  firstAt: Date | null
  lastAt: Date | null
  covered: Bilingual[]
  missing: Bilingual[]
}

/** Of bodies that take part. */
export const coverageOfBodies = (db: Db): Promise<BodyCoverage[]> =>
  ask(db, {
    name: 'coverage of bodies',
    text: `select g.id as "agencyId", h.first_at as "firstAt", h.last_at as "lastAt",
        g.systems_covered as covered, g.systems_missing as missing
      from agencies g left join access_heard h on h.agency_id = g.id
      where g.status = 'active' and g.state = 'approved' order by g.name ->> 'en', g.id`,
    values: [],
  })
