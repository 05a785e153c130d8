import { z } from 'zod'
import { decodeCursor, encodeCursor, type Cursor } from '../../shared/cursor.ts'
import type { Db } from '../../shared/database.ts'
import { ukToday } from '../../shared/dates.ts'
import { Refusal } from '../../shared/refusal.ts'
import { pairwise } from '../../vault/pseudonyms.ts'
import type { Vault } from '../../vault/vault.ts'
import { requestsOfAgency } from './request-store.ts'
import type { RightsEntry, RightsRequest } from './right.ts'
import { stepsOf } from './steps.ts'

interface Seen {
  vault: Vault
  now: Date
}

/** A request as its body's programs see it: the person under the body's own pairwise id, and nothing else of them. */
export function requestJson({ vault, now }: Seen, request: RightsRequest, thread?: readonly RightsEntry[]) {
  return {
    ...{ id: request.id, kind: request.kind, sent_at: request.sentAt.toISOString() },
    ...(request.about !== undefined && { about: `/${request.about}` }),
    ...(request.due !== undefined && { due: request.due }),
    ...{ waits_for: request.waitsFor, may_answer: stepsOf(request, ukToday(now)) },
    subject: { id_type: 'pairwise', id: subjectFor(vault, request) },
    ...(thread && { thread: thread.map(entryJson) }),
  }
}

export const subjectFor = (vault: Vault, { agencyId, subjectRef }: RightsRequest) =>
  pairwise(vault, agencyId, 'person', subjectRef)

const PAGE = 100

/** @throws Refusal `gone` for a cursor that we did not make */
export async function requestPage(tx: Db, seen: Seen, agencyId: string, asked: AskedPage) {
  const found = await requestsOfAgency(tx, agencyId, { ...asked, limit: PAGE + 1 })
  const last = found.length > PAGE ? found[PAGE - 1] : undefined
  return {
    requests: found.slice(0, PAGE).map(({ request }) => requestJson(seen, request)),
    next: last ? encodeCursor(last.cursor) : null,
  }
}

interface AskedPage {
  open: boolean
  after?: Cursor | undefined
}

export function readQuery(query: unknown): AskedPage {
  const parsed = rightsQuery.safeParse(query)
  if (!parsed.success) throw new Refusal('invalid', 'open is true or false, after a cursor')
  const { open, after } = parsed.data
  return { open: open !== 'false', after: after === undefined ? undefined : decodeCursor(after) }
}

const rightsQuery = z.strictObject({ open: z.enum(['true', 'false']).optional(), after: z.string().optional() })

const entryJson = ({ id, at, kind, madeBy, words, exception }: RightsEntry) => ({
  ...{ id, at: at.toISOString(), kind, by: madeBy },
  ...words,
  ...(exception !== undefined && { exception }),
})
