import type { Db } from '../../shared/database.ts'
import { decisionsOf } from '../decisions/decision-store.ts'
import type { RegisteredAgreement } from '../agreement-store.ts'
import type { UseOf } from './agreement-use.ts'
import { chainOfAgreement } from './chain-store.ts'

/** What is known of an agreement beside its terms: what was decided about it, what it rests on and how it is used. */
export async function aboutAgreement(db: Db, { id }: Pick<RegisteredAgreement, 'id'>, useOf: UseOf | undefined) {
  const [decisions, chain, use] = await Promise.all([decisionsOf(db, id), chainOfAgreement(db, id), useOf?.(db, id)])
  return { decisions, chain, use }
}

export type AboutAgreement = Awaited<ReturnType<typeof aboutAgreement>>
