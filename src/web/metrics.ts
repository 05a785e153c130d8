import { collectDefaultMetrics, Registry } from 'prom-client'
import { takePort } from './listen.ts'

export type { Registry }

/** Figures of this process and their door, where the settings name a port for it. */
export async function metricsOf(config: { metrics?: At | undefined }) {
  if (!config.metrics) return { part: undefined, stop: () => Promise.resolve() }
  const registry = createRegistry()
  const door = await openMetricsDoor(registry, config.metrics)
  return { part: registry, stop: () => door.close() }
}

interface At {
  port: number
  host: string
}

export interface MetricsDoor {
  port: number
  close(): Promise<void>
}

/** What a process says of itself to a collector: its memory, its processor time and how late its event loop is. */
export function createRegistry(): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return registry
}

/**
 * `GET /metrics` on a port of its own, in the text format of Prometheus: not for the public, who never see this port.
 *
 * @throws Error of one plain sentence when the port cannot be had.
 */
export async function openMetricsDoor(registry: Registry, at: At): Promise<MetricsDoor> {
  const door = await takePort(at.port, [at.host], 'METRICS_PORT')
  door.open((req, res) => {
    if (req.method !== 'GET' || req.url !== '/metrics') return void res.writeHead(404).end()
    registry.metrics().then(
      (text) => res.writeHead(200, { 'Content-Type': registry.contentType }).end(text),
      () => res.writeHead(500).end(),
    )
  })
  return { port: door.port, close: () => door.close() }
}
