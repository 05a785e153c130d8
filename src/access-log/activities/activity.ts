import { activityUri, type Agreement } from '../../agreements/agreement.ts'
import { powerLink } from '../../agreements/power.ts'
import type { FieldProblem, Submission } from '../intake/submission.ts'
import { activityVersionPath, namedActivity, type RegisteredActivity } from './registered-activity.ts'

type Version = Pick<Agreement, 'id' | 'version'>

/** Which version of which agreement a URI names, whatever our address was then; undefined when it names none. */
export function namedVersion(uri: string): Version | undefined {
  const [, id, version] = /\/agreements\/([^/]+)\/versions\/([1-9]\d{0,8})$/.exec(uri) ?? []
  return id === undefined ? undefined : { id, version: Number(version) }
}

/** Whether a URI is exactly ours, of a version of an activity or of an agreement. */
export function isVersionUri(baseUrl: string, uri: string): boolean {
  const [activity, agreement] = [namedActivity(uri), namedVersion(uri)]
  if (activity) return baseUrl + activityVersionPath(activity) === uri
  return agreement !== undefined && activityUri(baseUrl, agreement) === uri
}

/** What a body means that names no version: an activity or an agreement by its address or its id, and the one in force. */
export function namedWithoutVersion(baseUrl: string, named: string, agencyId: string): string | undefined {
  const starts = [`${baseUrl}/activities/${agencyId}/`, `${baseUrl}/agreements/`]
  const start = starts.find((one) => named.startsWith(one)) ?? ''
  const id = named.slice(start.length)
  return /^[a-z0-9_-]+$/.test(id) ? id : undefined
}

/**
 * Whether a record may name this activity: one of the body itself. What the body says of it besides must not contradict
 * it. (Its own DPV purpose may be narrower than ours.)
 */
export function activityProblems(
  sent: Submission,
  activity: RegisteredActivity | undefined,
  agencyId: string,
): FieldProblem[] {
  if (activity?.agencyId !== agencyId) {
    return [{ field: 'activity_id', message: 'must be a version of one of your activities or agreements' }]
  }
  const { legal_basis, power, agreement_ref, visibility, special_basis } = sent
  const { agreementId, confidentiality, specialBasis } = activity
  return [
    ...(sameBasis(legal_basis, activity.legalBasis) ? [] : [contradiction('legal_basis', activity.legalBasis)]),
    ...(samePower(power, activity.power) ? [] : [contradiction('power', activity.power)]),
    ...((agreement_ref ?? agreementId) === agreementId ? [] : [contradiction('agreement_ref', agreementId)]),
    ...((special_basis ?? specialBasis) === specialBasis ? [] : [contradiction('special_basis', specialBasis)]),
    ...((visibility ?? confidentiality) === confidentiality ? [] : [contradiction('visibility', confidentiality)]),
  ]
}

const contradiction = (field: string, agreed: string | null) => ({
  field,
  message: `contradicts the activity: ${agreed ?? 'it has none'}`,
})

/** `6(1)(e)` says less than `6(1)(e), 9(2)(g)`, and nothing against it. */
const sameBasis = (said: string | undefined, agreed: string) =>
  said === undefined || said === agreed || agreed.startsWith(`${said},`)

const samePower = (said: string | undefined, agreed: string) =>
  said === undefined || (powerLink(said) ?? said) === (powerLink(agreed) ?? agreed)
