/** A delivery that this worker has claimed: one token for one subscription, under one agreement. */
export interface ClaimedDelivery {
  /** Also the jti of its token, in every attempt. */
  id: string
  reportId: string
  /** What the citizen did after sending, whose content it carries; null: the report's own. */
  followUpId: string | null
  subjectRef: Buffer
  subscriptionId: string
  agencyId: string
  agreementId: string
  /** The version that the citizen was shown. */
  agreementVersion: number
  eventType: string
  accessRecordId: string
  /** Attempts that were settled before this one. */
  attempts: number
  /** When it was to be told first: the days of trying count from here. */
  dueSince: Date
  /** 0 to 3: what is lower goes first. */
  priority: number
  /** Settling is refused under any other lease: somebody else has claimed it since. */
  lease: string
  leasedUntil: Date
  /** Claimed before: whether or not anything was settled, its disclosure may be on record. */
  claimedBefore: boolean
  /** Told once more, at the body's own asking: a disclosure beside the first. */
  again?: boolean
}

/** What came of one attempt. Codes are of the transport or of RFC 8935, never text that a body sent. */
export type AttemptResult =
  | { kind: 'accepted'; status: number }
  /** 400 with an error of RFC 8935 section 2.4. */
  | { kind: 'refused'; status: 400; code: string }
  | { kind: 'redirected'; status: number }
  | { kind: 'gone'; status: 410 }
  | { kind: 'busy'; status: 429 | 503; retryAfter?: string }
  | { kind: 'failed'; status: number }
  | { kind: 'unreachable'; code: string }
  /** The receiver's token endpoint gave us none: nothing was sent. A code of RFC 6749, of HTTP or of the transport. */
  | { kind: 'no-token'; code: string }
  /** It could not be made ready: nothing was sent. */
  | { kind: 'unready'; code: string }

/** A word for `last_failure` and for logs. */
export function failureOf(result: AttemptResult): string | null {
  if (result.kind === 'accepted') return null
  if ('code' in result) return `${result.kind} ${result.code}`
  return `${result.kind} ${result.status}`
}
