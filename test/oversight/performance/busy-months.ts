import { createHash } from 'node:crypto'
import { agree } from '../../../src/agreements/agreement-store.ts'
import { inContext } from '../../../src/shared/database.ts'
import { aCitizen, aDisclosure, disclose, testVault, type Citizen } from '../../support/access-log.ts'
import { anAgency, anAgreement } from '../../support/agency.ts'
import type { TestDatabase } from '../../support/database.ts'
import { aReport } from '../../support/reports.ts'
import { aColleague } from '../../support/staff.ts'

export const BODIES = ['dvla', 'hmrc', 'dwp', 'leeds']

// A month ends an hour earlier by the sun in British Summer Time: the last instant of one, and the first of the next.
const EDGES = [
  '2026-08-31T22:59:59.999Z',
  '2026-08-31T23:00:00Z',
  '2026-09-30T22:59:59.999Z',
  '2026-09-30T23:00:00Z',
  '2026-10-31T23:59:59.999Z',
  '2026-11-01T00:00:00Z',
].map((time) => new Date(time))

const FIRST = Date.parse('2026-08-05T12:00:00Z')
const SPAN = Date.parse('2026-11-10T12:00:00Z') - FIRST

/** The same numbers at each run, which look like chance. */
function chance(seed: string) {
  let drawn = 0
  return (below: number) => {
    drawn += 1
    return createHash('sha256').update(`${seed} ${drawn}`).digest().readUInt32BE(0) % below
  }
}

/** At the edges of months, and so many times between them. */
function timesFor(seed: string, count: number): Date[] {
  const draw = chance(seed)
  return [...EDGES, ...Array.from({ length: count }, () => new Date(FIRST + draw(SPAN / 1000) * 1000))]
}

const afterDays = (time: Date, days: number) => new Date(time.getTime() + days * 86_400_000)
const pick = <Value>(from: readonly Value[], at: number) => from[at % from.length] as Value
const dayOf = (time: Date) => time.toLocaleDateString('en-CA', { timeZone: 'Europe/London' })

/** Three months of a service, with everything that is measured happening at all times, edges of months too. */
export async function busyMonths(database: TestDatabase): Promise<void> {
  const citizen = await aCitizen(database, testVault(), 'amira')
  await Promise.all(BODIES.map((id) => anAgency(database, { id })))
  const agreement = await anAgreement(database, { id: 'dvla-address', agencyId: 'dvla', usualDays: 7 })
  const early = { ...agreement, id: 'early', agencyId: 'hmrc', usualDays: 3 }
  await agree(database.owner, early, new Date('2026-08-10T09:00:00Z'))
  const { id: asker } = await aColleague(database, 'dvla-admin')
  const { id: decider } = await aColleague(database, 'operator-one')
  const { id: officer } = await aColleague(database, 'dvla-officer')
  await Promise.all([
    requests(database, { asker, decider }),
    deliveries(database, citizen),
    questions(database),
    sealed(database, citizen, { officer, second: asker }),
    heard(database),
    service(database, citizen),
  ])
}

