import type { RequestHandler } from 'express'
import { Histogram } from 'prom-client'
import type { Registry } from './metrics.ts'
import { routePattern } from './request-log.ts'

// A page is good within a tenth of a second and bad after one.
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

/** How many requests were answered with what, and how long that took: by route pattern, never by path. */
export function requestMetrics(registry: Registry): RequestHandler {
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Seconds from a request to the end of its answer, by method, route pattern and status',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [registry],
  })
  return (req, res, next) => {
    const begun = performance.now()
    res.once('close', () => {
      const labels = { method: req.method, route: routePattern(req), status: res.statusCode }
      seconds.observe(labels, (performance.now() - begun) / 1000)
    })
    next()
  }
}
