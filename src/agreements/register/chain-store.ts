import { ask, type Db } from '../../shared/database.ts'
import type { Bilingual } from '../../shared/language.ts'

/** An agreement of a chain of reliance, as others name it. */
export interface Linked {
  id: string
  agency: Bilingual
  purpose: Bilingual
}

/** What an agreement relies on, the nearest first, and what relies on it, up to a number. */
export interface Chain {
  above: Linked[]
  below: Linked[]
}

// A chain is one or two long; whoever closes it to a ring has made a mistake that must not hang a page.
const LONGEST = 20
const SHOWN = 50

export async function chainOfAgreement(db: Db, id: string): Promise<Chain> {
  const rows = await ask<Linked & { depth: number }>(db, {
    name: 'chain of an agreement',
    text: `
      with recursive above as (
        select relies_on as id, 1 as depth from agreements where id = $1 and relies_on is not null
        union all
        select a.relies_on, above.depth + 1 from above join agreements a on a.id = above.id
        where a.relies_on is not null and above.depth < $2
      ), below as (
        select id, -1 as depth from agreements where relies_on = $1 order by id limit $3
      )
      select c.id, c.depth, g.name as agency, v.purpose
      from (select * from above union all select * from below) c
      join agreements a on a.id = c.id
      join agencies g on g.id = a.agency_id
      join agreement_versions v on v.agreement_id = a.id and v.version = a.version
      order by c.depth, c.id`,
    values: [id, LONGEST, SHOWN],
  })
  return { above: rows.filter(({ depth }) => depth > 0), below: rows.filter(({ depth }) => depth < 0) }
}
