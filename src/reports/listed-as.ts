import type { Known } from '../catalogue/known.ts'
import type { Facts } from '../catalogue/life-event.ts'
import { numberNames } from '../catalogue/matching-numbers.ts'
import {
  emailIdentifier,
  identifierHash,
  numberIdentifier,
  phoneIdentifier,
  type Identifier,
} from '../subscriptions/identifier.ts'
import type { Vault } from '../vault/vault.ts'

/**
 * Keyed hashes under which a body may have listed the person that a report is about. How to reach the reporter counts as
 * One Login proved it, not as they typed it; a number counts with the birth date that stands beside it, which of the
 * reporter is proved. So nobody is told of somebody by what somebody else typed.
 *
 * @param isAboutAnother who died, say: then nothing of the reporter's counts
 */
export function listedAs(
  vault: Vault,
  { identity, proved }: Pick<Known, 'identity' | 'proved'>,
  facts: Facts,
  isAboutAnother: boolean,
): Buffer[] {
  const { email, phone } = identity
  const own = [email ? emailIdentifier(email) : undefined, phone ? phoneIdentifier(phone) : undefined]
  const identifiers = isAboutAnother
    ? numbersIn(facts, 'deceased_', facts['deceased_birth_date'])
    : [...own, ...numbersIn(facts, '', proved ? identity.birthDate : undefined)]
  return identifiers.flatMap((identifier) => (identifier ? [identifierHash(vault, identifier)] : []))
}

function numbersIn(facts: Facts, prefix: string, birthDate: unknown): (Identifier | undefined)[] {
  if (typeof birthDate !== 'string') return []
  return numberNames.map((name) => {
    const number = facts[`${prefix}${name}`]
    return typeof number === 'string' ? numberIdentifier(name, number, birthDate) : undefined
  })
}
