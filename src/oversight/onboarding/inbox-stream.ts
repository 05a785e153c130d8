import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { addStream } from '../../subscriptions/stream-store.ts'

/** A body that reads in the browser needs no program to make its stream. In its context. */
export function addInbox(tx: Knex.Transaction, agencyId: string, now: Date): Promise<void> {
  const nothing = { endpointUrl: null, authorizationHeader: null, tokenUrl: null, tokenClient: null, events: null }
  const unsaid = { agreements: null, eventsRequested: null, description: null, reason: null }
  return addStream(
    tx,
    {
      ...{ ...nothing, ...unsaid, id: uuidv7(), agencyId, position: null },
      ...{ method: 'inbox', status: 'enabled', algorithm: 'ES256' },
    },
    now,
  )
}
