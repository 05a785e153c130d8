import { NEVER, type Body, type TakenToken } from './bodies.ts'
import type { AcceptedReport } from './citizens.ts'
import { referencesOf, storedDeliveries, strayRecords, type StoredDelivery } from './deliveries-store.ts'
import { pace } from './settings.ts'
import type { Aftermath } from './story.ts'
import { storedRedeliveries, wrongAgain } from './replays.ts'
import { wrongInPages } from './pages-verdict.ts'
import { STOPPED, type Injected } from './wreak.ts'

/** A token of which the database knows, with what its body saw of it. */
export interface Told extends StoredDelivery {
  arrivals: Arrived[]
}

export interface Arrived extends TakenToken {
  body: string
  facts: Record<string, unknown>
}

export interface Verdict {
  /** What should not be, in words; nothing, when every promise was kept. */
  wrong: string[]
  figures: Record<string, number>
}

export async function verdictOn(aftermath: Aftermath): Promise<Verdict> {
  const { town, citizens, faults } = aftermath
  const { owner } = town.database
  const reports = citizens.flatMap(({ accepted }) => accepted)
  const arrived = town.bodies.all.flatMap(arrivedAt)
  const byToken = Map.groupBy(arrived, ({ jti }) => jti)
  const told: Told[] = (await storedDeliveries(owner)).map((one) => ({ ...one, arrivals: byToken.get(one.id) ?? [] }))
  const known = new Set(told.map(({ id }) => id))
  const redeliveries = await storedRedeliveries(owner)
  const askedFor = new Set(redeliveries.map(({ deliveryId }) => deliveryId))
  const again = told.filter(({ id }) => !askedFor.has(id)).flatMap(({ arrivals }) => repeatsOf(arrivals))
  const wrong = [
    ...wrongReports(reports, await referencesOf(owner)),
    ...arrived.filter(({ jti }) => !known.has(jti)).map(({ jti, body }) => `${jti} came to ${body}, and is of nothing`),
    ...reports.flatMap((report) => town.bodies.all.flatMap((body) => wrongBetween(report, body, told))),
    ...told.flatMap((one) => wrongOnRecord(one, aftermath, askedFor.has(one.id))),
    ...wrongAgain(redeliveries, (jti) => byToken.get(jti)?.length ?? 0),
    ...again
      .filter(({ first, next }) => !faults.some((fault) => isDuring(fault, first.at, next.at)))
      .map(
        ({ first, next }) =>
          `${next.jti} came to ${next.body} again though nothing had happened: ${timesOf(first, next)}`,
      ),
    ...(await strayRecords(owner).then((count) => (count > 0 ? [`${count} access records are of nothing`] : []))),
    ...(town.bodies.trapped() > 0 ? ['a redirect was followed'] : []),
    ...town.bodies.all.flatMap(({ id, receiver }) => receiver.faults.map((fault) => `${id} got ${String(fault)}`)),
    ...[town.web, ...town.workers].flatMap(({ falls }) => falls),
    ...wrongInPages(aftermath, told),
  ]
  const more = { 'asked for again': redeliveries.length }
  return { wrong, figures: { ...figuresOf(aftermath, told, again.length), ...more } }
}

export const kindOf = ({ facts }: Arrived) =>
  facts['change'] === 'withdrawn' ? 'withdrawal' : facts['change'] === 'corrected' ? 'correction' : 'report'

/** By the citizen's choices and the agreements, and nothing that the service says. */
export const isEntitled = (report: AcceptedReport, { entitled, areas, optional }: Body) =>
  entitled && (!optional || report.saidYes) && (areas?.some((area) => report.areas.includes(area)) ?? true)

function arrivedAt({ id: body, receiver, taken }: Body): Arrived[] {
  return taken.flatMap((one, index) => {
    const { events = {}, aud = '' } = receiver.arrivals[index]?.token ?? {}
    const [event = '', facts = {}] = Object.entries(events)[0] ?? []
    // That its stream is open again is no news of a citizen.
    if (event.endsWith('/stream-updated')) return []
    return [{ ...one, body: aud === body ? body : `${body} though for ${aud}`, facts }]
  })
}

/** Arrivals after one that the body had said it took. */
function repeatsOf(arrivals: readonly Arrived[]): { first: Arrived; next: Arrived }[] {
  return arrivals.flatMap((next, index) => {
    const first = arrivals.slice(0, index).findLast(({ taken }) => taken === 'yes')
    return first ? [{ first, next }] : []
  })
}

// What is in hand when a fault begins, or ends, is settled or has lost its lease by then.
const GRACE = pace.lease

/** A fault stood in the way between these two times. */
const isDuring = (fault: Injected, from: Date, to: Date) =>
  fault.at <= to && from.getTime() <= fault.until.getTime() + GRACE

const timesOf = (...arrivals: Arrived[]) => arrivals.map(({ at }) => at.toISOString()).join(' and ')

function wrongReports(accepted: readonly AcceptedReport[], stored: readonly string[]): string[] {
  const references = accepted.map(({ reference }) => reference)
  return [
    ...references.filter((one) => !stored.includes(one)).map((one) => `${one} was confirmed and is lost`),
    ...stored.filter((one) => !references.includes(one)).map((one) => `${one} is there and nobody sent it`),
    ...(new Set(references).size < references.length ? ['two reports became one'] : []),
  ]
}

