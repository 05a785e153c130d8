import { eventInWords } from '../agreements/show-agreement.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { formatDate, formatDateTime, ukToday } from '../shared/dates.ts'
import { inLanguage, type Language } from '../shared/language.ts'
import type { PageData } from '../web/page.ts'
import { actionPaths, canBeCorrected, canBeWithdrawn } from './actions.ts'
import { describeDelivery } from './describe-delivery.ts'
import { words } from './words.ts'
import { tallyOf, type FollowedDelivery, type NotTold, type Tally, type TrackedReport } from './tracked-report.ts'

/** All that the page of one report shows. */
export function reportPage(
  report: TrackedReport,
  { deliveries, looked, notTold }: { deliveries: FollowedDelivery[]; looked: readonly string[]; notTold: NotTold[] },
  { now, language, events }: { now: Date; language: Language; events?: Catalogue },
): PageData {
  const text = words[language].report
  const bodies = deliveries.map((followed, index) => {
    const named = deliveries.filter(({ delivery }) => delivery.agencyId === followed.delivery.agencyId).length
    const about = { named, reference: report.reference, reportedAt: report.submittedAt, now, language, events }
    const described = describeDelivery(followed, about)
    return { ...described, id: `body-${index + 1}` }
  })
  return {
    title: text.title(
      eventInWords(report.eventType, language, events),
      formatDate(ukToday(report.submittedAt), language),
    ),
    backLink: '/reports',
    words: text,
    reference: report.reference,
    reportedAt: formatDateTime(report.submittedAt, language),
    asOf: text.asOf(formatDateTime(now, language)),
    bodies,
    withdrawn: report.withdrawn ? text.withdrawn : undefined,
    todo: bodies.flatMap(({ id, title, todo }) => (todo ? [{ id, text: text[`${todo}One`](title) }] : [])),
    actions: actionsOn(report, deliveries, language),
    download: actionPaths.download(report.reference),
    empty: bodies.length > 0 ? undefined : report.fannedOut ? text.nobody : text.gettingReady,
    tally: tallyInWords(tallyOf(deliveries.map(({ status }) => status)), language),
    since: sinceInWords(deliveries, looked, language),
    log: `/access/reports/${report.reference}`,
    notTold: notTold.map((one) => notToldInWords(one, language)),
  }
}

function actionsOn(report: TrackedReport, deliveries: FollowedDelivery[], language: Language) {
  const { correct, withdraw } = words[language].report
  return [
    ...(canBeCorrected(report, deliveries) ? [{ text: correct, href: actionPaths.correct(report.reference) }] : []),
    ...(canBeWithdrawn(report) ? [{ text: withdraw, href: actionPaths.withdraw(report.reference) }] : []),
  ]
}

/** `6 of 8 have answered`, and how many need something; nothing before there is anybody to answer. */
export function tallyInWords({ total, answered, asking }: Tally, language: Language): string[] {
  const text = words[language].report
  if (total === 0) return []
  return [text.tally(answered, total), ...(asking > 0 ? [text.tallyAsking(asking)] : [])]
}

/** `You told us. We told 9 bodies. 3 of them have used your data since.` Nothing before the first has it. */
function sinceInWords(deliveries: readonly FollowedDelivery[], looked: readonly string[], language: Language) {
  const arrived = deliveries.filter(({ delivery }) => delivery.state === 'acknowledged')
  const told = new Set(arrived.map(({ delivery }) => delivery.agencyId))
  const since = looked.filter((agencyId) => told.has(agencyId)).length
  return told.size === 0 ? undefined : words[language].report.since(told.size, since)
}

function notToldInWords({ agency, agreement, reason }: NotTold, language: Language) {
  const text = words[language].report
  const name = agency ? inLanguage(agency.name, language) : text.unknownBody
  const age = agreement?.minimumAge
  const tooYoung = age == null ? text.tooYoung : text.minimumAge(age)
  const why = {
    ...{
      chosen: text.chosen,
      objected: text.objected,
      ended: text.ended,
      lapsed: text.lapsed,
      age: tooYoung,
      nothing: text.nothing,
    },
    ...{ 'no-file': text.noFile, 'only-listed': text.onlyListed },
  }[reason]
  // The same body may have been told for another purpose.
  const purpose = reason === 'nothing' && agreement ? inLanguage(agreement.purpose, language) : undefined
  return { name: purpose === undefined ? name : text.forPurpose(name, purpose), why }
}
