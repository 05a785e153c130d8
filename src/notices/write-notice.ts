import type { Language } from '../shared/language.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { isChosen, type Channel, type NoticeKind } from './notice.ts'

const content = { en, cy }

export interface Written {
  /** Empty in a text. */
  subject: string
  body: string
}

interface Unwritten {
  kind: NoticeKind
  channel: Channel
  quiet: boolean
  /** More than one only where nobody knows which is read: a body's shared mailbox. */
  languages: readonly Language[]
}

/** The words of a notice, which say nothing but that there is something to see. */
export function writeNotice(notice: Unwritten, baseUrl: string): Written {
  const written = notice.languages.map((language) => writeIn(language, notice, baseUrl))
  return {
    subject: written.map(({ subject }) => subject).join(' / '),
    // A line of three hyphens is a ruler in GOV.UK Notify's emails.
    body: written.map(({ body }) => body).join('\n\n---\n\n'),
  }
}

function writeIn(language: Language, { kind, channel, quiet }: Unwritten, baseUrl: string): Written {
  const words = content[language]
  const address = `${baseUrl}${PLACES[kind] ?? '/reports'}`
  if (channel === 'text') return { subject: '', body: words.text(address) }
  // No link: the address of a service says as much as its name.
  if (quiet) return words.quietEmail
  const { subject, body } = words.emails[kind]
  const choose = isChosen(kind) ? [words.choose(`${baseUrl}/notifications`)] : []
  // Whoever is not let in cannot sign in.
  const lead = kind === 'join-declined' ? words.ask(address) : words.signIn(address)
  return { subject, body: [body, lead, ...choose, words.noReply].join('\n\n') }
}

/** Where to see it, if not among one's reports. A page, never a thing: no id and no reference stands in a message. */
const PLACES: Partial<Record<NoticeKind, string>> = {
  'draft-ending': '/report',
  'reported-about-you': '/this-is-wrong',
  'case-opened': '/operator',
  'outcome-overdue': '/agency',
  'deliveries-given-up': '/agency',
  'inbox-waits': '/agency/inbox',
  'deliveries-at-risk': '/agency/streams',
  'deliveries-at-risk-soon': '/agency/streams',
  'deliveries-at-risk-now': '/agency/streams',
  'stream-failing': '/agency/streams',
  'stream-stopped': '/agency/streams',
  'receiver-failing': '/operator/streams',
  'dead-letters': '/operator',
  'staff-invited': '/agency',
  'join-requested': '/operator/requests',
  'join-declined': '/contact',
  'agreement-proposed': '/operator/proposals',
  'agreement-to-second': '/agency/proposals',
  'agreement-decided': '/agency/proposals',
  'agreement-escalated': '/operator/proposals',
  'agreement-review-due': '/agency/agreements',
  'agreement-lapsed': '/agency/agreements',
  'share-asked': '/agency/requests/ask-once',
  'access-alert': '/access',
  'access-digest': '/access',
  'access-log-gap': '/access/coverage',
  'question-answered': '/access/questions',
  'question-late': '/access/questions',
  'rights-answered': '/rights',
  'rights-late': '/rights',
  'record-opened': '/access',
  'question-asked': '/agency/questions',
  'question-urgent': '/agency/questions',
  'question-due': '/agency/questions',
  'question-overdue': '/agency/questions',
  'rights-asked': '/agency/rights',
  'rights-due': '/agency/rights',
  'rights-overdue': '/agency/rights',
  'mediation-opened': '/agency/concerns',
  'mediation-to-speak': '/operator/concerns',
  'mediation-decided': '/agency/concerns',
  'improvement-answered': '/agency/concerns',
  'improvement-due': '/agency/concerns',
  'improvement-overdue': '/agency/concerns',
}
