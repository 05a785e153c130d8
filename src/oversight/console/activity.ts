import type { Request, Response } from 'express'
import { listActions, type RecordedAction } from '../../identity/staff/staff-action-store.ts'
import { agencyOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { formatDateTime } from '../../shared/dates.ts'
import { renderStaffPage } from '../staff-page.ts'
import type { ConsoleParts } from './routes.ts'
import { consoleWords } from './words.ts'

const SHOWN = 100

export async function showActivity({ db }: ConsoleParts, req: Request, res: Response): Promise<void> {
  const { activity: words } = consoleWords[req.language]
  const agency = agencyOf(req)
  const actions = await inContext(db, { agency }, (tx) => listActions(tx, agency, SHOWN))
  const who = ({ by, byId }: RecordedAction) => by ?? (byId === null ? words.file : words.operator)
  renderStaffPage(req, res, 'oversight/console/activity.njk', {
    ...{ title: words.title, words, backLink: '/agency' },
    actions: actions.map((action) => ({
      when: formatDateTime(action.at, req.language),
      who: who(action),
      what: words.actions[action.action] ?? action.action,
      why: action.reason,
    })),
  })
}
