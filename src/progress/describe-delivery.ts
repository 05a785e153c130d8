import { categoriesInWords } from '../access-log/entry-rows.ts'
import { row, type Line, type SummaryRow } from '../access-log/summary-row.ts'
import type { Agency } from '../agencies/agency.ts'
import { fieldsFor } from '../agreements/agreement.ts'
import { said } from '../agreements/show-agreement.ts'
import { findLifeEvent } from '../catalogue/catalogue.ts'
import { inLanguage, type Language } from '../shared/language.ts'
import type { DeliveryStatus } from './delivery-status.ts'
import { answerRows, statusRows, statusTag, timelineRows, words } from './status-rows.ts'
import type { FollowedDelivery } from './tracked-report.ts'

export interface DescribedDelivery {
  title: string
  asks: boolean
  /** The status in a word or two. */
  tag: Line
  rows: SummaryRow[]
}

/** @param named how many deliveries of the report go to the same body: more than one need telling apart */
export function describeDelivery(
  followed: FollowedDelivery,
  { named, reportedAt, now, language }: { named: number; reportedAt: Date; now: Date; language: Language },
): DescribedDelivery {
  const { status, agreement, agency, entry } = followed
  const text = words[language].rows
  const title = titleOf(followed, named, language)
  const hidden = text.of(title)
  return {
    title,
    asks: status.kind === 'needs-information',
    tag: statusTag(status, language),
    rows: [
      ...statusRows(status, agreement, now, language),
      ...answerRows(followed.words, language),
      ...row(text.contact, ...contactLines(agency, status, hidden, language)),
      ...row(text.what, !OVER.includes(status.kind) && agreement && said(agreement.effect, language)),
      ...row(text.why, agreement && said(agreement.purpose, language)),
      ...dataRows(followed, language),
      ...timelineRows(reportedAt, followed, language),
      ...row(text.agreement, agreement && { text: text.agreementLink, href: `/agreements/${agreement.id}`, hidden }),
      ...row(text.log, entry && { text: text.logLink, href: `/access/${entry.recordId}`, hidden }),
    ],
  }
}

function titleOf({ agency, agreement, delivery }: FollowedDelivery, named: number, language: Language): string {
  const name = inLanguage(agency?.name ?? { en: delivery.agencyId }, language)
  if (named === 1 || !agreement) return name
  return words[language].report.forPurpose(name, inLanguage(agreement.purpose, language))
}

/** The body is not going to do anything more. */
const OVER: readonly DeliveryStatus['kind'][] = ['done', 'no-record', 'refused', 'given-up', 'not-allowed', 'withdrawn']

const HELP_NEEDED: readonly DeliveryStatus['kind'][] = [
  'gone',
  'on-hold',
  'needs-information',
  'no-record',
  'refused',
  'given-up',
  'not-allowed',
]

/** Where something is left for the citizen to do, how to reach the body. */
function contactLines(
  agency: Agency | undefined,
  { kind }: DeliveryStatus,
  hidden: string,
  language: Language,
): Line[] {
  if (!agency || !HELP_NEEDED.includes(kind)) return []
  const { phone, email, url, post } = agency.contact
  const text = words[language].rows
  return [
    ...(phone ? [{ text: text.phone(phone) }] : []),
    ...(email ? [{ text: text.email(email) }] : []),
    ...(url ? [{ text: text.website, href: url, hidden }] : []),
    ...(post ? [{ text: post }] : []),
  ]
}

/** The body has yet to be sent anything. */
const AHEAD: readonly DeliveryStatus['kind'][] = ['waiting', 'retrying', 'gone', 'on-hold']

/** What it was sent, as the access log has it; before that, what its agreement lets it have of what there is. */
function dataRows({ status: { kind }, entry, agreement, delivery }: FollowedDelivery, language: Language) {
  const text = words[language].rows
  if (kind === 'given-up' || kind === 'not-allowed' || kind === 'withdrawn') return []
  const fields = findLifeEvent(delivery.eventType)?.fields ?? {}
  const allowed = agreement ? fieldsFor(agreement, delivery.eventType) : []
  const categories = entry?.dataCategories ?? allowed.flatMap((name) => fields[name]?.category ?? [])
  return row(AHEAD.includes(kind) ? text.toSend : text.sent, categoriesInWords([...new Set(categories)], language))
}
