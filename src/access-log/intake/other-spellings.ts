/**
 * What bodies may also write, put in our own words: the subject as the token that they were sent named it (`sub_id`,
 * RFC 9493) or as an access record keeps it (`subject_ref`, `subject_id_type`); and the agreement alone, which stands
 * for its version in force.
 */
export function inOurSpelling(sent: unknown): unknown {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return sent
  // As most write it, once for each record.
  if (Object.hasOwn(sent, 'subject') && Object.hasOwn(sent, 'activity_id') && !OTHERS.some((name) => name in sent))
    return sent
  const { sub_id, subject_ref, subject_id_type, ...rest } = sent as Record<string, unknown>
  const spelled = Object.hasOwn(rest, 'subject')
    ? sent
    : { ...rest, ...subjectFrom(sub_id, subject_ref, subject_id_type) }
  if (Object.hasOwn(spelled, 'activity_id') || !Object.hasOwn(spelled, 'agreement_ref')) return spelled
  return { ...spelled, activity_id: (spelled as Record<string, unknown>)['agreement_ref'] }
}

const OTHERS = ['sub_id', 'subject_ref', 'subject_id_type']

function subjectFrom(subId: unknown, ref: unknown, idType: unknown = 'pairwise'): object {
  if (typeof subId === 'object' && subId !== null && 'id' in subId)
    return { subject: { id_type: 'pairwise', id: subId.id } }
  return ref === undefined ? {} : { subject: { id_type: idType, id: ref } }
}
