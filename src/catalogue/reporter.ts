import { z } from 'zod'
import type { PostalAddress } from '../shared/address.ts'
import { formatDate } from '../shared/dates.ts'
import { fullName } from '../shared/names.ts'
import { addressGiven, anyAddressQuestions, hasNoFixedAddress } from './address-questions.ts'
import { answerTo, type Answers, type LocatedAddress } from './answers.ts'
import { sharedWords } from './content/words.ts'
import type { Known } from './known.ts'
import { field, type Facts, type Field } from './life-event.ts'
import { numberFields, numbersGiven, type KeptAs } from './matching-numbers.ts'
import { personNames, type PersonNames } from './person-name.ts'
import { addressInWords, placeOf, postalAddress } from './postal-address.ts'
import type { Question } from './question.ts'
import { inBoth } from './question-words.ts'
import { atRisk } from './safety.ts'

const { en, cy } = sharedWords
const label = inBoth(en.fields, cy.fields)
const words = inBoth(en.home, cy.home)

/** What every event can tell of the person who reports it: none of it is asked for where we hold it. */
export const reporterFields = {
  names: field({
    category: 'name',
    label: label.names,
    schema: personNames,
    show: (names) => names.map(fullName),
  }),
  birth_date: field({
    category: 'birth-date',
    label: label.birth_date,
    schema: z.iso.date(),
    show: (date, language) => [formatDate(date, language)],
  }),
  address: field({ category: 'address', label: label.address, schema: postalAddress, show: addressInWords }),
  contact: field({
    category: 'contact',
    label: label.contact,
    schema: z.strictObject({ email: z.string().min(1).exactOptional(), phone: z.string().min(1).exactOptional() }),
    show: ({ email, phone }) => [phone, email].filter((line) => line !== undefined),
  }),
  /** For a body to write no letter and to say nothing to others at the address. */
  handle_with_care: field({
    category: 'safety',
    label: label.handle_with_care,
    schema: z.literal(true),
    show: (_risk, language) => [sharedWords[language].safety.options.yes],
  }),
  ...numberFields,
} satisfies Record<string, Field>

/** Their values; `address` only in events that ask `homeQuestions`. */
export function reporterFacts(given: Answers, known: Known): Facts {
  const { identity, kept } = known
  const names = currentNames(known)
  const contact = { ...withoutAbsent({ email: identity.email, phone: identity.phone }), ...kept.contact }
  const home = homeGiven(given)
  return withoutAbsent({
    names: names.length > 0 ? names : undefined,
    birth_date: known.proved ? identity.birthDate : undefined,
    address: home && placeOf(home.address),
    contact: Object.keys(contact).length > 0 ? contact : undefined,
    handle_with_care: atRisk(given) || undefined,
    ...numbersGiven(given),
  })
}

/** Where the person lives: shown to be confirmed when we know, asked for when we do not or when it is wrong. */
export function homeQuestions(section: string): Question[] {
  return [
    {
      kind: 'confirm-address',
      name: 'held-home',
      section,
      words: words.held,
      address: (_given, known) => homeHeld(known),
    },
    ...anyAddressQuestions({ prefix: 'home', section, askedWhen: (given) => !homeConfirmed(given)?.confirmed }, words),
    {
      kind: 'council',
      name: 'home-council',
      section,
      words: words.council,
      askedWhen: (given) => (homeGiven(given) ? !homeGiven(given)?.councils : hasNoFixedAddress(given, 'home')),
    },
  ]
}

/** Undefined when it is not given yet, and when there is no fixed one. */
export function homeGiven(given: Answers): LocatedAddress | undefined {
  const held = homeConfirmed(given)
  return held?.confirmed ? held : addressGiven(given, 'home')
}

/** GSS codes of the councils where the person lives. */
export const homeAreas = (given: Answers): string[] =>
  homeGiven(given)?.councils ?? answerTo('council', given, 'home-council') ?? []

/** An account number is one council's: after a move it is of no use. */
export const keptAtHome: KeptAs = (name, given) =>
  name === 'council_tax_account' ? `${name}/${homeAreas(given)[0] ?? 'unknown'}` : name

/** The name that the person goes by: as they last reported it, otherwise as One Login proved it. */
export function currentNames({ identity, kept, today }: Known): PersonNames {
  if (kept.names && kept.names.from <= today) return kept.names.names
  return identity.names.slice(0, 1).map(({ nameParts }) => ({ nameParts }))
}

/** The address they last reported, unless One Login has proved a later one since. */
export function homeHeld({ identity, kept, today }: Known): PostalAddress | undefined {
  const [verified] = identity.addresses
  const reported = kept.address && kept.address.from <= today ? kept.address : undefined
  if (!reported) return verified
  return verified?.validFrom && verified.validFrom > reported.from ? verified : reported.address
}

const homeConfirmed = (given: Answers) => answerTo('confirm-address', given, 'held-home')

const withoutAbsent = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
