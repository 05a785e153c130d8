import { answerTo, type Answers, type LocatedAddress } from './answers.ts'
import type { Known } from './known.ts'
import type { Question } from './question.ts'
import type { InBoth, OptionWords, QuestionWords } from './question-words.ts'

type Condition = (given: Answers, known: Known) => boolean

interface Place {
  /** Begins the names of its questions: `new-postcode`. */
  prefix: string
  section: string
  askedWhen: Condition
  /** Somebody else's than the reporter's. */
  ofOther?: true
}

export interface UkAddressWords {
  postcode: InBoth<QuestionWords>
  choice: InBoth<QuestionWords>
  byHand: InBoth<QuestionWords>
}

export interface AnyAddressWords extends UkAddressWords {
  kind: InBoth<OptionWords>
  forces: InBoth<QuestionWords>
  abroad: InBoth<QuestionWords>
}

export const addressKinds = ['uk', 'no-fixed-address', 'forces', 'abroad'] as const

/** Postcode, then a choice among what is found there, or the address by hand. */
export function ukAddressQuestions({ prefix, section, askedWhen, ofOther }: Place, words: UkAddressWords): Question[] {
  const whose = ofOther && { ofOther }
  const names = namesOf(prefix)
  const place = { section, changeAt: names.postcode }
  const byHand: Condition = (given) => {
    const search = answerTo('postcode', given, names.postcode)?.search
    const choice = answerTo('found-address', given, names.choice)
    return (search !== undefined && search !== 'found') || (choice !== undefined && 'elsewhere' in choice)
  }
  const choosing: Condition = (given) => answerTo('postcode', given, names.postcode)?.search === 'found'
  const forgets = [names.choice, names.byHand]
  return [
    { kind: 'postcode', name: names.postcode, section, words: words.postcode, askedWhen, forgets, ...whose },
    {
      kind: 'found-address',
      name: names.choice,
      ...place,
      words: words.choice,
      askedWhen: (given, known) => askedWhen(given, known) && choosing(given, known),
      from: names.postcode,
    },
    {
      kind: 'address',
      name: names.byHand,
      ...place,
      words: words.byHand,
      askedWhen: (given, known) => askedWhen(given, known) && byHand(given, known),
      form: 'uk',
      from: names.postcode,
      ...whose,
    },
  ]
}

/** Anywhere: in the United Kingdom, nowhere fixed, with the Forces, or abroad. */
export function anyAddressQuestions(place: Place, words: AnyAddressWords): Question[] {
  const { prefix, section, askedWhen } = place
  const names = namesOf(prefix)
  const ofKind =
    (kind: string): Condition =>
    (given, known) =>
      askedWhen(given, known) && answerTo('radios', given, names.kind) === kind
  return [
    { kind: 'radios', name: names.kind, section, words: words.kind, askedWhen, options: addressKinds },
    ...ukAddressQuestions({ prefix, section, askedWhen: ofKind('uk') }, words),
    { kind: 'address', form: 'forces', name: names.forces, section, words: words.forces, askedWhen: ofKind('forces') },
    { kind: 'address', form: 'abroad', name: names.abroad, section, words: words.abroad, askedWhen: ofKind('abroad') },
  ]
}

/** The address that these questions led to; undefined when there is none (yet), or no fixed one. */
export function addressGiven(given: Answers, prefix: string): LocatedAddress | undefined {
  const names = namesOf(prefix)
  const choice = answerTo('found-address', given, names.choice)
  if (choice && 'address' in choice) return choice
  return [names.byHand, names.forces, names.abroad].map((name) => answerTo('address', given, name)).find(Boolean)
}

export const hasNoFixedAddress = (given: Answers, prefix: string) =>
  answerTo('radios', given, namesOf(prefix).kind) === 'no-fixed-address'

const namesOf = (prefix: string) => ({
  kind: `${prefix}-kind`,
  postcode: `${prefix}-postcode`,
  choice: `${prefix}-address`,
  byHand: `${prefix}-address-by-hand`,
  forces: `${prefix}-forces-address`,
  abroad: `${prefix}-address-abroad`,
})
