import { activityUri, type Agreement } from '../../agreements/agreement.ts'
import { powerLink } from '../../agreements/power.ts'
import type { FieldProblem, Submission } from '../intake/submission.ts'

type Version = Pick<Agreement, 'id' | 'version'>

/** Which version of which agreement a URI names, whatever our address was then; undefined when it names none. */
export function namedVersion(uri: string): Version | undefined {
  const [, id, version] = /\/agreements\/([^/]+)\/versions\/([1-9]\d{0,8})$/.exec(uri) ?? []
  return id === undefined ? undefined : { id, version: Number(version) }
}

/** The same, of a URI that must be exactly ours. */
export function parseActivityUri(baseUrl: string, uri: string): Version | undefined {
  const named = namedVersion(uri)
  return named && activityUri(baseUrl, named) === uri ? named : undefined
}

/** Which agreement a body means that names no version: by its address or by its id. It means the one in force. */
export function namedAgreement(baseUrl: string, named: string): string | undefined {
  const id = named.startsWith(`${baseUrl}/agreements/`) ? named.slice(`${baseUrl}/agreements/`.length) : named
  return /^[a-z0-9_-]+$/.test(id) ? id : undefined
}

/**
 * Whether a record may name this activity: the version of an agreement of the body itself, or undefined when there is
 * none. What the body says of it besides must not contradict it. (Its own DPV purpose may be narrower than ours.)
 */
export function activityProblems(sent: Submission, agreement: Agreement | undefined, agencyId: string): FieldProblem[] {
  if (agreement?.agencyId !== agencyId) {
    return [{ field: 'activity_id', message: 'must be a version of one of your agreements' }]
  }
  const { legal_basis, power, agreement_ref } = sent
  return [
    ...(sameBasis(legal_basis, agreement.legalBasis) ? [] : [contradiction('legal_basis', agreement.legalBasis)]),
    ...(samePower(power, agreement.power) ? [] : [contradiction('power', agreement.power)]),
    ...((agreement_ref ?? agreement.id) === agreement.id ? [] : [contradiction('agreement_ref', agreement.id)]),
  ]
}

const contradiction = (field: string, agreed: string) => ({ field, message: `contradicts the activity: ${agreed}` })

/** `6(1)(e)` says less than `6(1)(e), 9(2)(g)`, and nothing against it. */
const sameBasis = (said: string | undefined, agreed: string) =>
  said === undefined || said === agreed || agreed.startsWith(`${said},`)

const samePower = (said: string | undefined, agreed: string) =>
  said === undefined || (powerLink(said) ?? said) === (powerLink(agreed) ?? agreed)
