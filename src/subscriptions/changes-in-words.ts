import type { Summary } from './apply-agencies-file.ts'
import type { Change } from './change.ts'

/** What applying a file did, for the person who applied it: a line for each change. Never a header's value. */
export function summaryInWords({ changes, agencies, agreements, streams }: Summary): string[] {
  const described = `${count(agencies, 'agency', 'agencies')}, ${count(agreements, 'agreement')} and ${count(streams, 'stream')}`
  if (changes.length === 0) return [`Nothing to change: ${described} stand as the file says.`]
  return [
    ...changes.map(changeInWords),
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
    case 'stream-added':
      return `${change.stream.agencyId}: ${streamName(change.stream.position)} added (${change.stream.method})`
    case 'stream-changed':
      return `${change.stream.agencyId}: ${streamName(change.stream.position)} changed ${change.changed.join(', ')}`
    case 'stream-removed':
      return `${change.stream.agencyId}: ${streamName(change.stream.position)} removed`
    case 'member-invited':
      return `${change.member.agencyId ?? 'operators'}: ${change.member.email} may sign in (${change.member.role})`
  }
}

/** As the file writes it. */
const streamName = (position: number | null) => (position === null ? 'stream' : `streams[${position}]`)

const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`
