import { v7 as uuidv7 } from 'uuid'
import { identityIn } from '../../identity/account-store.ts'
import { formatDate } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { fullName } from '../../shared/names.ts'
import { Refusal } from '../../shared/refusal.ts'
import { dataKeyOfSubject } from '../../vault/subject-store.ts'
import { complaintDue, dueOf, resumedDue } from './rights-clocks.ts'
import { addRequest, countOpen } from './request-store.ts'
import type { RightKind, RightsRequest, Words } from './right.ts'
import { citizenMay } from './steps.ts'
import type { Asker } from './rights-parts.ts'
import { addToThread } from './thread.ts'

/** To whom a request goes. */
export interface Addressed {
  agencyId: string
  about?: string | undefined
  agreementId?: string | undefined
}

export interface Wanted {
  kind: RightKind
  to: readonly Addressed[]
  words: Words
  /** The bodies are told name and date of birth, so that they find the citizen in their files. */
  named: boolean
}

// More at once than anybody follows; a program that asks in somebody's name stops here.
const MOST_OPEN = 100

/** One request to each body. @throws Refusal when too many are open */
export async function sendRequests(
  asker: Asker,
  { kind, to, words, named }: Wanted,
  language: Language,
): Promise<void> {
  const { tx, vault, person, now } = asker
  const [subjectRef] = person.subjects
  if (!subjectRef) throw new Error('An account has a subject of its own')
  if ((await countOpen(tx, person.accountId)) + to.length > MOST_OPEN) {
    throw new Refusal('too-many', 'Too many requests are open', { retryAfter: 24 * 3600 })
  }
  const said = { ...words, ...(named && { person: await whoItIs(asker, language) }) }
  for (const body of to) {
    const request: RightsRequest = {
      ...{ id: uuidv7(), accountId: person.accountId, subjectRef, ...body, kind },
      ...{ sentAt: now, due: dueOf(now), waitsFor: 'body' as const },
    }
    await addRequest(tx, request)
    const first = { kind: 'sent', madeBy: 'citizen', due: request.due, words: said, at: now } as const
    await addToThread(tx, vault, request, first, { tell: true })
  }
}

/** What the body asked for, or anything else while it decides: its clock goes on from where it stood. */
export async function sayMore(asker: Asker, request: RightsRequest, message: string): Promise<void> {
  if (!citizenMay(request).write) throw new Refusal('conflict', 'The request takes no more words')
  const due = resumedDue(request, asker.now)
  await step(asker, request, { kind: 'said', words: { message }, due })
}

/** About what the body decided (Data Protection Act 2018, section 164A). */
export async function complain(asker: Asker, request: RightsRequest, message: string): Promise<void> {
  if (!citizenMay(request).complain) throw new Refusal('conflict', 'The request takes no complaint')
  await step(asker, request, { kind: 'complained', words: { message }, due: complaintDue(asker.now) })
}

/** The citizen takes it to the Information Commissioner. Twice is once. */
export async function escalate(asker: Asker, request: RightsRequest): Promise<void> {
  if (citizenMay(request).escalate) await step(asker, request, { kind: 'escalated' })
}

/** Takes it back; where sharing was stopped by it, it begins again with the next report. Twice is once. */
export async function withdraw(asker: Asker, request: RightsRequest): Promise<void> {
  if (citizenMay(request).withdraw) await step(asker, request, { kind: 'withdrawn' })
}

type CitizensStep = Pick<Parameters<typeof addToThread>[3], 'kind' | 'words' | 'due'>

const step = ({ tx, vault, now }: Asker, request: RightsRequest, said: CitizensStep) =>
  addToThread(tx, vault, request, { ...said, madeBy: 'citizen', at: now }, { tell: true })

/** `Amira Hassan, 14 May 1988`, as One Login proved it. */
async function whoItIs({ tx, vault, person }: Asker, language: Language): Promise<string> {
  const dataKey = async () => {
    const [subject] = person.subjects
    const key = subject && (await dataKeyOfSubject(tx, vault, subject))
    if (!key) throw new Refusal('gone', 'The citizen’s data has been erased')
    return key
  }
  const { names, birthDate } = await identityIn(tx, person, dataKey)
  const [name] = names
  return [name && fullName(name), formatDate(birthDate, language)].filter(Boolean).join(', ')
}
