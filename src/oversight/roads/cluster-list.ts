import type { Request, Response } from 'express'
import { presumedInCluster } from '../../agreements/roads/cluster-store.ts'
import { agencyOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { daysBetween, ukToday } from '../../shared/dates.ts'
import { renderStaffPage } from '../staff-page.ts'
import { namesOf, PATH, typeOf } from './presumed.ts'
import type { RoadParts } from './routes.ts'
import { eventName, words } from './words.ts'

// A window of a week: more than these are never open in a cluster at once.
const MOST = 200

/** What other bodies of the cluster ask for, with the days that are left to object. */
export async function showCluster({ db, clock, events }: RoadParts, req: Request, res: Response): Promise<void> {
  const { language } = req
  const { open, nameOf } = await inContext(db, { agency: agencyOf(req) }, async (tx) => {
    const open = await presumedInCluster(tx, MOST)
    return { open, nameOf: await namesOf(tx, open, language) }
  })
  const text = words[language].cluster
  const today = ukToday(clock())
  renderStaffPage(req, res, 'oversight/roads/cluster.njk', {
    ...{ title: text.title, words: text, backLink: '/agency/agreements' },
    requests: open.map((one) => ({
      href: `${PATH}/${one.id}`,
      name: `${nameOf(one.agencyId)}: ${eventName(typeOf(one), language, events)}`,
      left: text.left(Math.max(0, daysBetween(today, ukToday(one.presumedAt)))),
      holder: one.holderId === null ? undefined : text.holder(nameOf(one.holderId)),
    })),
  })
}
