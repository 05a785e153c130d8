import type { Db } from '../shared/database.ts'
import { channelsOf, type Notice, type NoticeKind } from './notice.ts'
import { cancelQueued, insertNotice, quietenQueued } from './notice-store.ts'

/**
 * Queues a notice in the transaction of what it is about: with it or not at all. In a citizen's context it goes to that
 * citizen, in a body's to citizens whom the body was told about, in the worker's to anybody; the operator hears from all.
 * Queueing the same twice is one notice.
 */
export async function queueNotice(tx: Db, notice: Notice): Promise<void> {
  await insertNotice(tx, notice, channelsOf(notice))
}

/** Takes back what has become untrue before it was sent. What has been sent stays as it is. */
export async function cancelNotices(tx: Db, about: { account: string; kind: NoticeKind; key: string }): Promise<void> {
  await cancelQueued(tx, about)
}

/** Somebody may be at risk by now: what still waits to be sent to them says nothing. In the citizen's context. */
export async function quietenNotices(tx: Db): Promise<void> {
  await quietenQueued(tx)
}
