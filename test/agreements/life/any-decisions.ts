import fc from 'fast-check'
import { agreementFrom } from '../../../src/agreements/agreement-entry.ts'
import { agree, latestVersions, setState } from '../../../src/agreements/agreement-store.ts'
import { enactProposals } from '../../../src/agreements/proposals/enact-proposals.ts'
import { mindReviews } from '../../../src/agreements/proposals/mind-reviews.ts'
import { addProposal, findProposal } from '../../../src/agreements/proposals/proposal-store.ts'
import { entryOf } from '../../../src/agreements/proposals/proposal.ts'
import { decideProposal, withdrawProposal } from '../../../src/agreements/proposals/step-store.ts'
import { DAY } from '../../../src/shared/clock.ts'
import { addDays, ukToday } from '../../../src/shared/dates.ts'
import { inContext } from '../../../src/shared/database.ts'
import { aCitizen, testVault, type Citizen } from '../../support/access-log.ts'
import type { TestDatabase } from '../../support/database.ts'
import { startDelivering, type Delivering } from '../../support/delivering.ts'
import { EVENT, aRecipient } from '../../support/receiver.ts'
import { aReport, MOVE } from '../../support/reports.ts'
import { aColleague } from '../../support/staff.ts'

const FIELDS = ['names', 'birth_date', 'new_address', 'old_address', 'move_date', 'contact']
const ID = 'dvla-address'

/** What can happen to an agreement. */
type Decision =
  | { kind: 'ask'; fields: string[]; review: 'renew' | 'end' | undefined }
  | { kind: 'approve' | 'decline' | 'withdraw' | 'end' | 'resume' | 'enact' }

/** And to what is told under it. */
export type Step = Decision | { kind: 'wait'; days: number } | { kind: 'report' } | { kind: 'dispatch' }

export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('ask' as const),
    fields: fc.subarray(FIELDS, { minLength: 1 }),
    review: fc.constantFrom<'renew' | 'end' | undefined>(undefined, 'renew', 'end'),
  }),
  fc.record({ kind: fc.constantFrom('approve' as const, 'decline' as const, 'withdraw' as const) }),
  fc.record({ kind: fc.constantFrom('end' as const, 'resume' as const, 'enact' as const) }),
  fc.record({ kind: fc.constant('wait' as const), days: fc.constantFrom(1, 31, 200, 400) }),
  fc.record({ kind: fc.constant('report' as const) }),
  fc.record({ kind: fc.constant('dispatch' as const) }),
)

/** A body, whoever decides about it, and a worker that tells it. */
export interface Parish {
  database: TestDatabase
  /** Goes through the steps. @returns fields that came without being allowed: there must be none; and how many tokens came. */
  run(steps: readonly Step[]): Promise<{ beyond: string[]; told: number }>
  close(): Promise<void>
}

export async function startParish(database: TestDatabase): Promise<Parish> {
  const vault = testVault()
  let now = new Date('2026-11-22T09:00:00Z')
  const delivering = await startDelivering(database, { vault, clock: () => now })
  const citizen = await aCitizen(database, vault, 'amira')
  await aRecipient(database, vault, 'dvla', delivering.receiver.url, { fields: ['names'] })
  const people = {
    asker: (await aColleague(database, 'dvla-admin')).id,
    decider: (await aColleague(database, 'operator-one')).id,
  }
  const town = { database, delivering, citizen, ...people }
  return {
    database,
    async run(steps) {
      const seen = { beyond: [] as string[], told: 0 }
      for (const step of steps) {
        if (step.kind === 'wait') now = new Date(now.getTime() + step.days * DAY)
        else if (step.kind === 'report')
          await aReport(database, vault, citizen, { submittedAt: now, told: { [ID]: 1 } })
        else if (step.kind === 'dispatch') await dispatch(town, now, seen)
        else await decide(town, step, now)
      }
      await dispatch(town, now, seen)
      return seen
    },
    close: () => delivering.close(),
  }
}

interface Around {
  database: TestDatabase
  delivering: Delivering
  citizen: Citizen
  asker: string
  decider: string
}

