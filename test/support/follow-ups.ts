import { v7 as uuidv7 } from 'uuid'
import type { Facts } from '../../src/catalogue/life-event.ts'
import { addCorrection, addReply } from '../../src/reports/afterwards/follow-up-store.ts'
import { reportToFollow } from '../../src/reports/afterwards/followed-report-store.ts'
import type { FollowUpContents } from '../../src/reports/afterwards/follow-up.ts'
import { ownerIn, type Owner } from '../../src/reports/owner.ts'
import { withdrawReport } from '../../src/reports/afterwards/withdraw.ts'
import type { Vault } from '../../src/vault/vault.ts'
import { as, type Citizen } from './access-log.ts'
import type { TestDatabase } from './database.ts'

/** What a citizen does after sending, as the pages do it once they know what is wanted. */
export interface Follower {
  withdraw: (reportId: string, wrong?: boolean) => Promise<boolean>
  correct: (reportId: string, facts: Facts) => Promise<boolean>
  /** To the latest outcome of a delivery. */
  answer: (reportId: string, jti: string, text: string) => Promise<boolean>
  decide: (reportId: string, jti: string, decision: FollowUpContents['offer']['decision']) => Promise<boolean>
  asOwner: <Result>(work: (owner: Owner) => Promise<Result>) => Promise<Result>
}

export function follower(database: TestDatabase, vault: Vault, person: Citizen, clock = () => new Date()): Follower {
  const asOwner: Follower['asOwner'] = (work) =>
    as(database, person, (tx) => work(ownerIn(tx, { vault, person, now: clock() })))
  const reply = <Kind extends 'answer' | 'offer'>(
    id: string,
    jti: string,
    kind: Kind,
    content: FollowUpContents[Kind],
  ) =>
    asOwner(async (owner) => {
      const report = await reportToFollow(owner, id)
      const [outcomeId] = await database
        .owner('outcomes')
        .where({ delivery_id: jti })
        .orderBy('id', 'desc')
        .pluck<number[]>('id')
      return report ? addReply(owner, report, { kind, outcomeId: outcomeId ?? 0, content }) : false
    })
  return {
    asOwner,
    withdraw: (id, wrong = false) => asOwner((owner) => withdrawReport(owner, id, { wrong })),
    correct: (id, facts) =>
      asOwner(async (owner) => {
        const report = await reportToFollow(owner, id)
        const content = { facts, answers: {} }
        return report ? addCorrection(owner, report, { content, draftId: uuidv7(), safety: false }) : false
      }),
    answer: (id, jti, text) => reply(id, jti, 'answer', { text }),
    decide: (id, jti, decision) => reply(id, jti, 'offer', { decision }),
  }
}
