import { isDeepStrictEqual } from 'node:util'
import { agencyFrom } from '../agencies/agency-entry.ts'
import type { RegisteredActivity } from '../access-log/activities/registered-activity.ts'
import type { Agency } from '../agencies/agency.ts'
import type { RegisteredAgreement } from '../agreements/agreement-store.ts'
import type { KnownMember } from '../identity/staff/staff-store.ts'
import type { CalendarDate } from '../shared/dates.ts'
import type { AgenciesFile, FileEntry } from './agencies-file.ts'
import { activityChanges } from './activity-changes.ts'
import { agreementChanges, agreementWarnings, type ProposedAgreement } from './agreement-changes.ts'
import type { Change, Stream, Warning } from './change.ts'
import { pairStreams } from './pair-streams.ts'
import { asOperator, staffChanges } from './staff-changes.ts'
import { mergedTerms, sendingTermsOf } from './sending-limits.ts'
import type { StreamEntry } from './stream-entry.ts'
import { tokenClientOf } from './token-client-entry.ts'

/** What stands in the database about the bodies of a file. */
export interface Present {
  agencies: Agency[]
  agreements: RegisteredAgreement[]
  proposed: ProposedAgreement[]
  /** Ids of agreements that a regulator ended. */
  barred: string[]
  activities: RegisteredActivity[]
  streams: (Stream & { id: string })[]
  people: KnownMember[]
  today: CalendarDate
}

/** Every difference between the file and what stands; empty for a file that has been applied. */
export function changesFor({ agencies, operators }: AgenciesFile, present: Present): Change[] {
  const ofAgencies = agencies.flatMap((entry) => {
    const before = present.agencies.find(({ id }) => id === entry.id)
    return hasLeft(entry, before) ? leaving(entry, before) : ofAgency(entry, present, before)
  })
  return [...ofAgencies, ...staffChanges(operators.map(asOperator), null, present.people)]
}

/** What the file does not change, though somebody might think so. */
export function warningsFor({ agencies }: AgenciesFile, present: Present): Warning[] {
  return agencies.flatMap((entry) => {
    const before = present.agencies.find(({ id }) => id === entry.id)
    return hasLeft(entry, before) ? [] : agreementWarnings(entry, agreementsOf(entry, present))
  })
}

/** A body that has left stays so until the file says that it is approved again. */
const hasLeft = ({ state }: FileEntry, before: Agency | undefined) => (state ?? before?.state) === 'off-boarded'

/** Whatever else its entry names: all of it ends. */
function leaving(entry: FileEntry, before: Agency | undefined): Change[] {
  if (before?.state === 'off-boarded') return []
  const added: Change[] = before ? [] : [{ kind: 'agency-added', agency: agencyFrom(entry), changed: [] }]
  return [...added, { kind: 'agency-off-boarded', agencyId: entry.id }]
}

function ofAgency(entry: FileEntry, present: Present, before: Agency | undefined): Change[] {
  const its = <One extends { agencyId: string }>(all: readonly One[]) => all.filter((one) => one.agencyId === entry.id)
  return [
    ...agencyChanges(entry, before),
    ...agreementChanges(entry, agreementsOf(entry, present)),
    ...activityChanges(entry, its(present.activities)),
    ...streamChanges(entry, its(present.streams)),
    ...staffChanges(entry.staff, entry.id, present.people),
  ]
}

const agreementsOf = ({ id }: FileEntry, { agreements, proposed, barred, today }: Present) => ({
  ...{ proposed, barred, today },
  before: agreements.filter(({ agencyId }) => agencyId === id),
})

/** What the file does not say of its standing stays as it is. */
function agencyChanges(entry: FileEntry, before: Agency | undefined): Change[] {
  const standing = {
    // Who comes back is let in again.
    active: before?.state === 'off-boarded' ? true : (before?.active ?? true),
    state: entry.state ?? before?.state ?? 'approved',
    conformance: entry.conformance ?? before?.conformance ?? 'waived',
  }
  const agency = { ...agencyFrom(entry), ...standing }
  if (!before) return [{ kind: 'agency-added', agency, changed: [] }]
  const changed = differences(before, agency)
  return changed.length === 0 ? [] : [{ kind: 'agency-changed', agency, changed }]
}

/** What goes comes first, so that its place is free. Streams made through the API are not the file's. */
function streamChanges(entry: FileEntry, streams: readonly (Stream & { id: string })[]): Change[] {
  const ofFile = streams.filter(({ position }) => position !== null)
  const wanted = entry.streams.map((read, position) => streamFrom(read, entry.id, position))
  const pairs = pairStreams(wanted, ofFile)
  const gone = ofFile.filter((stream) => !pairs.some(({ before }) => before === stream))
  const named = pairs.flatMap(({ stream: read, before }): Change[] => {
    if (!before) return [{ kind: 'stream-added', stream: read, id: undefined, changed: [] }]
    const { id, ...old } = before
    const kept = { ...read, ...mergedTerms(read, read.method === 'push' ? old : {}) }
    const changed = differences(old, { ...kept, status: old.status })
    const stream = { ...kept, status: statusAfter(old, changed) }
    return changed.length === 0 ? [] : [{ kind: 'stream-changed', stream, id, changed }]
  })
  return [...gone.map(({ id, ...stream }): Change => ({ kind: 'stream-removed', stream, id })), ...named]
}

const streamFrom = (read: StreamEntry, agencyId: string, position: number): Stream => ({
  agencyId,
  position,
  method: read.method,
  endpointUrl: read.endpoint_url ?? null,
  authorizationHeader: read.authorization_header ?? null,
  tokenUrl: read.token_url ?? null,
  tokenClient: read.token_url === undefined ? null : tokenClientOf(read),
  algorithm: read.signing_alg,
  events: read.events ?? null,
  agreements: read.agreements ?? null,
  ...sendingTermsOf(read),
  status: 'enabled',
})

/** A stream that was stopped because its receiver was gone (410) starts afresh when the file says where it is now. */
function statusAfter(old: Stream, changed: readonly string[]): Stream['status'] {
  const moved = ['method', 'endpointUrl', 'authorizationHeader', 'tokenUrl', 'tokenClient'].some((key) =>
    changed.includes(key),
  )
  return moved ? 'enabled' : old.status
}

/** Names of the parts that differ. */
function differences<Thing extends object>(before: Thing, after: Thing): string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Thing & string)[]
  return keys.filter((key) => !isDeepStrictEqual(before[key], after[key]))
}
