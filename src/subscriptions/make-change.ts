import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { saveAgency } from '../agencies/agency-store.ts'
import { agree, setState } from '../agreements/agreement-store.ts'
import { AGENCIES_FILE, recordAction } from '../identity/staff/staff-action-store.ts'
import { addStaffMember, type Invitation } from '../identity/staff/staff-store.ts'
import { sealSetting, type Vault } from '../vault/vault.ts'
import type { Change, Stream } from './change.ts'
import { removeSubscription, saveSubscription } from './subscription-store.ts'
import { headerPlace, tokenClientPlace, type Subscription } from './subscription.ts'

/** In the transaction of the whole file. */
export async function makeChange(tx: Knex.Transaction, vault: Vault, change: Change, now: Date): Promise<void> {
  switch (change.kind) {
    case 'agency-added':
    case 'agency-changed':
      return saveAgency(tx, change.agency, now)
    case 'agreement-made':
    case 'agreement-changed':
      return agree(tx, change.agreement, now)
    case 'agreement-ended':
      return setState(tx, change.agreement.id, 'ended', now)
    case 'agreement-resumed':
      return setState(tx, change.agreement.id, 'live', now)
    case 'stream-added':
    case 'stream-changed':
      return saveSubscription(tx, sealed(vault, change.id ?? uuidv7(), change.stream), now)
    case 'stream-removed':
      return removeSubscription(tx, change.id)
    case 'member-invited':
      return invite(tx, change.member, now)
  }
}

async function invite(tx: Knex.Transaction, member: Invitation, now: Date): Promise<void> {
  const target = await addStaffMember(tx, member, now)
  if (target === undefined) throw new Error('Somebody with this address was added meanwhile')
  const { agencyId, role } = member
  const detail = { role }
  await recordAction(tx, { staff: AGENCIES_FILE, agencyId, action: 'member-invited', target, detail, at: now })
}

function sealed(vault: Vault, id: string, stream: Stream): Subscription {
  const { authorizationHeader: header, tokenClient: client = null } = stream
  return {
    ...{ ...stream, id },
    authorizationHeader: header === null ? null : sealSetting(vault, header, headerPlace(id)),
    tokenClient: client === null ? null : sealSetting(vault, client, tokenClientPlace(id)),
  }
}