const ORDER = ['report', 'correction', 'withdrawal']

/** Everything that a body that may be told should have got of a report, in order, and the others nothing. */
function wrongBetween(report: AcceptedReport, body: Body, told: readonly Told[]): string[] {
  const { reference, corrected, withdrawn, uprn, moveDate } = report
  const between = told.filter((one) => one.reference === reference && one.body === body.id)
  const firsts = between
    .flatMap(({ arrivals: [first] }) => first ?? [])
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
  const kinds = firsts.map(kindOf)
  const say = (what: string) => [`${reference} and ${body.id}: ${what} (${kinds.join()})`]
  if (!isEntitled(report, body)) return between.length + firsts.length === 0 ? [] : say('it was not to be told')
  const contents = firsts.filter((one) => kindOf(one) !== 'withdrawal')
  const last = contents.at(-1)?.facts ?? {}
  const address = last['new_address'] as { uprn?: number } | undefined
  return [
    ...(firsts.some(({ body: at }) => at !== body.id) ? say('somebody else got it') : []),
    ...(kinds.join() === kinds.toSorted((one, other) => ORDER.indexOf(one) - ORDER.indexOf(other)).join()
      ? []
      : say('out of order')),
    ...(new Set(kinds).size === kinds.length ? [] : say('two tokens of one thing')),
    ...(!withdrawn && firsts.length === 0 ? say('never arrived') : []),
    ...(withdrawn && firsts.length > 0 && !kinds.includes('withdrawal') ? say('was not told of the withdrawal') : []),
    ...(!withdrawn && (address?.uprn !== uprn || last['move_date'] !== moveDate)
      ? say('does not know the latest')
      : []),
    ...(!withdrawn && corrected && contents.length > 2 ? say('was corrected too often') : []),
    ...firsts.flatMap((one) => (hasItsFields(one, body) ? [] : say(`was told ${Object.keys(one.facts).join()}`))),
  ]
}

function hasItsFields(arrived: Arrived, { fields }: Body): boolean {
  const kind = kindOf(arrived)
  const expected = [...(kind === 'report' ? [] : ['change', 'original_jti']), ...(kind === 'withdrawal' ? [] : fields)]
  return Object.keys(arrived.facts).toSorted().join() === expected.toSorted().join()
}

function wrongOnRecord(one: Told, { town, faults }: Aftermath, isAskedFor: boolean): string[] {
  const { id, body, state, arrivals, accessRecords, registeredAt, settledAt, results } = one
  const say = (what: string) => [`${id} to ${body}, ${one.kind} ${state}, came ${arrivals.length} times: ${what}`]
  const [first, last] = [arrivals[0], arrivals.at(-1)]
  // One that was stopped in the middle of sending goes on with it when it is woken.
  const woken = faults.some((fault) => last && fault.what === STOPPED && isDuring(fault, last.at, last.at))
  // One whose worker was killed between claiming and recording may have a result and no record, which nobody sees.
  const ends = state === 'acknowledged' ? ['made'] : accessRecords > 0 ? ['not-made'] : ['not-made', '']
  return [
    ...(one.attempts === one.recordedAttempts ? [] : say(`${one.attempts} settled, ${one.recordedAttempts} on record`)),
    ...(accessRecords > 1 || (first && accessRecords !== 1) ? say(`${accessRecords} access records`) : []),
    ...(first && registeredAt && town.theirTime(first.at) < registeredAt ? say('sent before it was on record') : []),
    ...(ends.includes(results.join()) ? [] : say(`its record ends in ${results.join() || 'nothing'}`)),
    ...(ENDS[state]?.(one) ? [] : say('should not end so')),
    ...(last && settledAt && state === 'acknowledged' && !woken && !isAskedFor && town.theirTime(last.at) > settledAt
      ? say('sent after it was acknowledged')
      : []),
  ]
}

/** How a delivery may end, and what must be true then. */
const ENDS: Record<string, (one: Told) => boolean> = {
  acknowledged: ({ arrivals, acceptedAttempts }) =>
    acceptedAttempts === 1 && arrivals.some(({ taken }) => taken !== 'no'),
  'given-up': ({ body }) => body === NEVER,
  withdrawn: ({ arrivals }) => arrivals.length === 0,
}

function figuresOf({ citizens, faults }: Aftermath, told: readonly Told[], repeats: number): Record<string, number> {
  const reports = citizens.flatMap(({ accepted }) => accepted)
  const count = <Item>(items: readonly Item[], is: (item: Item) => boolean) => items.filter(is).length
  return {
    ...Object.fromEntries([...Map.groupBy(faults, ({ what }) => what)].map(([what, all]) => [what, all.length])),
    reports: reports.length,
    corrections: count(reports, ({ corrected }) => corrected),
    withdrawals: count(reports, ({ withdrawn }) => withdrawn),
    'pages seen meanwhile and after': citizens.flatMap(({ seen }) => seen).length,
    tokens: count(told, ({ arrivals }) => arrivals.length > 0),
    arrivals: told.flatMap(({ arrivals }) => arrivals).length,
    'arrivals after it was taken': repeats,
    acknowledged: count(told, ({ state }) => state === 'acknowledged'),
    'given up': count(told, ({ state }) => state === 'given-up'),
  }
}
