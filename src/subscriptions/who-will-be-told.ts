import type { Agreement } from '../agreements/agreement.ts'
import type { Facts } from '../catalogue/life-event.ts'
import { numberNames } from '../catalogue/matching-numbers.ts'
import type { Bilingual } from '../shared/language.ts'
import { minimise } from './minimise.ts'
import type { Method } from './subscription.ts'

/** A subscription that a report goes to, with the agreement that lets it. */
export interface Recipient {
  subscriptionId: string
  method: Method
  agency: { id: string; name: Bilingual; illustration: boolean }
  agreement: Agreement
  /** The agreement's fields for this event and its matching fields, without repeats. */
  fields: string[]
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
  notTold: { recipient: Recipient; reason: 'age' }[]
}

interface Circumstances {
  age: number
  /** Fields that this body is not told, though its agreement has them. */
  leftOut?: (recipient: Recipient) => readonly string[]
}

/** What each body would get, before anything is sent: one line for each agreement, however many streams serve it. */
export function whoWillBeTold(
  recipients: readonly Recipient[],
  facts: Facts,
  { age, leftOut = () => [] }: Circumstances,
): Preview {
  const one = [...new Map(recipients.map((recipient) => [recipient.agreement.id, recipient])).values()]
  const tooYoung = one.filter(({ agreement }) => age < (agreement.minimumAge ?? 0))
  const told = one.filter((recipient) => !tooYoung.includes(recipient))
  return {
    told: told.map((recipient) => toldTo(recipient, facts, leftOut(recipient))),
    notTold: tooYoung.map((recipient) => ({ recipient, reason: 'age' })),
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
