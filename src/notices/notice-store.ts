import type { Db } from '../shared/database.ts'
import type { Channel, Notice, NoticeKind } from './notice.ts'

export async function insertNotice(tx: Db, notice: Notice, channels: readonly Channel[]): Promise<void> {
  const { to, kind, key, quiet = false, sendAt } = notice
  await tx.raw('select queue_notice(:account, :agency, :kind, cast(:channels as text[]), :key, :quiet, :sendAt)', {
    account: 'account' in to ? to.account : null,
    agency: 'agency' in to ? to.agency : null,
    channels: [...channels],
    sendAt: sendAt ?? null,
    ...{ kind, key, quiet },
  })
}

export async function cancelQueued(tx: Db, about: { account: string; kind: NoticeKind; key: string }): Promise<void> {
  await tx.raw('select cancel_notices(:account, :kind, :key)', about)
}

export async function quietenQueued(tx: Db): Promise<void> {
  await tx.raw('select quieten_notices()')
}
