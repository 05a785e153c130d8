import { z } from 'zod'
import { activityEntry } from '../access-log/activities/activity-entry.ts'
import { agencyShape, lookAtAgency } from '../agencies/agency-entry.ts'
import { entriesOf, entry, textsOf, type Report, type Unchecked } from '../agencies/file-entry.ts'
import { readEntry, type Path, type Reading } from '../agencies/file-mistakes.ts'
import { operatorEntry, staffEntry, type OperatorEntry } from '../agencies/staff-entry.ts'
import { agreementEntry, endedAgreement } from '../agreements/agreement-entry.ts'
import { lookAtSharing } from '../agreements/not-for-sharing/refuse.ts'
import { readJson } from './agencies-file-text.ts'
import type { FileRules } from './file-rules.ts'
import { streamEntry } from './stream-entry.ts'

/** One body with its streams and agreements, every default filled in. */
export type FileEntry = z.output<ReturnType<typeof fileEntry>>

/** Everything that an agencies file says. */
export interface AgenciesFile {
  agencies: FileEntry[]
  operators: OperatorEntry[]
}

/** Every mistake at once, or what it says. It reads the file alone: what the database holds is looked at on applying. */
export function readAgencies(value: unknown, rules: FileRules): Reading<AgenciesFile> {
  const operators = z.array(operatorEntry).default([])
  return readEntry(entry({ agencies: z.array(fileEntry(rules)), operators }, lookAcross), value)
}

/** The same from text, with broken JSON and keys that stand twice among the mistakes. */
export function readAgenciesText(text: string, rules: FileRules): Reading<AgenciesFile> {
  const json = readJson(text)
  if ('mistakes' in json) return json
  const reading = readAgencies(json.value, rules)
  const mistakes = [...json.repeated, ...('mistakes' in reading ? reading.mistakes : [])]
  return mistakes.length > 0 ? { mistakes } : reading
}

const fileEntry = (rules: FileRules) =>
  entry(
    {
      ...agencyShape(rules),
      streams: z.array(streamEntry(rules)).default([]),
      agreements: z.array(agreementEntry(rules.lifeEvents)).default([]),
      ended_agreements: z.array(endedAgreement).default([]),
      activities: z.array(activityEntry()).default([]),
      staff: z.array(staffEntry).default([]),
    },
    (agency, report) => {
      lookAtAgency(agency, report)
      checkServedAgreements(agency, report)
      checkEndedAgreements(agency, report)
      checkActivities(agency, report)
      lookAtSharing(agency, report)
    },
  )

/** A stream can serve agreements of its own body only. */
function checkServedAgreements({ streams, agreements }: Unchecked, report: Report): void {
  const ids = entriesOf(agreements).map(({ entry: agreement }) => agreement['id'])
  for (const { index, entry: stream } of entriesOf(streams)) {
    for (const { index: at, text: id } of textsOf(stream['agreements'])) {
      if (!ids.includes(id)) report(['streams', index, 'agreements', at], 'is not an agreement of this agency')
    }
  }
}

function checkEndedAgreements({ agreements, ended_agreements: ended }: Unchecked, report: Report): void {
  const ids = entriesOf(agreements).map(({ entry: agreement }) => agreement['id'])
  for (const { index, entry: one } of entriesOf(ended)) {
    if (ids.includes(one['id']))
      report(['ended_agreements', index, 'id'], 'is an agreement of this agency too: name it once')
  }
}

/** Named once, each under an agreement of its own body if under any. */
function checkActivities({ activities, agreements }: Unchecked, report: Report): void {
  const own = entriesOf(agreements).map(({ entry: agreement }) => agreement['id'])
  const named = entriesOf(activities)
  for (const { index, entry: activity } of named) {
    const under = activity['agreement']
    if (under !== undefined && !own.includes(under))
      report(['activities', index, 'agreement'], 'is not an agreement of this agency')
  }
  reportRepeats(
    named.map(({ index, entry: { id } }) => ({ path: ['activities', index, 'id'], id })),
    'is the id of another activity of this agency too',
    report,
  )
}

function lookAcross({ agencies, operators }: Unchecked, report: Report): void {
  const bodies = entriesOf(agencies)
  const agencyIds = bodies.map(({ index, entry: body }) => ({ path: ['agencies', index, 'id'], id: body['id'] }))
  const agreementIds = bodies.flatMap(({ index, entry: body }) =>
    entriesOf(body['agreements']).map(({ index: at, entry: agreement }) => ({
      path: ['agencies', index, 'agreements', at, 'id'],
      id: agreement['id'],
    })),
  )
  reportRepeats(agencyIds, 'is the id of another agency in this file too', report)
  reportRepeats(agreementIds, 'is the id of another agreement in this file too', report)
  reportRepeats(
    [
      ...bodies.flatMap(({ index, entry: body }) => emailsAt(['agencies', index, 'staff'], body['staff'])),
      ...emailsAt(['operators'], operators),
    ],
    'is the address of somebody else in this file too',
    report,
  )
}

const emailsAt = (path: Path, people: unknown) =>
  entriesOf(people).map(({ index, entry: { email } }) => ({
    path: [...path, index, 'email'],
    id: typeof email === 'string' ? email.toLowerCase() : undefined,
  }))

function reportRepeats(ids: { path: Path; id: unknown }[], problem: string, report: Report): void {
  const seen = new Set<unknown>()
  for (const { path, id } of ids) {
    if (typeof id !== 'string') continue
    if (seen.has(id)) report(path, problem)
    seen.add(id)
  }
}
