import type { Summary } from './apply-agencies-file.ts'
import type { Change, Warning } from './change.ts'

/** What applying a file did, for the person who applied it: a line for each change. Never a header's value. */
export function summaryInWords({ changes, warnings, agencies, agreements, streams }: Summary): string[] {
  const described = `${count(agencies, 'agency', 'agencies')}, ${count(agreements, 'agreement')} and ${count(streams, 'stream')}`
  const warned = warnings.map(warningInWords)
  if (changes.length === 0) return [...warned, `Nothing to change: ${described} stand as the file says.`]
  return [
    ...changes.map(changeInWords),
    ...warned,
    `Applied ${count(changes.length, 'change')}: ${described} now stand as the file says.`,
  ]
}

export function changeInWords(change: Change): string {
  switch (change.kind) {
    case 'agency-added':
      return `${change.agency.id}: added`
    case 'agency-changed':
      return `${change.agency.id}: changed ${change.changed.join(', ')}`
    case 'agency-off-boarded':
      return `${change.agencyId}: off-boarded: streams off, keys and people removed, agreements ended`
    case 'agreement-made':
      return `${change.agreement.agencyId}: agreement ${change.agreement.id} made, version 1`
    case 'agreement-changed':
      return `${change.agreement.agencyId}: agreement ${change.agreement.id} changed ${change.changed.join(', ')}, version ${change.agreement.version}`
    case 'agreement-resumed':
      return `${change.agreement.agencyId}: agreement ${change.agreement.id} taken up again, version ${change.agreement.version}`
    case 'agreement-ended':
      return `${change.agreement.agencyId}: agreement ${change.agreement.id} ended`
    case 'activity-made':
    case 'activity-changed':
    case 'activity-ended':
    case 'activity-resumed':
      return activityInWords(change)
    case 'stream-added':
      return `${change.stream.agencyId}: ${streamName(change.stream.position)} added (${change.stream.method})`
    case 'stream-changed':
      return `${change.stream.agencyId}: ${streamName(change.stream.position)} changed ${change.changed.join(', ')}`
    case 'stream-removed':
      return `${change.stream.agencyId}: ${streamName(change.stream.position)} removed`
    case 'member-invited':
      return `${change.member.agencyId ?? 'operators'}: ${change.member.email} may sign in (${change.member.role})`
    case 'member-role-changed':
      return `${change.member.agencyId ?? 'operators'}: ${change.member.email} is now ${change.role}, and was ${change.member.role}`
    case 'member-removed':
      return `${change.member.agencyId ?? 'operators'}: ${change.member.email} may not sign in any more`
  }
}

function activityInWords(change: ActivityChange): string {
  const { agencyId, id, version } = change.activity
  const named = `${agencyId}: activity ${id}`
  if (change.kind === 'activity-changed') return `${named} changed ${change.changed.join(', ')}, version ${version}`
  if (change.kind === 'activity-ended') return `${named} ended`
  return `${named} ${change.kind === 'activity-made' ? 'registered' : 'taken up again'}, version ${version}`
}

type ActivityChange = Extract<Change, { activity: unknown }>

export function warningInWords({ kind, agreement: { agencyId, id, version } }: Warning): string {
  if (kind === 'agreement-barred') {
    return `Warning: ${agencyId}: agreement ${id} was ended by a regulator, and stays so. Leave it out of the file, and ask anew`
  }
  const stands = `Warning: ${agencyId}: agreement ${id} stands in version ${version}, which two people approved`
  return kind === 'agreement-kept'
    ? `${stands}. The file does not name it. To end it, name it in ended_agreements with the day it ended`
    : `${stands}. The file still says what stood before: put the new terms there, or other ones to change it`
}

/** As the file writes it. */
const streamName = (position: number | null) => (position === null ? 'stream' : `streams[${position}]`)

const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`
