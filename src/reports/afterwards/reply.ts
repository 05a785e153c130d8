import type { NoticeKind } from '../../notices/notice.ts'
import { cancelNotices } from '../../notices/queue-notice.ts'
import { addReply } from './follow-up-store.ts'
import { reportToFollow } from './followed-report-store.ts'
import type { FollowUpContents } from './follow-up.ts'
import type { Owner } from '../owner.ts'

export type Reply =
  { kind: 'answer'; content: FollowUpContents['answer'] } | { kind: 'offer'; content: FollowUpContents['offer'] }

const asked = { answer: 'needs-information', offer: 'offer' } as const satisfies Record<Reply['kind'], NoticeKind>

/**
 * Answers what a body asked, or decides on what it offered: to that body alone, and once.
 *
 * @returns false when it was done already, or the report was taken back.
 */
export async function replyTo(
  owner: Owner,
  reportId: string,
  outcome: { id: number; deliveryId: string },
  reply: Reply,
): Promise<boolean> {
  const report = await reportToFollow(owner, reportId)
  const sent = report !== undefined && (await addReply(owner, report, { ...reply, outcomeId: outcome.id }))
  if (sent) {
    const account = owner.person.accountId
    // What was queued to ask for it would come too late.
    await cancelNotices(owner.tx, { account, kind: asked[reply.kind], key: `${outcome.deliveryId}:${outcome.id}` })
  }
  return sent
}
