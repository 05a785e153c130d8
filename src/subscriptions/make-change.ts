import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { registerActivity, setActivityState } from '../access-log/activities/activity-store.ts'
import { resumeAgency } from '../agencies/agency-standing-store.ts'
import { saveAgency } from '../agencies/agency-store.ts'
import type { Agency } from '../agencies/agency.ts'
import type { Agreement } from '../agreements/agreement.ts'
import { agree, setState } from '../agreements/agreement-store.ts'
import { addApproval } from '../agreements/approval-store.ts'
import { recordDecision } from '../agreements/decisions/decision-store.ts'
import { AGENCIES_FILE, recordAction } from '../identity/staff/staff-action-store.ts'
import {
  addStaffMember,
  removeStaffMember,
  setStaffRole,
  type Invitation,
  type KnownMember,
} from '../identity/staff/staff-store.ts'
import { sealSetting, type Vault } from '../vault/vault.ts'
import type { Change, Stream } from './change.ts'
import { offBoard } from './off-board-store.ts'
import { removeSubscription, saveSubscription } from './subscription-store.ts'
import { headerPlace, tokenClientPlace, type Subscription } from './subscription.ts'

/** In the transaction of the whole file. */
export async function makeChange(tx: Knex.Transaction, vault: Vault, change: Change, now: Date): Promise<void> {
  switch (change.kind) {
    case 'agency-added':
    case 'agency-changed':
      return takeIn(tx, change.agency, now)
    case 'agency-off-boarded':
      return leave(tx, change.agencyId, now)
    case 'agreement-made':
    case 'agreement-changed':
      return makeAgreement(tx, change, now)
    case 'agreement-ended':
      return standOrEnd(tx, change.agreement, 'ended', now)
    case 'agreement-resumed':
      return standOrEnd(tx, change.agreement, 'live', now)
    case 'activity-made':
    case 'activity-changed':
      return registerActivity(tx, change.activity, now)
    case 'activity-ended':
      return setActivityState(tx, change.activity, 'ended', now)
    case 'activity-resumed':
      return setActivityState(tx, change.activity, 'live', now)
    case 'stream-added':
    case 'stream-changed':
      return saveSubscription(tx, sealed(vault, change.id ?? uuidv7(), change.stream), now)
    case 'stream-removed':
      return removeSubscription(tx, change.id)
    case 'member-invited':
      return invite(tx, change.member, now)
    case 'member-role-changed':
      return giveRole(tx, change, now)
    case 'member-removed':
      return remove(tx, change, now)
  }
}

/** Whether it is suspended stays as it is, but for a body that comes back. */
async function takeIn(tx: Knex.Transaction, agency: Agency, now: Date): Promise<void> {
  await saveAgency(tx, agency, now)
  if (agency.active) await resumeAgency(tx, agency.id, now)
}

async function leave(tx: Knex.Transaction, agencyId: string, now: Date): Promise<void> {
  await offBoard(tx, agencyId, now)
  await recordAction(tx, { staff: AGENCIES_FILE, agencyId, action: 'agency-off-boarded', target: agencyId, at: now })
}

async function makeAgreement(tx: Knex.Transaction, change: AgreementMade, now: Date): Promise<void> {
  const { agreement, approvedBy } = change
  await agree(tx, agreement, now)
  if (approvedBy) await addApproval(tx, agreement, { way: 'file', names: approvedBy }, now)
  const decision = { agreementId: agreement.id, version: agreement.version, role: 'operator' as const }
  if (approvedBy) await recordDecision(tx, { ...decision, act: 'approved' }, now)
  await recordDecision(tx, { ...decision, act: 'in-force' }, now)
}

async function standOrEnd(
  tx: Knex.Transaction,
  { id, version }: Agreement,
  state: 'live' | 'ended',
  now: Date,
): Promise<void> {
  await setState(tx, id, state, now)
  const act = state === 'live' ? 'in-force' : 'ended'
  await recordDecision(tx, { agreementId: id, version, act, role: 'operator' }, now)
}

type AgreementMade = Extract<Change, { kind: 'agreement-made' | 'agreement-changed' }>

async function invite(tx: Knex.Transaction, member: Invitation, now: Date): Promise<void> {
  const target = await addStaffMember(tx, member, now)
  if (target === undefined) throw new Error('Somebody with this address was added meanwhile')
  const { agencyId, role } = member
  const detail = { role }
  await recordAction(tx, { staff: AGENCIES_FILE, agencyId, action: 'member-invited', target, detail, at: now })
}

async function giveRole(tx: Knex.Transaction, { member, role }: MemberChanged, now: Date): Promise<void> {
  const { id: target, agencyId, role: from } = member
  await setStaffRole(tx, target, role)
  const done = { action: 'member-role-changed', target, detail: { from, to: role }, at: now }
  await recordAction(tx, { staff: AGENCIES_FILE, agencyId, ...done })
}

type MemberChanged = Extract<Change, { kind: 'member-role-changed' }>

async function remove(tx: Knex.Transaction, { member }: { member: KnownMember }, now: Date): Promise<void> {
  const { id: target, agencyId } = member
  await removeStaffMember(tx, target, now)
  await recordAction(tx, { staff: AGENCIES_FILE, agencyId, action: 'member-removed', target, at: now })
}

function sealed(vault: Vault, id: string, stream: Stream): Subscription {
  const { authorizationHeader: header, tokenClient: client = null } = stream
  return {
    ...{ ...stream, id },
    authorizationHeader: header === null ? null : sealSetting(vault, header, headerPlace(id)),
    tokenClient: client === null ? null : sealSetting(vault, client, tokenClientPlace(id)),
  }
}
