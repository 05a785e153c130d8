import type { Express } from 'express'
import type { Store } from 'express-session'
import { activityRoutes } from './access-log/activities/routes.ts'
import { logPageRoutes } from './access-log/log/log-page.ts'
import { logKeyOf } from './access-log/log/log-settings.ts'
import type { PublicLog } from './access-log/log/published.ts'
import { receiptRoutes } from './access-log/receipts/routes.ts'
import { growthRoutes } from './access-log/growth/routes.ts'
import { coverageRoutes } from './access-log/wholeness/routes.ts'
import { accessLogRoutes } from './access-log/pages/routes.ts'
import { askBodyOverHttp, type AskBody } from './access-log/claims/ask-body.ts'
import { claimRoutes } from './access-log/claims/routes.ts'
import { questionRoutes } from './access-log/questions/routes.ts'
import { figuresRoutes } from './access-log/sealed/figures-page.ts'
import { findAgencyClient } from './agencies/agency-store.ts'
import { agencyRoutes } from './agreements/agency-routes.ts'
import { concernRoutes } from './agreements/concerns/routes.ts'
import { askedOnceRoutes } from './agreements/roads/routes.ts'
import { publishedRoutes } from './agreements/published/routes.ts'
import { agreementRoutes } from './agreements/routes.ts'
import type { LifeEvent } from './catalogue/life-event.ts'
import type { Config, OneLoginSettings, StaffOidcSettings } from './config.ts'
import { galleryRoutes } from './demo/gallery/routes.ts'
import { signedIn } from './identity/access-rules.ts'
import { agencyTokens } from './identity/agency-tokens.ts'
import { placeOfLateForm } from './identity/late-form.ts'
import { identityMachineRoutes } from './identity/machine-routes.ts'
import { openOneLogin } from './identity/one-login.ts'
import { personOf } from './identity/person.ts'
import { identityRoutes, identitySession } from './identity/routes.ts'
import { staffRoutes } from './identity/staff/routes.ts'
import { openStaffProvider, type StaffProvider } from './identity/staff/staff-provider.ts'
import { rememberLanguage } from './notices/remember-language.ts'
import { FROM_OTHER_ROOMS, machineDoors } from './machine-doors.ts'
import { noticesRoutes } from './notices/routes.ts'
import { mediationRoutes } from './oversight/concerns/routes.ts'
import { askedTwiceRoutes } from './oversight/asked-twice/routes.ts'
import { conformanceRoutes } from './oversight/conformance/routes.ts'
import { consoleRoutes } from './oversight/console/routes.ts'
import { operatorCoverageRoutes } from './oversight/wholeness/routes.ts'
import { deadLetterRoutes } from './oversight/dead-letters/routes.ts'
import { agencyDeliveriesRoutes } from './oversight/deliveries/routes.ts'
import { deliveryHealthRoutes } from './oversight/health/routes.ts'
import { inboxRoutes } from './oversight/inbox/routes.ts'
import { performanceRoutes } from './oversight/performance/routes.ts'
import { qualityRoutes } from './oversight/quality/routes.ts'
import { agencyQuestionRoutes } from './oversight/questions/routes.ts'
import { agencyRightsRoutes, rightsRoutes } from './oversight/rights/routes.ts'
import { onboardingRoutes } from './oversight/onboarding/routes.ts'
import { operatorRoutes } from './oversight/operator/routes.ts'
import { proposalRoutes } from './oversight/proposals/routes.ts'
import { roadRoutes } from './oversight/roads/routes.ts'
import { staffNavigation } from './oversight/staff-navigation.ts'
import { sealRoutes } from './oversight/seals/routes.ts'
import type { AddressLookup } from './places/address-lookup.ts'
import { developerRoutes } from './oversight/developers/routes.ts'
import { progressRoutes } from './progress/routes.ts'
import type { DeathRegister } from './reports/somebody-else/death-register.ts'
import { reportRoutes } from './reports/routes.ts'
import type { Clock } from './shared/clock.ts'
import type { Db } from './shared/database.ts'
import type { Logger } from './shared/log.ts'
import { isMigrated } from './shared/migrations.ts'
import type { Vault } from './vault/vault.ts'
import type { Registry } from './web/metrics.ts'
import { outboundAgent, outboundFetch } from './web/outbound.ts'
import { publicPages } from './web/public-pages.ts'
import { requestMetrics } from './web/request-metrics.ts'
import { createSite } from './web/site.ts'

export interface AppParts {
  config: Config
  oneLogin: OneLoginSettings
  staffOidc: StaffOidcSettings
  /** The web role's. */
  db: Db
  sessions: Store
  addresses: AddressLookup
  deathRegister: DeathRegister
  clock: Clock
  logger: Logger
  /** The owner's database, on a developer's machine only: then there is a gallery of every page. */
  gallery?: Db | undefined
  /** All of the catalogue unless said otherwise. */
  events?: readonly LifeEvent[]
  /** False from the moment the process was asked to stop. */
  isServing: () => boolean
  /** Where figures of this process are gathered; undefined: nowhere. */
  metrics?: Registry | undefined
}

