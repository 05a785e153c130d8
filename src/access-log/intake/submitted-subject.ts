import { readIdentifier, type NationalIdentifier } from '../../vault/national-identifier.ts'
import type { FieldProblem, Submission } from './submission.ts'

/** Whom a body means: by the id that it got from us, or by a number of the person's own, checked and in one spelling. */
export type NamedSubject = { idType: 'pairwise'; id: string } | NationalIdentifier

/** Who it is about, or what is wrong with how it says so; nobody in a batch. */
export function subjectProblems({ subject, batch }: Submission): {
  subject?: NamedSubject
  problems: FieldProblem[]
} {
  if (batch) return { problems: subject ? [{ field: 'subject', message: 'does not belong to a batch' }] : [] }
  if (!subject) return { problems: [{ field: 'subject', message: 'is missing: whose data was it?' }] }
  const { id, type, id_type: idType = type } = subject
  if (idType === undefined) return { problems: [{ field: 'subject.type', message: 'is missing' }] }
  if (type !== undefined && type !== idType) {
    return { problems: [{ field: 'subject.type', message: 'contradicts id_type: give one of the two' }] }
  }
  if (idType === 'pairwise') return { subject: { idType, id }, problems: [] }
  const identifier = readIdentifier(idType, id)
  // Never with what was sent: the answer may stand in somebody's log.
  if (!identifier) return { problems: [{ field: 'subject.id', message: `cannot be a ${idType}` }] }
  return { subject: identifier, problems: [] }
}
