import { contactOf, storeContact, type Contact } from '../../src/identity/contact-store.ts'
import { govukNotify } from '../../src/notices/govuk-notify.ts'
import type { Notice } from '../../src/notices/notice.ts'
import { queueNotice } from '../../src/notices/queue-notice.ts'
import { createNoticesWorker, type NoticesWorker } from '../../src/notices/worker.ts'
import { later } from '../../src/shared/clock.ts'
import { createLogger } from '../../src/shared/log.ts'
import { aCitizen, as, testVault, type Citizen } from '../support/access-log.ts'
import type { TestDatabase } from '../support/database.ts'
import { startNotify, type NotifyStandIn } from './notify-stand-in.ts'

export const BASE_URL = 'https://tell-us-once.example'

/** A Monday, in the light: texts go at once. */
const NOON = new Date('2026-11-23T12:00:00Z')

/** The room with its database, a worker that is run by hand, and a stand-in for GOV.UK Notify. */
export interface PostOffice {
  database: TestDatabase
  notify: NotifyStandIn
  worker: NoticesWorker
  logs: string[]
  clock: { now: Date; advance(milliseconds: number): void }
  /** Somebody with an address of their own. */
  citizen(name: string, contact?: Contact): Promise<Citizen>
  queue(citizen: Citizen, remarkable?: Partial<Notice>): Promise<void>
  rows(): Promise<Row[]>
  /** The database is not its business. */
  close(): Promise<void>
}

export interface Row {
  id: string
  account_id: string | null
  kind: string
  channel: string
  state: string
  attempts: number
  due_at: Date
  failure: string | null
  language: string | null
  notify_id: string | null
}

const vault = testVault()

/** In a database of the test's file, which is emptied of notices; the citizens of earlier tests stay. */
export async function openPostOffice(database: TestDatabase): Promise<PostOffice> {
  for (const table of ['notices', 'notice_preferences']) await database.owner(table).delete()
  const notify = await startNotify()
  const logs: string[] = []
  const clock = { now: NOON, advance: (milliseconds: number) => void (clock.now = later(clock.now, milliseconds)) }
  const worker = createNoticesWorker({
    ...{ db: database.worker, baseUrl: BASE_URL },
    clock: () => clock.now,
    logger: createLogger({ level: 'info', write: (line) => logs.push(line) }),
    sender: govukNotify({ apiKey: notify.apiKey, baseUrl: notify.url, templates: notify.templates }, 500),
    addresses: {
      ofCitizen: (accountId) => contactOf(database.worker, vault, accountId),
      ofStaff: () => Promise.resolve(undefined),
      ofRequester: () => Promise.resolve(undefined),
      ofAgency: (id) => Promise.resolve(id === 'dvla' ? { email: 'desk@dvla.example' } : undefined),
      ofOperator: { email: 'operator@tell-us-once.example' },
    },
  })
  return {
    ...{ database, notify, worker, logs, clock },
    async citizen(name, contact = { email: `${name}@example.org`, phone: '07700 900102' }) {
      const citizen = await aCitizen(database, vault, name)
      await storeContact(database.web, vault, citizen.accountId, contact)
      await database.owner('accounts').where({ id: citizen.accountId }).update({ language: 'en' })
      return citizen
    },
    queue: (citizen, remarkable = {}) =>
      as(database, citizen, (tx) =>
        queueNotice(tx, { to: { account: citizen.accountId }, kind: 'report-sent', key: 'one', ...remarkable }),
      ),
    rows: () => database.owner<Row>('notices').orderBy(['queued_at', 'channel']).select(),
    close: () => notify.close(),
  }
}
