import { NEVER, type Body } from './bodies.ts'
import type { AcceptedReport, Seen } from './citizens.ts'
import type { Aftermath } from './story.ts'
import { isEntitled, kindOf, type Told } from './verdict.ts'

/** What the pages said that was not so: at any time that something was told that was not, and in the end anything. */
export function wrongInPages({ town, citizens }: Aftermath, told: readonly Told[]): string[] {
  const bodies = new Map(town.bodies.all.map((body) => [body.id, body]))
  return citizens.flatMap(({ accepted, seen }) => [
    ...seen.filter((one) => saysTooMuch(one, told)).map((one) => `${nameOf(one)}, and it was not told yet`),
    ...accepted.flatMap((report) => {
      const latest = lastOf(seen.filter(({ reference }) => reference === report.reference))
      return [
        ...latest.filter((one) => !endsAs(one, report, told)).map((one) => `${nameOf(one)} in the end`),
        // What was taken back before it was worked out whom it goes to names nobody.
        ...(report.withdrawn && latest.length === 0 ? [] : othersThan(latest, report, bodies)),
      ]
    }),
  ])
}

const nameOf = ({ reference, body, tag }: Seen) => `the page of ${reference} says of ${body}: ${tag}`

/** Tags that say that something arrived, and what. */
const ARRIVED: Record<string, string> = { Told: 'report', Corrected: 'correction', 'Taken back': 'withdrawal' }

function saysTooMuch(seen: Seen, told: readonly Told[]): boolean {
  const kind = ARRIVED[seen.tag]
  return kind !== undefined && !takenOf(seen, told).some((one) => one.kind === kind && one.at <= seen.at)
}

function takenOf({ reference, body }: Pick<Seen, 'reference' | 'body'>, told: readonly Told[]) {
  return told
    .filter((one) => one.reference === reference && one.body === body)
    .flatMap(({ arrivals }) => arrivals)
    .filter(({ taken }) => taken !== 'no')
    .map((one) => ({ kind: kindOf(one), at: one.at }))
}

function endsAs({ reference, body, tag }: Seen, { corrected, withdrawn }: AcceptedReport, told: readonly Told[]) {
  const kinds = takenOf({ reference, body }, told).map(({ kind }) => kind)
  if (body === NEVER) return (withdrawn ? ['Not told', 'Not sent', 'Action needed'] : ['Not told']).includes(tag)
  if (withdrawn) return tag === (kinds.includes('withdrawal') ? 'Taken back' : 'Not sent')
  return tag === (corrected && kinds.includes('correction') ? 'Corrected' : 'Told')
}

const lastOf = (seen: readonly Seen[]) => seen.filter(({ at }) => at.getTime() === seen.at(-1)?.at.getTime())

function othersThan(latest: readonly Seen[], report: AcceptedReport, bodies: ReadonlyMap<string, Body>): string[] {
  const expected = [...bodies.values()].filter((body) => isEntitled(report, body)).map(({ id }) => id)
  const shown = latest.map(({ body }) => body)
  return expected.toSorted().join() === shown.toSorted().join()
    ? []
    : [`the page of ${report.reference} names ${shown.join()}, and it is ${expected.join()}`]
}
