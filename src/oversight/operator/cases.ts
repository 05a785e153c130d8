import type { Request, Response } from 'express'
import { listCases } from '../../reports/somebody-else/case-store.ts'
import { inContext } from '../../shared/database.ts'
import { renderStaffPage } from '../staff-page.ts'
import type { OperatorParts } from './routes.ts'
import { dayOf, words } from './words.ts'

/** What kind each is and since when it is open: nothing of anybody. */
export async function showCases({ db }: OperatorParts, req: Request, res: Response): Promise<void> {
  const cases = await inContext(db, { operator: true }, (tx) => listCases(tx))
  const text = words[req.language].cases
  renderStaffPage(req, res, 'oversight/operator/cases.njk', {
    ...{ title: text.title, words: text },
    cases: cases.map(({ id, kind, openedAt }) => ({
      href: `/operator/cases/${id}`,
      kind: text.kinds[kind],
      opened: text.opened(dayOf(openedAt, req.language)),
    })),
  })
}
