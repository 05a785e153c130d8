import { accountOf } from './accounts.ts'
import { staffOfBody } from './colleagues.ts'
import { bodies } from './bodies.ts'
import { confirmedBy } from './confirm-number.ts'
import { activitiesOf } from './bodies/activities.ts'
import { riskAppetiteOf } from './bodies/risk-appetite.ts'
import { systemsOf } from './bodies/systems.ts'
import type { AgencyDetails } from './agency.ts'
import type { Body, SampleAgreement, SampleSubscription } from './body.ts'

/** The agencies file (DESIGN.md) of the sample bodies that run, as `npm run agencies -- apply` takes it. */
export function sampleAgenciesFile(running: readonly AgencyDetails[]) {
  return {
    agencies: bodies.flatMap((body) => {
      const details = running.find(({ id }) => id === body.id)
      return details ? [agencyEntry(body, details)] : []
    }),
    operators: staffOfBody(null),
  }
}

export type SampleAgenciesFile = ReturnType<typeof sampleAgenciesFile>

/** The file without what is about other life events than these, for a service that knows only them. */
export function onlyAbout(types: readonly string[], { agencies, ...rest }: SampleAgenciesFile): SampleAgenciesFile {
  const entries = agencies.map((agency) => {
    const agreements = agency.agreements
      .map((agreement) => ({ ...agreement, events: agreement.events.filter(({ type }) => types.includes(type)) }))
      .filter(({ events }) => events.length > 0)
    const ids = agreements.map(({ id }) => id)
    const streams = agency.streams
      .map((stream) => ({ ...stream, agreements: stream.agreements.filter((id) => ids.includes(id)) }))
      .filter((stream) => stream.agreements.length > 0)
    return { ...agency, agreements, streams }
  })
  // Those that are told nothing at all have another part here.
  const silent = agencies.filter(({ agreements }) => agreements.length === 0).map(({ id }) => id)
  const kept = entries.filter(({ id, agreements }) => agreements.length > 0 || silent.includes(id))
  return { ...rest, agencies: kept }
}

function agencyEntry(body: Body, { publicKey, streams, confirmations }: AgencyDetails) {
  const confirmed = confirmedBy(body.id)
  const riskAppetite = riskAppetiteOf(body.id)
  const systems = systemsOf(body.id)
  return {
    id: body.id,
    name: body.name,
    cluster: body.cluster,
    kind: body.kind,
    contact: body.contact,
    // A body that only reads has no program to ask for a token.
    jwks: body.subscriptions.every(({ inbox }) => inbox) ? undefined : { keys: [publicKey] },
    illustration: true,
    staff: staffOfBody(body.id),
    ...(body.areas && { routing: { areas: body.areas } }),
    ...(body.region && { region: body.region }),
    streams: body.subscriptions.map((subscription, index) => ({
      ...wayOf(subscription, streams[index]),
      agreements: subscription.agreements.map(({ id }) => id),
    })),
    agreements: body.subscriptions.flatMap(({ agreements }) =>
      agreements.map((agreement) => agreementEntry(agreement, body)),
    ),
    activities: activitiesOf(body.id),
    ...(systems && { systems: { covered: systems.covered, not_covered: systems.notCovered } }),
    ...(riskAppetite && { risk_appetite: riskAppetite }),
    ...(confirmed && { confirms: [{ number: confirmed, url: confirmations }] }),
  }
}

/** What is fetched, or read by people, is sent nowhere. */
function wayOf({ polls, inbox }: SampleSubscription, own: AgencyDetails['streams'][number] | undefined) {
  const elsewhere = { endpoint_url: undefined, authorization_header: undefined }
  if (inbox) return { method: 'inbox', ...elsewhere }
  if (polls) return { method: 'poll', ...elsewhere }
  return { method: 'push', endpoint_url: own?.endpoint, authorization_header: own?.authorization }
}

function agreementEntry(agreement: SampleAgreement, body: Body) {
  const { takesCare } = body
  const { id, purpose, effect, power, powerName, choice, matching, events, minimumAge, irreversible } = agreement
  return {
    id,
    purpose,
    effect,
    legal_basis: agreement.legalBasis,
    power,
    power_name: powerName,
    choice,
    ...(irreversible && { irreversible }),
    matching,
    events: events.map(({ type, fields }) => ({ type, fields: takesCare ? [...fields, 'handle_with_care'] : fields })),
    usual_days: agreement.usualDays,
    ...(minimumAge !== undefined && { minimum_age: minimumAge }),
    review_on: agreement.reviewOn,
    account: accountOf(agreement, body),
  }
}
