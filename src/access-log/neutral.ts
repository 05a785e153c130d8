import type { AccessEntry } from './access-entry.ts'

/**
 * A use that concerns somebody else who must be protected (a child at risk, a witness): its citizen sees that the body
 * used their data, when, why and on which power, and nothing that could lead to the other person.
 */
export const PROTECTED = 'protected-third-party'

export const isNeutral = ({ visibility }: Pick<AccessEntry, 'visibility'>) => visibility === PROTECTED

/** Without what could tell more: not even an export has it. */
export function neutralised(entry: AccessEntry): AccessEntry {
  if (!isNeutral(entry)) return entry
  return {
    ...entry,
    ...{ unit: undefined, system: undefined, counterpartyId: undefined, reportId: undefined, traceId: '' },
    ...{ accessType: 'consult', subjectRole: 'self', drift: [], actor: { kind: entry.actor.kind } },
  }
}
