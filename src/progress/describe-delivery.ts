import { row, type Line, type SummaryRow } from '../access-log/summary-row.ts'
import { said } from '../agreements/show-agreement.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { inLanguage, type Language } from '../shared/language.ts'
import { contactLines, dataRows } from './body-rows.ts'
import type { DeliveryStatus } from './delivery-status.ts'
import { answerRows, statusRows, statusTag, timelineRows } from './status-rows.ts'
import { words } from './words.ts'
import { actionPaths, actionsFor, todoOf, type Todo } from './actions.ts'
import type { FollowedDelivery } from './tracked-report.ts'

interface About {
  /** How many deliveries of the report go to the same body: more than one need telling apart. */
  named: number
  reference: string
  reportedAt: Date
  now: Date
  language: Language
  events?: Catalogue
}

export interface DescribedDelivery {
  title: string
  /** What it waits for the citizen to do. */
  todo: Todo | undefined
  actions: Action[]
  /** The status in a word or two. */
  tag: Line
  rows: SummaryRow[]
}

export function describeDelivery(
  followed: FollowedDelivery,
  { named, reference, reportedAt, now, language, events }: About,
): DescribedDelivery {
  const { status, agreement, agency, entry, delivery } = followed
  const text = words[language].rows
  const title = titleOf(followed, named, language)
  const hidden = text.of(title)
  return {
    title,
    todo: todoOf(followed),
    actions: actionsFor(followed).map((action) => ({
      text: words[language].report[action],
      href: actionPaths[action](reference, delivery.id),
      hidden,
    })),
    tag: statusTag(status, language),
    rows: [
      ...statusRows(followed, now, language),
      ...answerRows(followed, language),
      ...row(text.contact, ...contactLines(agency, status, hidden, language)),
      ...row(text.what, !OVER.includes(status.kind) && agreement && said(agreement.effect, language)),
      ...row(text.why, agreement && said(agreement.purpose, language)),
      ...dataRows(followed, language, events),
      ...timelineRows(reportedAt, followed, language),
      ...row(text.agreement, agreement && { text: text.agreementLink, href: `/agreements/${agreement.id}`, hidden }),
      ...row(text.log, entry && { text: text.logLink, href: `/access/${entry.recordId}`, hidden }),
    ],
  }
}

interface Action {
  text: string
  href: string
  hidden: string
}

/** `named`: how many deliveries of the report go to the same body. */
function titleOf(followed: FollowedDelivery, named: number, language: Language): string {
  const name = nameOf(followed, language)
  if (named === 1 || !followed.agreement) return name
  return words[language].report.forPurpose(name, inLanguage(followed.agreement.purpose, language))
}

export const nameOf = ({ agency, delivery }: FollowedDelivery, language: Language) =>
  inLanguage(agency?.name ?? { en: delivery.agencyId }, language)

/** Each body once, however often it is told. */
export const namesOf = (deliveries: readonly FollowedDelivery[], language: Language) => [
  ...new Set(deliveries.map((followed) => nameOf(followed, language))),
]

/** The body is not going to do anything more. */
const OVER: readonly DeliveryStatus['kind'][] = [
  'done',
  'no-record',
  'refused',
  'given-up',
  'unconfirmed',
  'unread',
  'discarded',
  'not-allowed',
  'lapsed',
  'withdrawn',
  'left-out',
  'withdrawing',
  'taken-back',
  'not-taken-back',
]
