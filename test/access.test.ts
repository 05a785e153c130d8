import express, { Router } from 'express'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anyone } from '../src/web/access.ts'
import { startHouse, type House } from './support/house.ts'
import { answersWithoutRoute, routesOf, type ListedRoute } from './support/route-table.ts'

/** Who may enter where. Whoever changes a line here changes who sees people's data. */
const RULES = `
GET    /                                            anyone
GET    /.well-known/jwks.json                       anyone
GET    /.well-known/oauth-authorization-server      anyone
GET    /.well-known/security.txt                    anyone
GET    /.well-known/ssf-configuration               anyone
GET    /access                                      citizens
GET    /access/:id                                  citizens
GET    /access/:id/:body                            citizens
GET    /access/:id/:body/question                   citizens
POST   /access/:id/:body/question                   citizens
GET    /access/:id/:body/receipt                    citizens
GET    /access/:id/question                         citizens
POST   /access/:id/question                         citizens
GET    /access/:id/receipt                          citizens
GET    /access/coverage                             anyone
GET    /access/export.csv                           freshCitizens
GET    /access/export.json                          freshCitizens
GET    /access/figures                              anyone
GET    /access/figures.json                         anyone
GET    /access/numbers                              citizens
POST   /access/numbers                              citizens
POST   /access/numbers/:type/removal                citizens
GET    /access/questions                            citizens
GET    /access/questions/:question                  citizens
GET    /access/questions/:question/escalation       citizens
POST   /access/questions/:question/escalation       citizens
POST   /access/questions/:question/messages         citizens
GET    /access/questions/:question/papers           citizens
GET    /access/questions/:question/papers.zip       freshCitizens
POST   /access/questions/:question/verdict          citizens
GET    /access/reports/:reference                   citizens
GET    /access/search                               citizens
POST   /access/search                               citizens
GET    /access/year                                 citizens
GET    /accessibility-statement                     anyone
GET    /activities                                  anyone
GET    /activities.json                             anyone
GET    /activities/:agency/:id                      anyone
GET    /activities/:agency/:id/versions/:version    anyone
GET    /activities/:agency/:id/versions/:version.json anyone
GET    /activities/bulk-uses                        anyone
GET    /activities/bulk-uses.json                   anyone
GET    /agencies                                    anyone
GET    /agencies.csv                                anyone
GET    /agencies.json                               anyone
GET    /agencies/:id                                anyone
GET    /agencies/:id.json                           anyone
GET    /agency                                      viewers
GET    /agency/activity                             viewers
GET    /agency/agreements                           viewers
GET    /agency/agreements/:id/review                officers
POST   /agency/agreements/:id/review                officers
GET    /agency/agreements/rely                      viewers
GET    /agency/agreements/rely/:id                  admins
POST   /agency/agreements/rely/:id                  admins
GET    /agency/cluster                              viewers
POST   /agency/cluster/:id                          admins
GET    /agency/cluster/:id                          viewers
GET    /agency/concerns                             viewers
POST   /agency/concerns/:id                         officers
GET    /agency/concerns/:id                         viewers
GET    /agency/concerns/new/:agreement              officers
POST   /agency/concerns/new/:agreement              officers
GET    /agency/conformance                          viewers
POST   /agency/conformance/runs/:run                officers
GET    /agency/conformance/runs/:run                viewers
POST   /agency/conformance/streams/:stream          officers
GET    /agency/contact                              viewers
GET    /agency/contact/change                       admins
POST   /agency/contact/change                       admins
GET    /agency/dead-letters                         viewers
GET    /agency/dead-letters/:id                     officers
POST   /agency/dead-letters/:id                     officers
GET    /agency/dead-letters/streams/:stream         officers
POST   /agency/dead-letters/streams/:stream         officers
GET    /agency/deliveries                           viewers
POST   /agency/deliveries                           viewers
GET    /agency/deliveries/:id                       viewers
GET    /agency/inbox                                viewers
POST   /agency/inbox/:date.csv                      readers
POST   /agency/inbox/:id                            readers
GET    /agency/inbox/:id                            viewers
GET    /agency/inbox/:id/outcome                    readers
POST   /agency/inbox/:id/outcome                    readers
GET    /agency/joining                              viewers
GET    /agency/keys                                 viewers
GET    /agency/keys/:thumbprint/revocation          admins
POST   /agency/keys/:thumbprint/revocation          admins
GET    /agency/keys/change                          admins
POST   /agency/keys/change                          admins
GET    /agency/people                               viewers
GET    /agency/people/:id                           admins
POST   /agency/people/:id                           admins
GET    /agency/people/:id/removal                   admins
POST   /agency/people/:id/removal                   admins
GET    /agency/people/invitation                    admins
POST   /agency/people/invitation                    admins
GET    /agency/proposals                            viewers
POST   /agency/proposals/:id                        admins
GET    /agency/proposals/:id                        viewers
POST   /agency/proposals/:id/consideration          admins
POST   /agency/proposals/:id/withdrawal             admins
GET    /agency/proposals/new                        admins
GET    /agency/proposals/new/:event                 admins
POST   /agency/proposals/new/:event                 admins
GET    /agency/quality                              viewers
GET    /agency/questions                            viewers
POST   /agency/questions/:id                        readers
GET    /agency/questions/:id                        viewers
GET    /agency/questions/:id/reply                  readers
POST   /agency/questions/:id/reply                  readers
GET    /agency/requests/ask-once                    viewers
GET    /agency/requests/ask-once/new                admins
POST   /agency/requests/ask-once/new                admins
GET    /agency/requests/ask-once/opened/:id         admins
GET    /agency/rights                               viewers
POST   /agency/rights/:id                           readers
GET    /agency/rights/:id                           viewers
GET    /agency/rights/:id/answer                    readers
POST   /agency/rights/:id/answer                    readers
POST   /agency/risk-appetite                        admins
GET    /agency/risk-appetite                        viewers
POST   /agency/sandbox                              officers
GET    /agency/sandbox                              viewers
GET    /agency/seals                                officers
GET    /agency/seals/:id                            officers
POST   /agency/seals/:id/decision                   officers
POST   /agency/seals/:id/renewals                   officers
GET    /agency/seals/others/:renewal                officers
POST   /agency/seals/others/:renewal                officers
GET    /agency/streams                              viewers
GET    /agency/streams/:id                          viewers
POST   /agency/streams/:id/pause                    admins
POST   /agency/streams/:id/resumption               admins
GET    /agency/streams/:id/sending                  admins
POST   /agency/streams/:id/sending                  admins
GET    /agreements                                  anyone
GET    /agreements.csv                              anyone
GET    /agreements.json                             anyone
GET    /agreements/:id                              anyone
GET    /agreements/:id.json                         anyone
GET    /agreements/:id/concerns                     anyone
GET    /agreements/:id/concerns/new                 anyone
POST   /agreements/:id/concerns/new                 anyone
GET    /agreements/:id/concerns/sent                anyone
GET    /agreements/:id/versions/:version            anyone
GET    /agreements/published                        anyone
GET    /agreements/published.csv                    anyone
GET    /agreements/published.json                   anyone
GET    /agreements/published/:number                anyone
PUT    /api/access-counts/:date                     agencies access-records.write
POST   /api/access-records                          agencies access-records.write
PUT    /api/deliveries/:jti/outcome                 agencies outcomes.write
GET    /api/events                                  agencies events.read
GET    /api/events/:jti/state                       agencies events.read
GET    /api/questions                               agencies access-records.write
GET    /api/questions/:id                           agencies access-records.write
POST   /api/questions/:id/replies                   agencies access-records.write
POST   /api/replays                                 agencies ssf.manage
POST   /api/resyncs                                 agencies ssf.manage
GET    /api/rights                                  agencies access-records.write
GET    /api/rights/:id                              agencies access-records.write
POST   /api/rights/:id/answers                      agencies access-records.write
GET    /asked-twice                                 anyone
GET    /asked-twice.csv                             anyone
GET    /asked-twice.json                            anyone
GET    /asked-twice/new                             signedIn
POST   /asked-twice/new                             signedIn
GET    /asked-twice/yours                           signedIn
POST   /auth/back-channel-logout                    anyone
GET    /auth/callback                               anyone
GET    /auth/landing                                anyone
GET    /auth/landing/continue                       signedIn
GET    /contact                                     anyone
GET    /cookies                                     anyone
GET    /developers                                  anyone
GET    /developers/:page                            anyone
GET    /development/gallery                         anyone
GET    /development/gallery/*state                  anyone
GET    /development/outbox                          anyone
GET    /feedback                                    anyone
POST   /feedback                                    anyone
GET    /feedback/sent                               anyone
GET    /health/live                                 anyone
GET    /health/ready                                anyone
GET    /join                                        anyone
POST   /join                                        anyone
GET    /join/sent                                   anyone
GET    /log                                         anyone
GET    /log/checkpoint                              anyone
GET    /log/tile/*path                              anyone
GET    /log/vkey                                    anyone
GET    /log/witnesses                               anyone
GET    /not-asked-again                             anyone
GET    /notifications                               signedIn
POST   /notifications                               signedIn
GET    /oauth/jwks                                  anyone
POST   /oauth/token                                 anyone
GET    /openapi.json                                anyone
GET    /operator                                    operators
GET    /operator/agencies/:id                       operators
POST   /operator/agencies/:id                       operators
GET    /operator/cases                              operators
GET    /operator/cases/:id                          operators
POST   /operator/cases/:id                          operators
GET    /operator/cases/:id/closure                  operators
POST   /operator/cases/:id/closure                  operators
GET    /operator/concerns                           operators
GET    /operator/concerns/:id                       operators
POST   /operator/concerns/:id                       operators
GET    /operator/coverage                           operators
GET    /operator/dead-letters                       operators
GET    /operator/dead-letters/:stream               operators
POST   /operator/dead-letters/:stream               operators
GET    /operator/health                             operators
GET    /operator/health/:agency                     operators
GET    /operator/proposals                          operators
GET    /operator/proposals/:id                      operators
POST   /operator/proposals/:id                      operators
POST   /operator/proposals/:id/consideration        operators
GET    /operator/requests                           operators
GET    /operator/requests/:id                       operators
POST   /operator/requests/:id                       operators
GET    /operator/seals                              operators
GET    /operator/seals/:renewal                     operators
POST   /operator/seals/:renewal                     operators
GET    /operator/streams                            operators
GET    /operator/streams/:id                        operators
POST   /operator/streams/:id                        operators
GET    /performance                                 anyone
GET    /performance.csv                             anyone
GET    /performance.json                            anyone
GET    /performance/:figure                         anyone
GET    /performance/feed.xml                        anyone
GET    /performance/priorities                      anyone
GET    /privacy                                     anyone
GET    /report                                      reporters
GET    /report-a-death                              anyone
GET    /report/:type                                reporters
GET    /report/:type/:question                      reporters
POST   /report/:type/:question                      reporters
GET    /report/:type/:question/:item                reporters
POST   /report/:type/:question/:item                reporters
GET    /report/:type/:question/:item/removal        reporters
POST   /report/:type/:question/:item/removal        reporters
GET    /report/:type/check-answers                  reporters
POST   /report/:type/drafts                         reporters
POST   /report/:type/drafts/:draft                  reporters
GET    /report/:type/drafts/:draft/removal          reporters
POST   /report/:type/drafts/:draft/removal          reporters
GET    /report/:type/redaction/:agreement           reporters
POST   /report/:type/redaction/:agreement           reporters
GET    /report/:type/tasks                          reporters
GET    /report/:type/when/:agreement                reporters
POST   /report/:type/when/:agreement                reporters
GET    /report/:type/when/:agreement/date           reporters
POST   /report/:type/when/:agreement/date           reporters
GET    /report/:type/who-will-be-told               reporters
POST   /report/:type/who-will-be-told               reporters
POST   /report/:type/who-will-be-told/choices       reporters
GET    /report/gone                                 signedIn
GET    /report/too-many                             signedIn
GET    /reported-as-dead                            anyone
GET    /reported-as-dead/report                     citizens
POST   /reported-as-dead/report                     citizens
GET    /reports                                     reporters
GET    /reports/:reference                          reporters
GET    /reports/:reference/confirmation             reporters
GET    /reports/:reference/correction               reporters
POST   /reports/:reference/correction               reporters
GET    /reports/:reference/deliveries/:id/answer    reporters
POST   /reports/:reference/deliveries/:id/answer    reporters
GET    /reports/:reference/deliveries/:id/offer-decision reporters
POST   /reports/:reference/deliveries/:id/offer-decision reporters
GET    /reports/:reference/deliveries/:id/release   reporters
POST   /reports/:reference/deliveries/:id/release   reporters
GET    /reports/:reference/download.json            reporters
GET    /reports/:reference/withdrawal               reporters
POST   /reports/:reference/withdrawal               reporters
GET    /retention                                   anyone
GET    /retention.json                              anyone
GET    /rights                                      citizens
GET    /rights/access                               citizens
POST   /rights/access                               citizens
GET    /rights/correction                           citizens
POST   /rights/correction                           citizens
GET    /rights/erasure                              citizens
POST   /rights/erasure                              citizens
GET    /rights/objection                            citizens
POST   /rights/objection                            citizens
GET    /rights/requests/:id                         citizens
GET    /rights/requests/:id/complaint               citizens
POST   /rights/requests/:id/complaint               citizens
POST   /rights/requests/:id/escalation              citizens
POST   /rights/requests/:id/messages                citizens
POST   /rights/requests/:id/withdrawal              citizens
GET    /rights/this-service                         citizens
GET    /rights/this-service.json                    freshCitizens
GET    /rights/this-service/erasure                 freshCitizens
POST   /rights/this-service/erasure                 freshCitizens
GET    /schemas/agreements/:id/:type                anyone
GET    /schemas/agreements/:id/versions/:version/:type anyone
GET    /schemas/events/:type/v1                     anyone
GET    /schemas/subjects/uk-number/v1               anyone
GET    /session                                     anyone
POST   /session                                     anyone
GET    /sessions                                    signedIn
POST   /sessions                                    signedIn
GET    /sign-in                                     anyone
GET    /sign-in/problem/:problem                    anyone
GET    /sign-out                                    anyone
POST   /sign-out                                    anyone
GET    /signed-out                                  anyone
GET    /ssf/jwks                                    anyone
POST   /ssf/poll/:stream                            agencies ssf.read
POST   /ssf/status                                  agencies ssf.manage
GET    /ssf/status                                  agencies ssf.read
POST   /ssf/streams                                 agencies ssf.manage
PATCH  /ssf/streams                                 agencies ssf.manage
PUT    /ssf/streams                                 agencies ssf.manage
DELETE /ssf/streams                                 agencies ssf.manage
GET    /ssf/streams                                 agencies ssf.read
POST   /ssf/subjects/add                            agencies ssf.manage
POST   /ssf/subjects/remove                         agencies ssf.manage
POST   /ssf/verification                            agencies ssf.manage
GET    /staff/callback                              anyone
GET    /staff/sign-in                               anyone
GET    /staff/sign-in/problem/:problem              anyone
GET    /staff/sign-out                              anyone
POST   /staff/sign-out                              anyone
GET    /staff/signed-out                            anyone
GET    /this-is-wrong                               anyone
POST   /v1/traces                                   agencies access-records.write
`

