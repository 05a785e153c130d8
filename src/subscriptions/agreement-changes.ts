import { agreementFrom } from '../agreements/agreement-entry.ts'
import type { RegisteredAgreement } from '../agreements/agreement-store.ts'
import { changedTerms } from '../agreements/changed-terms.ts'
import { ukToday, type CalendarDate } from '../shared/dates.ts'
import type { FileEntry } from './agencies-file.ts'
import type { Change, Warning } from './change.ts'

/** An agreement whose latest version somebody proposed and somebody else approved, outside the file. */
export interface ProposedAgreement {
  id: string
  /** What the file said last; undefined: it never said anything of it. */
  ofFile: RegisteredAgreement | undefined
}

interface Standing {
  /** All of the body, in their latest versions. */
  before: readonly RegisteredAgreement[]
  proposed: readonly ProposedAgreement[]
  /** Ids of those that a regulator ended. */
  barred: readonly string[]
  today: CalendarDate
}

/**
 * What the file names comes or stays; what it no longer names has ended. What two people approved outside the file stands
 * until the file says something new of it: other terms than it said last, or the day on which it ended. What a regulator
 * ended, no file takes up again: that takes a new request, which is looked at.
 */
export function agreementChanges(entry: FileEntry, standing: Standing): Change[] {
  const ended = notNamed(entry, standing).filter((agreement) => endsBy(agreement, entry, standing))
  return [
    ...entry.agreements.flatMap((read) => namedChanges(read, entry.id, standing)),
    ...ended.map((agreement): Change => ({ kind: 'agreement-ended', agreement })),
  ]
}

/** What whoever applies the file might take for changed by it, and is not. */
export function agreementWarnings(entry: FileEntry, standing: Standing): Warning[] {
  const { before, proposed, barred } = standing
  const overtaken = entry.agreements.flatMap((read): Warning[] => {
    const old = before.find(({ id }) => id === read.id)
    if (old && barred.includes(old.id)) return [{ kind: 'agreement-barred', agreement: old }]
    return old && saysNothingNew(read, old, proposed) ? [{ kind: 'agreement-overtaken', agreement: old }] : []
  })
  const kept = notNamed(entry, standing).filter((agreement) => !endsBy(agreement, entry, standing))
  return [...overtaken, ...kept.map((agreement): Warning => ({ kind: 'agreement-kept', agreement }))]
}

function namedChanges(
  read: FileEntry['agreements'][number],
  agencyId: string,
  { before, proposed, barred }: Standing,
): Change[] {
  const old = before.find(({ id }) => id === read.id)
  if (old && barred.includes(old.id)) return []
  if (!old) {
    return [{ kind: 'agreement-made', agreement: agreementFrom(read, agencyId, 1), changed: [], ...approvedBy(read) }]
  }
  const agreement = agreementFrom(read, agencyId, old.version + 1)
  const changed = saysNothingNew(read, old, proposed) ? [] : changedTerms(old, agreement)
  if (changed.length > 0) return [{ kind: 'agreement-changed', agreement, changed, ...approvedBy(read) }]
  return old.state === 'ended' ? [{ kind: 'agreement-resumed', agreement: old }] : []
}

const approvedBy = ({ approved_by: names }: FileEntry['agreements'][number]) => names && { approvedBy: names }

/** The file still says what it said before two people changed it. */
function saysNothingNew(
  read: FileEntry['agreements'][number],
  old: RegisteredAgreement,
  proposed: readonly ProposedAgreement[],
): boolean {
  const said = proposed.find(({ id }) => id === read.id)?.ofFile
  return said !== undefined && changedTerms(said, agreementFrom(read, old.agencyId, old.version)).length === 0
}

const notNamed = ({ agreements }: FileEntry, { before }: Standing) =>
  before.filter(({ id, state }) => state === 'live' && !agreements.some((read) => read.id === id))

/** What is approved again after the day that the file names has not ended on it. */
function endsBy({ id, agreedAt }: RegisteredAgreement, entry: FileEntry, { proposed, today }: Standing): boolean {
  if (!proposed.some((one) => one.id === id && one.ofFile === undefined)) return true
  const day = entry.ended_agreements.find((one) => one.id === id)?.ended
  return day !== undefined && day <= today && ukToday(agreedAt) <= day
}