async function requests(
  { owner }: TestDatabase,
  { asker, decider }: Record<'asker' | 'decider', string>,
): Promise<void> {
  const draw = chance('requests')
  for (const [index, at] of timesFor('requests', 60).entries()) {
    const id = crypto.randomUUID()
    const [considered, decided] = [afterDays(at, draw(80) / 10), afterDays(at, 8 + draw(200) / 10)]
    const inForce = afterDays(decided, 0.01)
    const fate = pick(['in-force', 'declined', 'proposed', 'withdrawn', 'in-force', 'approved', 'relied'], draw(70))
    const review = fate !== 'relied' && index % 9 === 8 ? { keep: 'renew' } : null
    const looked = fate !== 'relied' && draw(4) > 0
    await owner('grant_proposals').insert({
      review,
      ...{ id, agency_id: pick(BODIES, draw(40)), agreement_id: `request-${index}`, terms: {}, proposed_by: asker },
      ...{ proposed_at: at, state: fate === 'relied' ? 'in-force' : fate, base_version: draw(3) === 0 ? 1 : null },
      ...{ considered_at: looked ? considered : null, road: pick(['full', 'reliance', 'cluster', 'trial'], draw(40)) },
      ...{ considered_by: looked ? decider : null, questions: draw(30), minutes: draw(2) === 0 ? null : draw(200) },
      ...(fate === 'declined' && { category: 'cost', reason: 'It costs', withholding: 'Nobody is harmed' }),
      ...(['declined', 'approved', 'in-force'].includes(fate) && { decided_by: decider, decided_at: decided }),
      ...(fate === 'in-force' && { way: 'operator' }),
      ...(fate === 'relied' && { way: 'relied' }),
    })
    const acts: [string, Date][] = [
      // Whoever relies on a decision asks nobody.
      ...(fate === 'relied' ? [] : [[review ? 'reviewed' : 'requested', at] satisfies [string, Date]]),
      ...(looked ? [['considered', considered] satisfies [string, Date]] : []),
      ...(fate === 'declined' ? [['declined', decided] satisfies [string, Date]] : []),
      ...(fate === 'withdrawn' ? [['withdrawn', decided] satisfies [string, Date]] : []),
      ...(['in-force', 'approved'].includes(fate) ? [['approved', decided] satisfies [string, Date]] : []),
      ...(fate === 'relied' ? [['relied', decided] satisfies [string, Date]] : []),
      ...(['in-force', 'relied'].includes(fate) ? [['in-force', inForce] satisfies [string, Date]] : []),
    ]
    const row = { agreement_id: `request-${index}`, proposal_id: id, role: 'operator', version: null }
    await owner('agreement_decisions').insert(
      acts.map(([act, time]) => ({
        ...row,
        act,
        at: time,
        category: act === 'declined' ? pick(['cost', 'quality'], index) : null,
      })),
    )
  }
}

async function deliveries({ owner }: TestDatabase, { accountId, subject }: Citizen): Promise<void> {
  const draw = chance('deliveries')
  for (const [index, at] of timesFor('deliveries', 160).entries()) {
    const id = crypto.randomUUID()
    const state = pick(['acknowledged', 'acknowledged', 'acknowledged', 'given-up', 'due'], draw(50))
    const settled = afterDays(at, draw(20) / 10)
    // One body has so little that it must not be seen.
    const agency = index % 50 === 49 ? 'leeds' : pick(BODIES.slice(0, 3), draw(30))
    await owner('deliveries').insert({
      ...{ id, report_id: crypto.randomUUID(), account_id: accountId, subject_ref: subject, agency_id: agency },
      ...{ subscription_id: crypto.randomUUID(), agreement_id: pick(['dvla-address', 'early'], draw(20)) },
      ...{ agreement_version: 1, event_type: 'change-of-address', access_record_id: crypto.randomUUID(), state },
      ...{ created_at: at, next_attempt_at: at, settled_at: state === 'due' ? null : settled },
      ...{ chased_at: state === 'acknowledged' && draw(3) === 0 ? afterDays(settled, 8) : null },
    })
    if (state !== 'acknowledged') continue
    const said = Array.from({ length: draw(4) }, (_, turn) => ({
      ...{ delivery_id: id, account_id: accountId, agency_id: agency },
      status: pick(['received', 'in_progress', 'done', 'no_record', 'needs_information', 'refused', 'done'], draw(70)),
      received_at: index < EDGES.length ? afterDays(at, turn * 9) : afterDays(settled, turn * 4 + draw(60) / 10),
    }))
    if (said.length > 0) await owner('outcomes').insert(said)
  }
}

async function questions({ owner }: TestDatabase): Promise<void> {
  const draw = chance('questions')
  for (const at of timesFor('questions', 70)) {
    const id = crypto.randomUUID()
    const kind = pick(['explain', 'complaint', 'name'], draw(30))
    const due = kind === 'name' ? null : dayOf(afterDays(at, 29))
    await owner('questions').insert({
      ...{ id, account_id: crypto.randomUUID(), subject_ref: Buffer.alloc(32, 1), agency_id: pick(BODIES, draw(20)) },
      ...{ record_id: crypto.randomUUID(), controller_id: 'dvla', activity_id: 'checks', kind, urgent: false },
      ...{ asked_at: at, due },
    })
    const entry = (remarkable: object) => ({ id: crypto.randomUUID(), question_id: id, ...remarkable })
    await owner('question_entries').insert(entry({ at, kind: 'asked', made_by: 'citizen', due }))
    const replies = [
      ...(draw(3) > 0 ? [entry({ at: afterDays(at, 1), kind: 'acknowledged', made_by: 'body' })] : []),
      ...(draw(3) > 0 ? [entry({ at: afterDays(at, 20 + draw(15)), kind: 'answered', made_by: 'body' })] : []),
    ]
    if (replies.length > 0) await owner('question_entries').insert(replies)
  }
}

