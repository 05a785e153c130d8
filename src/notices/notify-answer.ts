import { z } from 'zod'
import type { FindResult, SendResult } from './sender.ts'

/** An answer of GOV.UK Notify, read or not. */
export interface Answer {
  status: number
  data: unknown
}

/** What an answer to a new message means. The form of its errors: docs.notifications.service.gov.uk, "Error codes". */
export function readSending(answer: Answer): SendResult {
  const taken = created.safeParse(answer.data)
  if (answer.status === 201 && taken.success) return { kind: 'taken', notifyId: taken.data.id }
  return readFailure(answer)
}

/** What an answer to a search by reference means. */
export function readFinding(answer: Answer): FindResult {
  const found = list.safeParse(answer.data)
  if (answer.status !== 200 || !found.success) return readFailure(answer)
  const [first] = found.data.notifications
  return first ? { kind: 'taken', notifyId: first.id } : { kind: 'none' }
}

const created = z.object({ id: z.string().min(1) })
const list = z.object({ notifications: z.array(created) })
const failure = z.object({ errors: z.array(z.object({ error: z.string(), message: z.string() })) })

function readFailure({ status, data }: Answer): Exclude<SendResult, { kind: 'taken' }> {
  const parsed = failure.safeParse(data)
  const errors = parsed.success ? parsed.data.errors : []
  if (status === 400) return readBadRequest(errors)
  if (status === 401 || status === 403) return { kind: 'misconfigured', code: 'key' }
  if (status !== 429) return { kind: 'later', code: 'failing' }
  const daily = errors.some(({ error }) => error === 'TooManyRequestsError')
  return { kind: 'later', code: daily ? 'daily-limit' : 'rate-limit' }
}

/** A key for teams, and a service on trial, write to their own people only; both say "this recipient". */
function readBadRequest(errors: readonly { error: string; message: string }[]): Exclude<SendResult, { kind: 'taken' }> {
  const says = (pattern: RegExp) => errors.some(({ message }) => pattern.test(message))
  if (says(/\b(email_address|phone_number)\b/)) return { kind: 'refused', code: 'bad-address' }
  if (says(/recipient|international/i)) return { kind: 'refused', code: 'not-allowed' }
  return { kind: 'misconfigured', code: 'template' }
}
