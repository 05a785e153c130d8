import { unwrapDataKey } from '../vault/data-key-store.ts'
import type { OutcomeWords } from '../deliveries/outcome.ts'
import type { FollowUpContents } from '../reports/afterwards/follow-up.ts'
import { open } from '../vault/sealing.ts'
import type { Vault } from '../vault/vault.ts'
import type { Outcome } from './tracked-delivery.ts'
import type { FollowUp } from './thread.ts'
import type { WholeReport } from './whole-report-store.ts'

/** Opens what bodies said and what the citizen said to them, as long as the report's key is there. */
export interface Opener {
  ofOutcome: (outcome: Outcome | undefined) => OutcomeWords | undefined
  ofFollowUp: (followUp: FollowUp | undefined) => Partial<FollowUpContents['answer'] & FollowUpContents['offer']>
}

export function wordsOpener(vault: Vault, { dataKey: wrapped }: Pick<WholeReport, 'dataKey'>): Opener {
  const dataKey = wrapped && unwrapDataKey(vault, wrapped)
  return {
    ofOutcome(outcome) {
      if (!outcome?.words || !dataKey) return undefined
      return open(dataKey.key, outcome.words, { table: 'outcomes', column: 'words', row: outcome.deliveryId })
    },
    ofFollowUp(followUp) {
      if (!followUp?.content || !dataKey) return {}
      return open(dataKey.key, followUp.content, { table: 'follow_ups', column: 'content', row: followUp.id })
    },
  }
}
