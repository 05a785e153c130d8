import { askOnceId } from '../../agreements/roads/ask-once.ts'
import { findFact } from '../../agreements/roads/fact.ts'
import { openAskOnceRequest } from '../../agreements/roads/open-ask-once.ts'
import { inTransaction, type Db } from '../../shared/database.ts'
import { noteAsked, takeEnough } from './enough-store.ts'

/** Requests that a fact is shared which enough people were asked for twice. With the worker's role; done twice it does nothing. */
export async function openRequests(db: Db, now: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    for (const { askerId, fact: id, holderId } of await takeEnough(tx)) {
      const fact = findFact(id)
      if (holderId === null) continue
      // Where one is open or in force by now, what people said led to nothing new, and they see that one.
      await openAskOnceRequest(tx, { askerId, holderId, fact: id }, now)
      await noteAsked(tx, { askerId, fact: id, holderId }, fact ? askOnceId(askerId, fact) : null, now)
    }
  })
}
