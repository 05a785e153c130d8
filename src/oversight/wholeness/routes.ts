import { Router, type Request, type Response } from 'express'
import { listAgencies } from '../../agencies/agency-store.ts'
import { coverageOfBodies } from '../../access-log/wholeness/body-coverage-store.ts'
import { gapsSince, type FoundGap } from '../../access-log/wholeness/gap-store.ts'
import { operators } from '../../identity/staff/staff-rules.ts'
import { DAY, later, type Clock } from '../../shared/clock.ts'
import { inContext, type Db } from '../../shared/database.ts'
import { formatDate, formatDateTime } from '../../shared/dates.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { renderStaffPage } from '../staff-page.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

const words = { en, cy }

export interface CoverageParts {
  db: Db
  clock: Clock
}

const CLOSED_FOR = 30 * DAY

/** Where the access log may not be whole, with the numbers that citizens do not see: they are of all people together. */
export function operatorCoverageRoutes(parts: CoverageParts): Router {
  const router = Router()
  router.get('/operator/coverage', operators, (req, res) => showCoverage(parts, req, res))
  return router
}

async function showCoverage({ db, clock }: CoverageParts, req: Request, res: Response): Promise<void> {
  const { language } = req
  const text = words[language]
  const known = await inContext(db, { operator: true }, async (tx) => ({
    agencies: await listAgencies(tx),
    gaps: await gapsSince(tx, later(clock(), -CLOSED_FOR)),
    bodies: await coverageOfBodies(tx),
  }))
  const names = new Map(known.agencies.map(({ id, name }) => [id, inLanguage(name, language)]))
  const name = (id: string) => names.get(id) ?? id
  renderStaffPage(req, res, 'oversight/wholeness/coverage.njk', {
    ...{ title: text.title, words: text },
    gaps: known.gaps.map((gap) => gapRow(gap, name, language)),
    bodies: known.bodies
      .filter(({ lastAt }) => lastAt !== null)
      .map(({ agencyId, lastAt }) => ({
        name: name(agencyId),
        href: `/operator/agencies/${agencyId}`,
        last: lastAt && formatDateTime(lastAt, language),
      })),
  })
}

function gapRow(
  { agencyId, kind, day, otherId, expected, arrived, foundAt, closedAt }: FoundGap,
  name: (id: string) => string,
  language: Language,
) {
  const text = words[language]
  const counted = expected !== null && arrived !== null
  return {
    name: name(agencyId),
    href: `/operator/agencies/${agencyId}`,
    what: otherId === '' ? text.kinds[kind] : text.with(text.kinds[kind], name(otherId)),
    day: formatDate(day, language),
    numbers: counted ? text.numbers(expected, arrived) : undefined,
    state: closedAt
      ? text.closedAt(formatDateTime(closedAt, language))
      : text.openSince(formatDateTime(foundAt, language)),
  }
}