async function sealed(
  database: TestDatabase,
  { subject }: Citizen,
  { officer, second }: Record<'officer' | 'second', string>,
): Promise<void> {
  const { owner } = database
  await disclose(database, aDisclosure({ subjectRef: subject }))
  const like = await owner('access_records').first<Record<string, unknown>>()
  const draw = chance('sealed')
  for (const at of timesFor('sealed', 30)) {
    const record_id = crypto.randomUUID()
    const of = {
      record_id,
      controller_id: pick(['dvla', 'hmrc'], draw(10)),
      registered_at: new Date('2026-11-20T10:00:00Z'),
    }
    const visibility = pick(['sealed', 'sealed', 'delayed'], draw(30))
    await owner('sealed_access_records').insert({
      ...like,
      ...of,
      visibility,
      release_not_before: at,
      review_at: '2026-12-01',
    })
    await owner('seal_releases').insert({
      ...{ subject_ref: subject, ...of, released_at: at, first_until: at, renewals: '[]' },
    })
    const renewal = { id: crypto.randomUUID(), agency_id: 'dvla', record_id, asked_by: officer }
    await owner('seal_renewals').insert({ ...renewal, asked_at: at, reason: 'It goes on', until: afterDays(at, 9) })
    const decision = { renewal_id: renewal.id, decided_by: second, decided_at: at, approved: draw(3) > 0 }
    await inContext(owner, { agency: 'dvla' }, (tx) => tx('seal_decisions').insert(decision))
  }
}

async function heard({ owner }: TestDatabase): Promise<void> {
  const draw = chance('heard')
  const days = new Set(timesFor('heard', 60).map(dayOf))
  await owner('access_arrivals').insert(
    [...days].map((day) => ({ agency_id: pick(BODIES, draw(30)), day, access_type: 'consult', records: 1 + draw(9) })),
  )
  await owner('access_heard').insert([
    { agency_id: 'dvla', first_at: EDGES[1], last_at: EDGES[5] },
    { agency_id: 'hmrc', first_at: EDGES[2], last_at: EDGES[2] },
  ])
}

async function service(database: TestDatabase, citizen: Citizen): Promise<void> {
  const { owner } = database
  const draw = chance('service')
  for (const at of timesFor('reports', 40)) {
    await aReport(database, testVault(), citizen, {
      submittedAt: at,
      eventType: pick(['birth', 'change-of-address'], draw(20)),
    })
  }
  for (const at of timesFor('drafts', 60)) {
    await owner('drafts').insert({
      ...{
        id: crypto.randomUUID(),
        account_id: citizen.accountId,
        event_type: pick(['birth', 'change-of-address'], draw(20)),
      },
      ...{ answers: Buffer.alloc(1), started_at: at, changed_at: at, expires_at: at, opened_at: at },
      corrects_report_id: draw(5) === 0 ? crypto.randomUUID() : null,
    })
  }
  for (const at of timesFor('scores', 50)) await owner.raw('select rate_service(?, ?)', [1 + draw(5), dayOf(at)])
  const given = (figure: string, month: string, value: number, agency_id = '', given_at = EDGES[0]) => ({
    ...{ figure, month, value, agency_id, given_at },
  })
  await owner('given_figures').insert([
    given('cost-per-transaction', '2026-08-01', 4.2),
    given('cost-per-transaction', '2026-09-01', 4.567),
    given('cost-per-transaction', '2026-09-01', 3.999, '', EDGES[2]),
    given('digital-take-up', '2026-10-01', 61.25, 'dvla'),
  ])
}
