import { didYouMean } from '../agencies/did-you-mean.ts'
import { entriesOf, textsOf, type Report, type Unchecked } from '../agencies/file-entry.ts'
import { isRealDate } from '../shared/dates.ts'
import { parseLegalBasis, restsOnConsent } from './legal-basis.ts'
import { trialProblems } from './roads/trial.ts'

/** What must be known of a life event to check what an agreement says about it. */
export interface KnownEvent {
  type: string
  fields: Readonly<Record<string, unknown>>
}

/** What must be so between the parts of an agreement's entry. */
export function lookAtAgreement(agreement: Unchecked, lifeEvents: readonly KnownEvent[], report: Report): void {
  checkDates(agreement, report)
  checkTrial(agreement, report)
  checkChoice(agreement, report)
  checkRepeats(agreement, report)
  checkMatching(agreement, lifeEvents, report)
}

function checkDates({ starts_on: start, review_on: review, ends_on: end }: Unchecked, report: Report): void {
  if (isDay(review) && isDay(end) && review > end)
    report(['ends_on'], `comes before review_on, ${review}: an agreement that has ended needs no review`)
  if (isDay(start) && isDay(end) && start > end) report(['ends_on'], `comes before starts_on, ${start}`)
  if (isDay(start) && isDay(review) && start >= review) report(['review_on'], `does not come after starts_on, ${start}`)
}

/** In the file it says its first day itself: nobody looks at the calendar here. */
function checkTrial({ trial, starts_on, review_on, ends_on }: Unchecked, report: Report): void {
  if (trial === undefined) return
  const days = Object.entries({ starts_on, review_on, ends_on }).filter(([, day]) => isDay(day))
  for (const [date, problem] of trialProblems(Object.fromEntries(days))) report([date], problem)
}

const isDay = (value: unknown): value is string => typeof value === 'string' && isRealDate(value)

function checkChoice({ legal_basis: basis, choice }: Unchecked, report: Report): void {
  if (choice !== 'required' || typeof basis !== 'string') return
  const read = parseLegalBasis(basis)
  if (!('basis' in read) || !restsOnConsent(read.basis)) return
  report(['choice'], 'must be optional where the legal basis is consent, 6(1)(a): consent can be refused')
}

function checkRepeats({ events }: Unchecked, report: Report): void {
  const seen = new Set<unknown>()
  for (const { index, entry: covered } of entriesOf(events)) {
    if (covered['type'] !== undefined && seen.has(covered['type'])) {
      report(['events', index, 'type'], 'stands in this agreement already: put its fields together')
    }
    seen.add(covered['type'])
  }
}

/** A matching field must be one of a field of some event of the agreement: of which, the body does not care. */
function checkMatching({ events, matching }: Unchecked, lifeEvents: readonly KnownEvent[], report: Report): void {
  const types = entriesOf(events).map(({ entry: covered }) => covered['type'])
  const covered = lifeEvents.filter(({ type }) => types.includes(type))
  if (covered.length === 0) return
  const known = [...new Set(covered.flatMap(({ fields }) => Object.keys(fields)))]
  for (const { index, text: field } of textsOf(matching)) {
    if (known.includes(field)) continue
    report(['matching', index], `is not a field of any event of this agreement${didYouMean(field, known)}`)
  }
}
