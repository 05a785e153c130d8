import express, { Router, type Express, type RequestHandler } from 'express'
import type { Store } from 'express-session'
import type { Db } from '../shared/database.ts'
import type { Logger } from '../shared/log.ts'
import { formProtection, type PlaceOfLateForm } from './csrf.ts'
import { errorPages, noSuchPage } from './error-pages.ts'
import { securityHeaders } from './headers.ts'
import { healthRoutes } from './health.ts'
import { chooseLanguage } from './language.ts'
import { navigation } from './navigation.ts'
import { shedLoad } from './overload.ts'
import { problemJson } from './problem.ts'
import { rateLimit } from './rate-limit.ts'
import { requestLog } from './request-log.ts'
import { sessionCookieName, sessions } from './session.ts'
import { staticFiles } from './static-files.ts'
import { templates } from './templates.ts'

export interface SiteParts {
  db: Db
  logger: Logger
  sessions: Store
  sessionSecrets: string[]
  baseUrl: string
  /** True behind a reverse proxy that sets X-Forwarded-For and -Proto. */
  behindProxy: boolean
  /** Origins that a form may lead on to. */
  formTargets: string[]
  isReady: () => Promise<boolean>
  /** Looks at every request and its answer. */
  watch?: RequestHandler | undefined
}

/** Where programs knock: they are answered in problem+json, whatever goes wrong and wherever. */
const MACHINE_PATHS = ['/api', '/ssf', '/oauth', '/schemas', '/v1']

// Not much more than one page a person a second from a large office, of which one write to the count stands for twenty.
const PAGES_A_MINUTE = { name: 'pages', requests: 1200, seconds: 60, portion: 20 }

export interface Doors {
  machines: Router[]
  /** Paths that no program asks for: Express would try the routes of all machines on each, one by one, for nothing. */
  peopleOnly?: RegExp
  /** Run for every request with a session, before any page is made: how long a session lasts, who is asking. */
  porters: RequestHandler[]
  people: Router[]
  /** Where a form leads whose session is gone; it is refused unless given. */
  placeOfLateForm?: PlaceOfLateForm
}

/**
 * The web kit put together: doors for programs first (no session, no CSRF, problem+json), then doors for people, then
 * the error pages. Knows no domain: the doors are passed in.
 */
export function createSite(parts: SiteParts, doors: Doors): Express {
  const app = express()
  const { placeOfLateForm = () => Promise.resolve(undefined) } = doors
  const https = parts.baseUrl.startsWith('https:')
  app.disable('x-powered-by')
  app.set('trust proxy', parts.behindProxy ? 1 : false)
  templates().express(app)
  if (parts.watch) app.use(parts.watch)
  app.use(requestLog(parts.logger), chooseLanguage, securityHeaders({ https, formTargets: parts.formTargets }))
  app.use(staticFiles(), healthRoutes(parts.isReady), shedLoad())
  app.use(doorsForMachines(doors))
  app.use(MACHINE_PATHS, noSuchPage)
  app.use(express.urlencoded({ extended: false, limit: '64kb', parameterLimit: 200 }))
  app.use(sessions({ store: parts.sessions, secrets: parts.sessionSecrets, https }))
  app.use(rateLimit(parts.db, PAGES_A_MINUTE), formProtection(sessionCookieName(https), placeOfLateForm))
  app.use(...doors.porters, navigation)
  for (const door of doors.people) app.use(door)
  app.use(MACHINE_PATHS, problemJson)
  app.use(noSuchPage, errorPages)
  return app
}

function doorsForMachines({ machines, peopleOnly }: Doors): Router {
  const doors = Router()
  if (peopleOnly) doors.use((req, _res, next) => next(peopleOnly.test(req.path) ? 'router' : undefined))
  for (const door of machines) doors.use(door)
  return doors
}

/** Wraps the routes of one machine door, so that whatever they refuse leaves as problem+json. */
export function machineDoor(router: Router): Router {
  router.use(problemJson)
  return router
}
