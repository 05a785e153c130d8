import { v7 as uuidv7 } from 'uuid'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { Db } from '../../shared/database.ts'
import { findAgency } from '../../agencies/agency-store.ts'
import { notForSharing } from '../not-for-sharing/not-for-sharing.ts'
import { askOnceTerms } from './ask-once.ts'
import { openDraft } from './ask-once-store.ts'
import { findFact } from './fact.ts'

/**
 * A request to share, opened for a body because citizens said that it asked them for what another body holds. It waits as
 * a draft for that body, which adds the law that lets it have the fact; then the holder decides. Any role may open one.
 * @param about `fact` as `findFact` knows it
 * @returns its id; undefined where one is open, where it is shared already, or for a fact that is not asked for so.
 */
export async function openAskOnceRequest(
  tx: Db,
  { askerId, holderId, fact: factId }: { askerId: string; holderId: string; fact: string },
  now: Date,
  events?: Catalogue,
): Promise<string | undefined> {
  const fact = findFact(factId, events)
  if (!fact || askerId === holderId) return undefined
  const asker = await findAgency(tx, askerId)
  const terms = askOnceTerms({ askerId, holderId, fact }, {}, events)
  if (!asker || notForSharing(terms, asker, events).length > 0) return undefined
  return openDraft(tx, { id: uuidv7(), askerId, holderId, terms }, now)
}
