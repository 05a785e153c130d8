import { randomUUID } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import { pinoHttp } from 'pino-http'
import { quietError, type Logger } from '../shared/log.ts'

/** One JSON line per request: its id, method, route pattern and status. Never a path, a query or a header. */
export function requestLog(logger: Logger): RequestHandler {
  const log = pinoHttp({
    logger,
    genReqId: (_req, res) => {
      const id = randomUUID()
      res.setHeader('X-Request-Id', id)
      return id
    },
    serializers: {
      req: (req: Request) => ({ id: req.id, method: req.method, trace: traceIn(req) }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
      err: quietError,
    },
    // `customProps` would make two more loggers for every request.
    customSuccessObject: (req, _res, line: object) => ({ ...line, route: routePattern(req as Request) }),
    customErrorObject: (req, _res, _error, line: object) => ({ ...line, route: routePattern(req as Request) }),
    customLogLevel: (_req, res, error) => (error || res.statusCode >= 500 ? 'error' : 'info'),
    // Otherwise errors come to our serializer with their values already copied out.
    wrapSerializers: false,
  })
  return (req, res, next) => log(req, res, next)
}

/** Of the caller's own trace (W3C Trace Context, section 3.2), so that a body finds its call in our log. */
function traceIn({ headers: { traceparent } }: Pick<Request, 'headers'>): string | undefined {
  const [, trace] = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}/.exec(String(traceparent)) ?? []
  return trace === '0'.repeat(32) ? undefined : trace
}

/** Never a path: that may hold an id or a reference. */
export function routePattern(req: Request): string {
  const route = req.route as { path?: unknown } | undefined
  return typeof route?.path === 'string' ? `${req.baseUrl}${route.path}` : 'unmatched'
}
