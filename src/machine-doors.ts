import { activityRegisterRoutes } from './access-log/activities/register-routes.ts'
import { logMachineRoutes } from './access-log/log/log-routes.ts'
import { growthMachineRoutes } from './access-log/growth/machine-routes.ts'
import { accessLogMachineRoutes } from './access-log/intake/machine-routes.ts'
import { traceRoutes } from './access-log/intake/otlp/trace-routes.ts'
import { accessCountRoutes } from './access-log/wholeness/count-routes.ts'
import { useOfAgreement } from './access-log/use/agreement-use-store.ts'
import { questionMachineRoutes } from './access-log/questions/machine-routes.ts'
import { oneRoutes } from './agreements/directory/one-routes.ts'
import { grantSchemaRoutes } from './agreements/grant-schema-routes.ts'
import { registerRoutes } from './agreements/register-routes.ts'
import { catalogueRoutes } from './catalogue/routes.ts'
import { feedRoutes } from './deliveries/feed/feed-routes.ts'
import { deliveriesMachineRoutes } from './deliveries/machine-routes.ts'
import { pollRoutes } from './deliveries/poll-routes.ts'
import { replayRoutes } from './deliveries/replay/replay-routes.ts'
import { askedTwiceMachineRoutes } from './oversight/asked-twice/machine-routes.ts'
import { recordOfAgency } from './oversight/directory/agency-record-store.ts'
import { rightsMachineRoutes } from './oversight/rights/machine-routes.ts'
import { openApiRoutes } from './oversight/developers/openapi/routes.ts'
import { resyncRoutes } from './subscriptions/resync-routes.ts'
import { streamControlRoutes } from './subscriptions/stream-control-routes.ts'
import { streamRoutes } from './subscriptions/stream-routes.ts'
import type { AppParts, Rooms } from './app.ts'

/** The doors for programs of bodies. */
export function machineDoors(rooms: Rooms & { fetch: typeof globalThis.fetch }, { config, isServing }: AppParts) {
  const { production, setSigningKeys: signingKeys } = config
  return [
    openApiRoutes({ ...rooms, allowLoopback: !production }),
    catalogueRoutes(rooms),
    // Before those that would take a list's name for the id of an agreement.
    registerRoutes(rooms),
    oneRoutes({ ...rooms, ...FROM_OTHER_ROOMS }),
    askedTwiceMachineRoutes(rooms),
    grantSchemaRoutes(rooms),
    activityRegisterRoutes(rooms),
    growthMachineRoutes(rooms),
    accessLogMachineRoutes(rooms),
    traceRoutes(rooms),
    accessCountRoutes(rooms),
    questionMachineRoutes(rooms),
    rightsMachineRoutes(rooms),
    logMachineRoutes(rooms),
    deliveriesMachineRoutes({ ...rooms, signingKeys }),
    streamRoutes({ ...rooms, signingKeys, allowLoopback: !production }),
    streamControlRoutes(rooms),
    pollRoutes({ ...rooms, signingKeys, isServing }),
    feedRoutes({ ...rooms, signingKeys }),
    replayRoutes(rooms),
    resyncRoutes(rooms),
  ]
}

// What the registers show of rooms that know them, and are not known to them.
export const FROM_OTHER_ROOMS = { useOf: useOfAgreement, recordOf: recordOfAgency }
