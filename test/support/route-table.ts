import type { AccessRule } from '../../src/web/access.ts'

export interface ListedRoute {
  method: string
  path: string
  /** The rule that its first handler enforces; undefined when that is no access rule. */
  rule: string | undefined
}

/** What Express 5 (its package `router`) keeps, as far as a walk needs it. */
interface Layer {
  name: string
  /** True when it stands at `/`. */
  slash: boolean
  handle: Partial<AccessRule> & { stack?: Layer[]; length: number }
  route?: { path: string | string[]; stack: { method?: string; handle: Partial<AccessRule> }[] }
}

/** Every route of an application, in the order in which they are tried, nested routers included. */
export function routesOf(app: unknown): ListedRoute[] {
  return layersOf(app).flatMap(({ route }) => {
    if (!route) return []
    // `router.all` has no method of its own.
    const first = new Map(route.stack.toReversed().map(({ method = 'all', handle }) => [method, handle.rule]))
    return [route.path]
      .flat()
      .flatMap((path) => [...first].reverse().map(([method, rule]) => ({ method: method.toUpperCase(), path, rule })))
  })
}

/** Names of what answers at a path without being a route: it has no line to say its rule on. */
export function answersWithoutRoute(app: unknown): string[] {
  return layersOf(app)
    .filter(({ route, slash, handle }) => !route && !slash && handle.length < ERROR_HANDLER)
    .map(({ name }) => name)
}

// Express tells a handler of errors, which answers only what something else refused, by its four parameters.
const ERROR_HANDLER = 4

/** Routers stand at `/` (their routes say whole paths), so that what stands in one stands in the other. */
function layersOf(router: unknown): Layer[] {
  const { stack = [], router: own } = router as { stack?: Layer[]; router?: unknown }
  if (own) return layersOf(own)
  return stack.flatMap((layer) => (layer.handle.stack && layer.slash ? layersOf(layer.handle) : [layer]))
}
