import { queueNotice } from '../../notices/queue-notice.ts'
import { inTransaction, type Db } from '../../shared/database.ts'
import { ukToday } from '../../shared/dates.ts'
import { recordDecision } from '../decisions/decision-store.ts'
import { clockOf, isToEscalate } from './clocks.ts'
import { markEscalated, waitingProposals } from './step-store.ts'

/**
 * What has waited longer for a step than it may goes to the head of data sharing of this service, who sees that
 * somebody decides. Published, so that everybody sees who is slow. With the worker's role; once for each step.
 */
export async function mindClocks(db: Db, now: Date): Promise<void> {
  const today = ukToday(now)
  await inTransaction(db, async (tx) => {
    for (const proposal of await waitingProposals(tx)) {
      if (!isToEscalate(proposal, today)) continue
      const { id, agreementId, holderId } = proposal
      const step = clockOf(proposal, today)?.step ?? 'considered'
      await markEscalated(tx, id, now)
      await recordDecision(
        tx,
        { agreementId, proposalId: id, act: 'escalated', role: 'service', words: WORDS[step] },
        now,
      )
      const key = `${id}:${step}`
      await queueNotice(tx, { to: { operator: true }, kind: 'agreement-escalated', key })
      // It is theirs to answer, and they are asked once more.
      if (holderId !== null) await queueNotice(tx, { to: { agency: holderId }, kind: 'share-asked', key })
    }
  })
}

const WORDS = {
  considered: {
    en: 'Nobody had begun to consider it in 5 working days. It went to the head of data sharing.',
    cy: 'Nid oedd neb wedi dechrau ei ystyried mewn 5 diwrnod gwaith. Aeth at y pennaeth rhannu data.',
  },
  decided: {
    en: 'It was not decided in 20 working days. It went to the head of data sharing.',
    cy: 'Ni phenderfynwyd arno mewn 20 diwrnod gwaith. Aeth at y pennaeth rhannu data.',
  },
}
