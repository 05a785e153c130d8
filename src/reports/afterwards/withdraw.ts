import { queueNotice } from '../../notices/queue-notice.ts'
import { openCase } from '../somebody-else/case-store.ts'
import { addWithdrawal } from './follow-up-store.ts'
import { reportToFollow } from './followed-report-store.ts'
import type { WithdrawalReason } from './follow-up.ts'
import { forgetOf } from '../kept-store.ts'
import type { Owner } from '../owner.ts'

export interface Withdrawal {
  /** What was reported is not so. */
  wrong: boolean
  /** Kept for the citizen; bodies are not told why. */
  reason?: Exclude<WithdrawalReason, 'wrong'> | undefined
}

/**
 * Takes a report back: what has not been sent is cancelled in this transaction, and whoever may have been told will be
 * told that it is withdrawn, before everything else that is due. What was wrong needs a person to look at it.
 *
 * @returns false when it was withdrawn already, or is not this citizen's: nothing has changed then.
 */
export async function withdrawReport(owner: Owner, reportId: string, withdrawal: Withdrawal): Promise<boolean> {
  const { wrong } = withdrawal
  const report = await reportToFollow(owner, reportId)
  if (!report) return false
  const reason = wrong ? 'wrong' : withdrawal.reason
  const withdrawn = await addWithdrawal(owner, report, { content: reason ? { reason } : {}, priority: 0 })
  if (withdrawn) {
    await forgetOf(owner, reportId)
    if (wrong) await openCase(owner, 'wrong-report', reportId)
    const to = { account: owner.person.accountId }
    await queueNotice(owner.tx, { to, kind: 'report-withdrawn', key: reportId, quiet: report.safety })
  }
  return withdrawn
}
