import type { Stage } from './stage.ts'
import { stageLook } from './stage-asking.ts'

/** What somebody looked at is kept back from this person for a month. @returns the record's id */
export async function stageSeal(stage: Stage): Promise<string> {
  const id = await stageLook(stage)
  const columns = await stage.tx('access_records').where({ record_id: id }).first<Record<string, unknown>>()
  const opens = new Date(stage.now.getTime() + 30 * 86_400_000)
  const kept = { visibility: 'sealed', release_not_before: opens, review_at: '2027-01-15' }
  await stage.tx('sealed_access_records').insert({ ...columns, ...kept })
  return id
}

/** Somebody of the body has asked for it to be kept back longer. */
export async function stageRenewal({ tx, now }: Stage, recordId: string, email: string): Promise<void> {
  const { id: askedBy } = await tx('staff_members').where({ email }).first<{ id: string }>('id')
  const until = new Date(now.getTime() + 90 * 86_400_000)
  await tx('seal_renewals').insert({
    ...{ id: crypto.randomUUID(), agency_id: 'dvla', record_id: recordId, asked_by: askedBy, asked_at: now, until },
    reason: 'The case goes on, and knowing of it would warn those it is about.',
  })
}

/** Everybody else of their body is gone. */
export async function leaveAlone({ tx, now }: Stage, email: string): Promise<void> {
  const others = tx('staff_members').where({ agency_id: 'dvla' }).whereNot({ email }).whereNull('removed_at')
  await others.update({ removed_at: now })
}

export async function renewalOf({ tx }: Stage, recordId: string): Promise<string> {
  const row = await tx('seal_renewals').where({ record_id: recordId }).first<{ id: string }>('id')
  return row.id
}

/** Numbers that somebody may read. */
export async function stageCounts({ tx, now }: Stage): Promise<void> {
  const about = { agency_id: 'dvla', quarter: '2026-07-01', counted_at: now }
  await tx('published_counts').delete()
  await tx('published_counts').insert([
    { ...about, what: 'questions', activity_id: 'licence-checks', count: 12 },
    { ...about, what: 'sealed', count: null },
    { ...about, agency_id: 'dwp', what: 'sealed', count: 31 },
  ])
}

/** A National Insurance number that is theirs. */
export async function stageNumber({ tx, person, now }: Stage): Promise<void> {
  const { accountId: account_id } = person
  const ref = Buffer.from(account_id.replaceAll('-', '').repeat(2), 'hex')
  await tx('subjects').insert({ ref, id_type: 'nino', data_key_id: crypto.randomUUID(), account_id })
  const step = { id: crypto.randomUUID(), account_id, id_type: 'nino', what: 'confirmed', agency_id: 'dwp', at: now }
  await tx('identifier_claims').insert(step)
}