/** The web application: every room's door, hung in one place. */
export function createApp(parts: AppParts): Express {
  const { config, db, clock, logger, addresses, deathRegister, events, gallery } = parts
  const { baseUrl, vault, production, coolingOffHours } = config
  const fetch = outboundFetch(outboundAgent({ allowLoopback: !production }))
  const tokens = agencyTokens({
    ...{ db, baseUrl, fetch, logger },
    signingKeys: config.oauthSigningKeys,
    findAgency: (id) => findAgencyClient(db, id),
  })
  const identity = { db, vault, oneLogin: oneLoginOf(parts) }
  const staffProvider = staffProviderOf(parts)
  const outbox = !production && 'outbox' in config.notify ? config.notify.outbox : undefined
  const rooms: Rooms = {
    db,
    vault,
    clock,
    logger,
    baseUrl,
    addresses,
    deathRegister,
    agencies: tokens.agencies,
    publicLog: { key: logKeyOf(config), witnesses: config.log.witnesses },
    ...(events && { events }),
  }
  const askBody = askBodyOverHttp({ ...rooms, fetch, signingKeys: config.setSigningKeys })
  const ofPeople = { identity, staffProvider, outbox, coolingOffHours, allowLoopback: !production, askBody }
  const doorsFor = doorsOver(rooms, ofPeople)
  const shown = { doors: doorsFor, parts: { ...rooms, coolingOffHours } }
  return createSite(siteParts(parts), {
    machines: [identityMachineRoutes(identity), tokens.routes, ...machineDoors({ ...rooms, fetch }, parts)],
    peopleOnly: PEOPLE_ONLY,
    porters: [
      ...identitySession(identity),
      staffNavigation,
      rememberLanguage({ db, signedInAs: (req) => req.person?.accountId }),
    ],
    placeOfLateForm,
    people: [...doorsFor(db), ...(gallery && !production ? [galleryRoutes({ ...shown, db: gallery })] : [])],
  })
}

// What most people ask for. No door for programs stands there.
const PEOPLE_ONLY = /^\/(report|reports|access)?(\/|$)/

/** What every room is given; each takes what it needs. */
export type Rooms = Pick<AppParts, 'db' | 'clock' | 'logger' | 'addresses' | 'deathRegister' | 'events'> & {
  vault: Vault
  baseUrl: string
  publicLog: PublicLog
  agencies: ReturnType<typeof agencyTokens>['agencies']
}

interface PeopleParts {
  identity: Parameters<typeof identityRoutes>[0]
  staffProvider: StaffProvider
  outbox: string | undefined
  coolingOffHours: number
  allowLoopback: boolean
  askBody: AskBody
}

/** The doors for people, over the service's own database or the gallery's. */
const doorsOver =
  (given: Rooms, { identity, staffProvider, outbox, coolingOffHours, allowLoopback, askBody }: PeopleParts) =>
  (db: Db) => {
    const rooms = { ...given, db }
    // In the order in which Express tries them: what most people ask for first.
    return [
      progressRoutes({ ...rooms, coolingOffHours }),
      reportRoutes({ ...rooms, coolingOffHours }),
      publicPages(rooms),
      identityRoutes({ ...identity, db }),
      staffRoutes({ ...rooms, staffProvider }),
      noticesRoutes({ ...rooms, signedIn, accountOf: (req) => personOf(req).accountId, outbox }),
      agencyRoutes({ ...rooms, ...FROM_OTHER_ROOMS }),
      // Before those that would take its address for the id of an agreement.
      publishedRoutes(rooms),
      askedOnceRoutes(rooms),
      concernRoutes(rooms),
      agreementRoutes({ ...rooms, ...FROM_OTHER_ROOMS }),
      growthRoutes(rooms),
      activityRoutes(rooms),
      receiptRoutes(rooms),
      logPageRoutes(rooms),
      questionRoutes(rooms),
      claimRoutes({ ...rooms, askBody }),
      figuresRoutes(rooms),
      performanceRoutes(rooms),
      coverageRoutes(rooms),
      accessLogRoutes(rooms),
      developerRoutes(),
      rightsRoutes({ ...rooms, coolingOffHours }),
      askedTwiceRoutes(rooms),
      ...doorsOfStaff(rooms, allowLoopback),
    ]
  }

/** Those behind which people of bodies, and operators, do their work. */
const doorsOfStaff = (rooms: Rooms, allowLoopback: boolean) => [
  consoleRoutes({ ...rooms, allowLoopback }),
  inboxRoutes(rooms),
  agencyQuestionRoutes(rooms),
  agencyRightsRoutes(rooms),
  sealRoutes(rooms),
  agencyDeliveriesRoutes(rooms),
  deadLetterRoutes(rooms),
  qualityRoutes(rooms),
  conformanceRoutes(rooms),
  onboardingRoutes(rooms),
  operatorRoutes(rooms),
  deliveryHealthRoutes(rooms),
  operatorCoverageRoutes(rooms),
  proposalRoutes(rooms),
  roadRoutes(rooms),
  mediationRoutes(rooms),
]

function oneLoginOf({ config, oneLogin, clock }: AppParts) {
  const { baseUrl, production, relyingParty } = config
  return openOneLogin({ baseUrl, production, ...relyingParty, ...oneLogin }, { clock })
}

function staffProviderOf({ config: { baseUrl, production }, staffOidc, clock }: AppParts) {
  return openStaffProvider({ baseUrl, production, ...staffOidc }, { clock })
}

const siteParts = ({ config, oneLogin, staffOidc, db, sessions, logger, isServing, metrics }: AppParts) => ({
  ...{ db, sessions, logger },
  sessionSecrets: config.sessionSecrets,
  baseUrl: config.baseUrl,
  behindProxy: config.production,
  formTargets: [oneLogin, staffOidc].map(({ issuer }) => new URL(issuer).origin),
  isReady: async () => isServing() && (await isMigrated(db)),
  watch: metrics && requestMetrics(metrics),
})
