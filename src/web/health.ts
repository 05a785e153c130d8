import { Router } from 'express'
import { anyone } from './access.ts'

/** `/health/live`: the process answers. `/health/ready`: it can serve, or 503 so that nobody is sent to it. */
export function healthRoutes(isReady: () => Promise<boolean>): Router {
  const router = Router()
  router.get('/health/live', anyone, (_req, res) => {
    res.json({ status: 'live' })
  })
  router.get('/health/ready', anyone, async (_req, res) => {
    const ready = await isReady().catch(() => false)
    res.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready' })
  })
  return router
}
