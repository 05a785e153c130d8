/** An e-mail or text to be sent to somebody, with the event that it is about. It names nobody and tells nothing. */
export interface Notice {
  to: Recipient
  kind: NoticeKind
  /**
   * What it is about, which makes it unique with kind and recipient: queueing it again changes nothing. An opaque id of
   * ours (a report's, a delivery's), never a reference, a name or a number: letters, digits and `:_.-`, 120 at most.
   */
  key: string
  /** At once, unless said. */
  sendAt?: Date | undefined
  /** Somebody may be at risk: the most neutral words, no text message. The report's safety flag, passed on. */
  quiet?: boolean | undefined
}

/** The citizen of an account, the people who run the service, or the contact of a body. */
export type Recipient = { account: string } | { operator: true } | { agency: string }

/** Those that a citizen can choose about, in the order of the page. */
export const optionalKinds = [
  'report-sent',
  'draft-ending',
  'body-answered',
  'needs-information',
  'offer',
  'overdue',
  'report-withdrawn',
  'report-corrected',
  'cooling-off-begun',
  'held-body-waits',
  'body-not-told',
  'question-answered',
  'question-late',
  'rights-answered',
  'rights-late',
  'record-opened',
  'access-alert',
] as const
export type OptionalKind = (typeof optionalKinds)[number]

/** How often, a citizen chooses apart from the others. */
const summaries = ['access-digest'] as const

/**
 * Nobody can switch these off. Whoever somebody else has told public bodies about must be told so (UK GDPR, article 14);
 * the operator and the bodies have no page to choose on.
 */
const required = [
  'reported-about-you',
  'case-opened',
  'outcome-overdue',
  'deliveries-given-up',
  'inbox-waits',
  'staff-invited',
  'join-requested',
  'join-declined',
  'agreement-proposed',
  'agreement-to-second',
  'agreement-decided',
  'agreement-escalated',
  'agreement-review-due',
  'agreement-lapsed',
  'share-asked',
  'deliveries-at-risk',
  'deliveries-at-risk-soon',
  'deliveries-at-risk-now',
  'stream-failing',
  'stream-stopped',
  'receiver-failing',
  'dead-letters',
  'access-log-gap',
  'question-asked',
  'question-urgent',
  'question-due',
  'question-overdue',
  'rights-asked',
  'rights-due',
  'rights-overdue',
  'mediation-opened',
  'mediation-to-speak',
  'mediation-decided',
  'improvement-answered',
  'improvement-due',
  'improvement-overdue',
] as const

export const noticeKinds = [...optionalKinds, ...summaries, ...required]
export type NoticeKind = (typeof noticeKinds)[number]

export const isOptional = (kind: NoticeKind): kind is OptionalKind => optionalKinds.some((one) => one === kind)

/** A citizen gets it by choice, in one way or another: so it says where to choose. */
export const isChosen = (kind: NoticeKind) => isOptional(kind) || summaries.some((one) => one === kind)

export const channels = ['email', 'text'] as const
export type Channel = (typeof channels)[number]

/**
 * A text rings in somebody's pocket: only what waits for the citizen to do something is worth it, only for those who
 * chose texts, and never where somebody else may read along.
 */
export function channelsOf({ to, kind, quiet = false }: Notice): Channel[] {
  return 'account' in to && ACTS.includes(kind) && !quiet ? ['email', 'text'] : ['email']
}

const ACTS: readonly NoticeKind[] = [
  'draft-ending',
  'needs-information',
  'offer',
  'held-body-waits',
  'body-not-told',
  'reported-about-you',
]