/** Told as production does it, and held against what the register says at that moment, read without the sending's help. */
async function dispatch({ database, delivering }: Around, now: Date, seen: { beyond: string[]; told: number }) {
  await mindReviews(database.worker, now)
  const allowed = await allowedNow(database, ukToday(now))
  const before = delivering.receiver.arrivals.length
  await delivering.worker.runOnce()
  const arrived = delivering.receiver.arrivals.slice(before)
  const told = arrived.flatMap(({ token }) => Object.keys(token.events[EVENT] ?? {}))
  seen.beyond.push(...told.filter((field) => Object.hasOwn(MOVE, field) && !allowed.includes(field)))
  seen.told += arrived.length
  if (allowed.length === 0) seen.beyond.push(...arrived.map(() => 'told without an agreement'))
}

async function allowedNow({ owner }: TestDatabase, today: string): Promise<string[]> {
  const { rows } = await owner.raw<{ rows: { fields: string[] }[] }>(
    `select e.fields || v.matching as fields from agreements a
     join agreement_versions v on v.agreement_id = a.id and v.version = a.version
     join agreement_events e on e.agreement_id = a.id and e.version = a.version
     where a.state = 'live' and e.event_type = 'change-of-address'
       and (v.ends_on is null or v.ends_on >= ?) and (v.review_on is null or v.review_on + 30 >= ?)`,
    [today, today],
  )
  return rows.flatMap(({ fields }) => fields)
}

async function decide({ database, asker, decider }: Around, step: Decision, now: Date): Promise<void> {
  const own = { agency: 'dvla' }
  const open = await database
    .owner<{ id: string; state: string }>('grant_proposals')
    .where({ state: 'proposed' })
    .first('id')
  switch (step.kind) {
    case 'ask':
      return ask(database, { ...step, asker }, now)
    case 'approve':
    case 'decline': {
      if (!open) return
      const by = { way: 'operator' as const, by: decider, reason: 'Because' }
      const refusal = { category: 'other' as const, withholding: 'Somebody waits' }
      await inContext(database.web, { operator: true }, (tx) =>
        decideProposal(
          tx,
          open.id,
          step.kind === 'approve' ? { ...by, state: 'approved' } : { ...by, state: 'declined', ...refusal },
          now,
        ),
      )
      return
    }
    case 'withdraw':
      await inContext(database.web, own, async (tx) => {
        const proposal = open && (await findProposal(tx, open.id))
        if (proposal) await withdrawProposal(tx, proposal, now)
      })
      return
    case 'enact':
      return enactProposals(database.worker, now)
    case 'end':
    case 'resume':
      return setState(database.worker, ID, step.kind === 'end' ? 'ended' : 'live', now)
  }
}

interface Wanted {
  fields: string[]
  review: 'renew' | 'end' | undefined
  asker: string
}

async function ask(database: TestDatabase, { fields, review: keep, asker }: Wanted, now: Date): Promise<void> {
  const [before] = await latestVersions(database.web, [ID])
  if (!before) return
  const { ends_on: _, ...kept } = entryOf(before)
  const terms = {
    ...kept,
    review_on: addDays(ukToday(now), 365),
    events: keep === undefined ? [{ type: 'change-of-address', fields }] : before.events,
  }
  const review = keep === undefined ? null : { benefit: 'Some', shown: true, cost: 'Little', keep }
  const asked = { agencyId: 'dvla', agreementId: ID, terms, baseVersion: before.version, proposedBy: asker, review }
  await inContext(database.web, { agency: 'dvla' }, (tx) => addProposal(tx, asked, now))
}

/** Afresh, as if nothing had been decided. */
export async function startAfresh({ owner, worker }: TestDatabase): Promise<void> {
  await owner('grant_proposals').whereIn('state', ['proposed', 'approved']).update({ state: 'overtaken' })
  const [before] = await latestVersions(worker, [ID])
  if (before)
    await agree(
      worker,
      agreementFrom({ ...entryOf(before), review_on: '2099-01-01' }, 'dvla', before.version + 1),
      new Date(),
    )
}