describe('the service', () => {
  let house: House
  beforeAll(async () => {
    house = await startHouse()
  })
  afterAll(() => house.close())

  test('has no route that does not say first who may use it', () => {
    expect(routesOf(house.app).filter(({ rule }) => !rule)).toEqual([])
  })

  test('lets in whom this table says', () => {
    expect(tableOf(routesOf(house.app))).toBe(RULES)
  })

  test('answers nowhere else but with static files, and with what says that nothing is there', () => {
    expect([...new Set(answersWithoutRoute(house.app))]).toEqual(['serveStatic', 'noSuchPage'])
  })
})

describe('the walk itself', () => {
  test('finds a route without a rule, however deep it stands, and whatever comes after', () => {
    const inner = Router()
    inner.get('/inner', (_req, res) => void res.send('oops'), anyone)
    const outer = Router()
    outer.use(inner)
    const app = express()
    app.use(outer)
    app.route('/all').all((_req, res) => void res.send('oops'))
    app
      .route('/both')
      .get(anyone, (_req, res) => void res.send('ok'))
      .post((_req, res) => void res.send('oops'))
    expect(routesOf(app)).toEqual([
      { method: 'GET', path: '/inner', rule: undefined },
      { method: 'ALL', path: '/all', rule: undefined },
      { method: 'GET', path: '/both', rule: 'anyone' },
      { method: 'POST', path: '/both', rule: undefined },
    ])
  })

  test('finds what answers at a path without being a route', () => {
    const app = express()
    app.use('/hidden', function hidden(_req, res) {
      res.send('oops')
    })
    app.use('/more', Router())
    expect(answersWithoutRoute(app)).toEqual(['hidden', 'router'])
  })
})

/** In the order of paths, so that a new route moves no other line. */
function tableOf(routes: ListedRoute[]): string {
  const lines = routes.map(({ method, path, rule = '' }) => `${method.padEnd(6)} ${path.padEnd(44)} ${rule}`)
  return `\n${lines.sort((one, other) => (one.slice(7) < other.slice(7) ? -1 : 1)).join('\n')}\n`
}
