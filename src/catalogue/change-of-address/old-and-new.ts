import type { PostalAddress } from '../../shared/address.ts'
import { addDays } from '../../shared/dates.ts'
import { addressGiven, hasNoFixedAddress } from '../address-questions.ts'
import { answerTo, type Answers, type LocatedAddress } from '../answers.ts'
import type { Known } from '../known.ts'
import type { NumberName } from '../matching-numbers.ts'
import { sameAddress } from '../postal-address.ts'
import { homeHeld } from '../reporter.ts'

// A verified address that began around the time of the move, or after it, is likely to be the new one.
const AROUND_THE_MOVE_DAYS = 60

/** Undefined when it is not given yet, and when there is no fixed one. */
export function newPlace(given: Answers): LocatedAddress | undefined {
  const held = answerTo('confirm-address', given, 'held-new-address')
  return held?.confirmed ? held : addressGiven(given, 'new')
}

export function oldPlace(given: Answers): LocatedAddress | undefined {
  const held = answerTo('confirm-address', given, 'held-old-address')
  return held?.confirmed ? held : addressGiven(given, 'old')
}

export const confirmed = (given: Answers, name: string) => answerTo('confirm-address', given, name)?.confirmed ?? false

export const councilUnknown = (place: LocatedAddress | undefined) => place !== undefined && !place.councils

/** GSS codes, without repeats: of the address if they could be worked out, otherwise as the citizen said. */
export function areas(given: Answers): string[] {
  return [...new Set([...newCouncils(given), ...oldCouncils(given)])]
}

/** Somebody who has moved already may have told One Login: then the address verified last is the new one. */
export function verifiedSinceMove(given: Answers, { identity, today }: Known): PostalAddress | undefined {
  const when = answerTo('date', given, 'when')
  const [current] = identity.addresses
  if (!when || when > today || !current?.validFrom) return undefined
  return current.validFrom >= addDays(when, -AROUND_THE_MOVE_DAYS) ? current : undefined
}

/** The latest address that we hold, verified or reported before, that is not the new one. */
export function verifiedBeforeMove(given: Answers, known: Known): PostalAddress | undefined {
  const place = newPlace(given)
  if (!place && !hasNoFixedAddress(given, 'new')) return undefined
  const held = [homeHeld(known), ...known.identity.addresses].filter((address) => address !== undefined)
  return held.find((address) => !place || !sameAddress(address, place.address))
}

/** An account number is one council's: after the next move it is of no use. */
export const keptAs = (name: NumberName, given: Answers) =>
  name === 'council_tax_account' ? `${name}/${oldCouncils(given)[0] ?? 'unknown'}` : name

const newCouncils = (given: Answers) => councilsOf(given, newPlace(given), ['new-council', 'new-area'])
const oldCouncils = (given: Answers) => councilsOf(given, oldPlace(given), ['old-council'])

function councilsOf(given: Answers, place: LocatedAddress | undefined, asked: string[]): string[] {
  return place?.councils ?? asked.flatMap((name) => answerTo('council', given, name) ?? [])
}
