import type { FieldProblem, Submission } from './submission.ts'

/** What is known of the earlier records that a batch puts right. */
export interface KnownCorrections {
  /** Ids of records that this body has reported. */
  reported: ReadonlySet<string>
  /** Of these, those about whoever the correction names: by `correctedName`. */
  aboutTheSame: ReadonlySet<string>
}

/** @param subject undefined for what is about many people at once. */
export const correctedName = (recordId: string, subject: Buffer | undefined | null) =>
  `${recordId} ${subject?.toString('hex') ?? ''}`

/** Nobody's record is put right by one about somebody else: neither of the two would say what happened. */
export function correctionProblems(
  { supersedes }: Pick<Submission, 'supersedes'>,
  subject: Buffer | undefined,
  { reported, aboutTheSame }: KnownCorrections,
): FieldProblem[] {
  if (supersedes === undefined || aboutTheSame.has(correctedName(supersedes, subject))) return []
  if (!reported.has(supersedes)) return [UNKNOWN]
  return [subject ? OF_ANOTHER : OF_ONE]
}

const problem = (message: string): FieldProblem => ({ field: 'supersedes', message })
const UNKNOWN = problem('must be a record that you reported before, in an earlier call')
const OF_ANOTHER = problem('must be a record about the same person, named by the same kind of id as in that record')
const OF_ONE = problem('must be a record about many people at once, as this one is')
