import { questionsOfCitizen } from '../../../access-log/questions/question-store.ts'
import { readThread as readQuestion } from '../../../access-log/questions/thread.ts'
import { identityIn } from '../../../identity/account-store.ts'
import type { Contact } from '../../../identity/contact-store.ts'
import { preferencesOf } from '../../../notices/preference-store.ts'
import { reportJson } from '../../../progress/download.ts'
import { followDeliveries } from '../../../progress/follow-deliveries.ts'
import { findWholeReports } from '../../../progress/whole-report-store.ts'
import { listDrafts } from '../../../reports/drafts/draft-store.ts'
import { openEntries } from '../../../reports/kept-store.ts'
import { ownerIn, type Owner } from '../../../reports/owner.ts'
import { ask } from '../../../shared/database.ts'
import { open } from '../../../vault/sealing.ts'
import type { Asker, RightsParts } from '../rights-parts.ts'
import { requestsOfCitizen } from '../request-store.ts'
import { readThread } from '../thread.ts'
import { heldAccount, heldNotices, referencesOf, type HeldAccount } from './held-store.ts'

export interface HeldParts extends RightsParts {
  coolingOffHours: number
}

/** Everything that this service holds about whoever asks, but for the list of uses of their data, which comes in pages. */
export async function heldJson(parts: HeldParts, asker: Asker) {
  const { tx, person } = asker
  const { accountId } = person
  const owner = ownerIn(tx, { ...asker, person: { ...person, proved: true } })
  const account = await heldAccount(tx, accountId)
  return {
    account: {
      created_at: account?.createdAt,
      language: account?.language,
      identity: await identityIn(tx, person, owner.dataKey),
      contact: await openContact(owner, account),
      remembered: openEntries(await owner.dataKey(), accountId, { numbers: account?.numbers ?? null }),
      preferences: await preferencesOf(tx, accountId),
    },
    drafts: await listDrafts(owner),
    reports: await reportsOf(parts, owner),
    messages_sent: await heldNotices(tx, accountId),
    questions: await questionsOf(asker),
    requests: await requestsOf(asker),
  }
}

/** How One Login said that they can be reached. */
export async function openContact({ person, dataKey }: Owner, account: HeldAccount | undefined) {
  if (!account?.contact) return undefined
  const place = { table: 'accounts', column: 'contact', row: person.accountId }
  return open<Contact>((await dataKey()).key, account.contact, place)
}

async function reportsOf({ coolingOffHours, events }: HeldParts, owner: Owner) {
  const { tx, vault, person, now } = owner
  const references = await referencesOf(tx, person.accountId)
  const whole = await findWholeReports((statement) => ask(tx, statement), references)
  const all: Awaited<ReturnType<typeof reportJson>>[] = []
  for (const one of whole) {
    all.push(await reportJson(owner, one.report, followDeliveries(one, vault, { now, coolingOffHours, events })))
  }
  return all
}

// More than anybody has.
const MOST = 10_000

async function questionsOf({ tx, vault, person }: Asker) {
  const found = await questionsOfCitizen(tx, person.accountId, MOST)
  const all: object[] = []
  for (const { subjectRef, accountId: _, ...one } of found) {
    all.push({ ...one, thread: await readQuestion(tx, vault, { ...one, subjectRef, accountId: person.accountId }) })
  }
  return all
}

async function requestsOf({ tx, vault, person }: Asker) {
  const found = await requestsOfCitizen(tx, person.accountId, MOST)
  const all: object[] = []
  for (const { subjectRef, accountId: _, ...one } of found) {
    all.push({ ...one, thread: await readThread(tx, vault, { ...one, subjectRef, accountId: person.accountId }) })
  }
  return all
}
