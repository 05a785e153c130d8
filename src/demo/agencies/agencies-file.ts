import { bodies } from './bodies.ts'
import type { AgencyDetails } from './agency.ts'
import type { Body, SampleAgreement } from './body.ts'

/** The agencies file (DESIGN.md) of the sample bodies that run, as `npm run agencies -- apply` takes it. */
export function sampleAgenciesFile(running: readonly AgencyDetails[]) {
  return {
    agencies: bodies.flatMap((body) => {
      const details = running.find(({ id }) => id === body.id)
      return details ? [agencyEntry(body, details)] : []
    }),
  }
}

export type SampleAgenciesFile = ReturnType<typeof sampleAgenciesFile>

function agencyEntry(body: Body, { publicKey, streams }: AgencyDetails) {
  return {
    id: body.id,
    name: body.name,
    cluster: body.cluster,
    kind: body.kind,
    contact: body.contact,
    jwks: { keys: [publicKey] },
    illustration: true,
    ...(body.areas && { routing: { areas: body.areas } }),
    streams: body.subscriptions.map(({ agreement }, index) => ({
      method: 'push',
      endpoint_url: streams[index]?.endpoint,
      authorization_header: streams[index]?.authorization,
      ...(body.subscriptions.length > 1 && { agreements: [agreement.id] }),
    })),
    agreements: body.subscriptions.map(({ agreement }) => agreementEntry(agreement)),
  }
}

function agreementEntry(agreement: SampleAgreement) {
  const { id, purpose, effect, power, powerName, choice, matching, fields, minimumAge } = agreement
  return {
    id,
    purpose,
    effect,
    legal_basis: agreement.legalBasis,
    power,
    power_name: powerName,
    choice,
    matching,
    events: [{ type: 'change-of-address', fields }],
    usual_days: agreement.usualDays,
    ...(minimumAge !== undefined && { minimum_age: minimumAge }),
    review_on: agreement.reviewOn,
  }
}
