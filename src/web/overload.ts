import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { RequestHandler } from 'express'
import { Refusal } from '../shared/refusal.ts'

// Past this the process answers late to everybody; a quick 503 to some serves more people than a slow page to all.
const LAG_LIMIT_MS = 200
const WINDOW_MS = 1000

/** Refuses with 503 while the event loop lagged over 200 ms on the whole (mean) in the last second. */
export function shedLoad(): RequestHandler & { stop(): void } {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  let lagging = false
  const timer = setInterval(() => {
    lagging = delay.mean / 1e6 > LAG_LIMIT_MS
    delay.reset()
  }, WINDOW_MS)
  timer.unref()
  const shed: RequestHandler = (_req, _res, next) => {
    if (lagging) throw new Refusal('unavailable', 'Overloaded', { retryAfter: 5 })
    next()
  }
  return Object.assign(shed, {
    stop() {
      clearInterval(timer)
      delay.disable()
    },
  })
}
