import { Router } from 'express'
import type { Db } from '../../shared/database.ts'
import { anyone } from '../../web/access.ts'
import { machineDoor } from '../../web/site.ts'
import { listBulkUses } from './bulk-list-store.ts'
import { listCertificates } from './growth-store.ts'
import { SHOWN } from './routes.ts'

/** The same for programs. */
export function growthMachineRoutes({ db }: { db: Db }): Router {
  const router = Router()

  router.get('/activities/bulk-uses.json', anyone, async (_req, res) => {
    const uses = (await listBulkUses(db, SHOWN)).map((use) => ({
      ...{ record_id: use.recordId, body: use.bodyId, registered_at: use.registeredAt, count: use.people },
      ...{ occurred_start: use.occurredStart, occurred_end: use.occurredEnd, access_type: use.accessType },
      ...{ activity_id: use.activityId, data_categories: use.dataCategories, void: use.void },
      ...(use.supersedes && { supersedes: use.supersedes }),
    }))
    res.json({ bulk_uses: uses })
  })

  router.get('/retention.json', anyone, async (_req, res) => {
    const certificates = (await listCertificates(db)).map(({ deletedAt, ...rest }) => ({
      ...rest,
      deleted_at: deletedAt,
    }))
    res.json({ certificates })
  })

  return machineDoor(router)
}
