import { categoriesInWords } from '../access-log/pages/entry-rows.ts'
import { row, type Line } from '../access-log/summary-row.ts'
import type { ShownAgency } from '../agencies/agency-store.ts'
import { fieldsFor } from '../agreements/agreement.ts'
import { said } from '../agreements/show-agreement.ts'
import { findLifeEvent, type Catalogue } from '../catalogue/catalogue.ts'
import type { Language } from '../shared/language.ts'
import type { DeliveryStatus } from './delivery-status.ts'
import { words } from './words.ts'
import type { FollowedDelivery } from './tracked-report.ts'

const HELP_NEEDED: readonly DeliveryStatus['kind'][] = [
  'gone',
  'on-hold',
  'not-ready',
  'needs-information',
  'no-record',
  'refused',
  'given-up',
  'unconfirmed',
  'unread',
  'discarded',
  'not-allowed',
  'lapsed',
  'not-corrected',
  'not-taken-back',
  'not-answered',
]

/** Where something is left for the citizen to do, how to reach the body. */
export function contactLines(
  agency: ShownAgency | undefined,
  { kind }: DeliveryStatus,
  hidden: string,
  language: Language,
): Line[] {
  if (!agency || !HELP_NEEDED.includes(kind)) return []
  const { phone, email, url, post, in_person: inPerson } = agency.contact
  const text = words[language].rows
  return [
    ...(phone ? [{ text: text.phone(phone) }] : []),
    ...(email ? [{ text: text.email(email) }] : []),
    ...(url ? [{ text: text.website, href: url, hidden }] : []),
    ...(post ? [{ text: post }] : []),
    ...(inPerson ? [said(inPerson, language)] : []),
  ]
}

/** The body has yet to be sent anything. */
const AHEAD: readonly DeliveryStatus['kind'][] = [
  'waiting',
  'held-by-you',
  'later',
  'cooling-off',
  'retrying',
  'gone',
  'on-hold',
  'not-ready',
  'closed',
  'in-inbox',
]

/** What it was sent, as the access log has it; before that, what its agreement lets it have of what there is. */
export function dataRows(
  { status: { kind }, entry, agreement, delivery }: FollowedDelivery,
  language: Language,
  events?: Catalogue,
) {
  const text = words[language].rows
  if (['given-up', 'unread', 'discarded', 'not-allowed', 'lapsed', 'withdrawn', 'left-out'].includes(kind)) return []
  const fields = findLifeEvent(delivery.eventType, events)?.fields ?? {}
  const allowed = agreement ? fieldsFor(agreement, delivery.eventType) : []
  const categories = entry?.dataCategories ?? allowed.flatMap((name) => fields[name]?.category ?? [])
  return row(AHEAD.includes(kind) ? text.toSend : text.sent, categoriesInWords([...new Set(categories)], language))
}
