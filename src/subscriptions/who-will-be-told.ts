import type { Agreement } from '../agreements/agreement.ts'
import type { Facts } from '../catalogue/life-event.ts'
import { numberNames } from '../catalogue/matching-numbers.ts'
import { reporterFields } from '../catalogue/reporter.ts'
import type { Bilingual } from '../shared/language.ts'
import { minimise } from './minimise.ts'
import type { Method } from './subscription.ts'

/** A subscription that a report goes to, with the agreement that lets it. */
export interface Recipient {
  subscriptionId: string
  method: Method
  agency: { id: string; name: Bilingual; illustration: boolean; byInterest: boolean }
  agreement: Agreement
  /** The agreement's fields for this event and its matching fields, without repeats. */
  fields: string[]
  /** The body has said that it has no file on whoever reports. */
  withoutFile?: true
  /** Whoever reports has objected, and nothing of theirs is told under this agreement any more. */
  stopped?: true
}

export interface Told {
  recipient: Recipient
  facts: Facts
  /** Fields that it would get, and that are left out. */
  leftOut: string[]
  canFind: boolean
}

export interface Preview {
  told: Told[]
  notTold: NotTold[]
}

/**
 * The citizen has objected to telling the body, is too young for it, it has no file on them, or the report says nothing
 * that it deals with.
 */
export type NotTold = { recipient: Recipient; reason: 'objected' | 'age' | 'no-file' } | (Told & { reason: 'nothing' })

interface Circumstances {
  eventType: string
  age: number
  /** It is about somebody else: what a body says of whoever reports is nothing to it. */
  aboutOther?: boolean
  /** Fields that this body is not told, though its agreement has them. */
  leftOut?: (recipient: Recipient) => readonly string[]
}

/** What each body would get, before anything is sent: one line for each agreement, however many streams serve it. */
export function whoWillBeTold(
  recipients: readonly Recipient[],
  facts: Facts,
  { eventType, age, aboutOther = false, leftOut = () => [] }: Circumstances,
): Preview {
  // A stream that has a file speaks for its agreement, whatever another says.
  const known = recipients.toSorted((a, b) => Number(b.withoutFile ?? false) - Number(a.withoutFile ?? false))
  const one = [...new Map(known.map((recipient) => [recipient.agreement.id, recipient])).values()]
  const stopped = aboutOther ? [] : one.filter((recipient) => recipient.stopped)
  const may = one.filter((recipient) => !stopped.includes(recipient))
  const tooYoung = may.filter(({ agreement }) => age < (agreement.minimumAge ?? 0))
  const unknown = aboutOther ? [] : may.filter((recipient) => recipient.withoutFile && !tooYoung.includes(recipient))
  const others = may
    .filter((recipient) => !tooYoung.includes(recipient) && !unknown.includes(recipient))
    .map((recipient) => toldTo(recipient, facts, leftOut(recipient)))
  return {
    told: others.filter((each) => tellsSomething(each, eventType)),
    notTold: [
      ...stopped.map((recipient) => ({ recipient, reason: 'objected' as const })),
      ...tooYoung.map((recipient) => ({ recipient, reason: 'age' as const })),
      ...unknown.map((recipient) => ({ recipient, reason: 'no-file' as const })),
      ...others
        .filter((each) => !tellsSomething(each, eventType))
        .map((each) => ({ ...each, reason: 'nothing' as const })),
    ],
  }
}

/** By a number it knows the person by, if it goes by numbers at all; name, birth date and address alone often fail. */
export function canFind(matching: readonly string[], given: Facts): boolean {
  const numbers = numberNames.filter((name) => matching.includes(name))
  return numbers.length === 0 || numbers.some((name) => Object.hasOwn(given, name))
}

function toldTo(recipient: Recipient, facts: Facts, unwanted: readonly string[]): Told {
  const given = minimise(facts, recipient.fields, unwanted)
  const leftOut = Object.keys(minimise(facts, recipient.fields)).filter((field) => !Object.hasOwn(given, field))
  return { recipient, facts: given, leftOut, canFind: canFind(recipient.agreement.matching, given) }
}

/**
 * Whether it learns more than who reports: a body that deals with drivers learns nothing from somebody who does not
 * drive, not even that there was a report. One whose agreement names nothing more wants to know just that.
 */
function tellsSomething({ recipient, facts }: Told, eventType: string): boolean {
  const event = recipient.agreement.events.find(({ type }) => type === eventType)
  const own = (event?.fields ?? []).filter((name) => !Object.hasOwn(reporterFields, name))
  return own.length === 0 || own.some((name) => Object.hasOwn(facts, name))
}
