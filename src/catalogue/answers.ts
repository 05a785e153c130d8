import { z } from 'zod'
import { personNames } from './person-name.ts'
import { postalAddress } from './postal-address.ts'

/** What a citizen answered, by question name. Only answers that fit their question's shape ever stand in here. */
export type Answers = Readonly<Record<string, unknown>>

const councils = z.array(z.string())

/**
 * An address and the GSS codes of the councils that serve it: none for an address abroad, absent when they could not be
 * worked out and have to be asked for.
 */
const locatedAddress = z.object({ address: postalAddress, councils: councils.exactOptional() })

/**
 * The shape of an answer to each kind of question. A draft may be four weeks old and of an earlier release: an answer
 * that no longer fits its shape is asked for again.
 */
export const answerShapes = {
  date: z.iso.date(),
  'partial-date': z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
  names: personNames,
  select: z.string(),
  statement: z.object({ at: z.iso.datetime() }),
  registration: z.object({
    reference: z.string(),
    deathDate: z.iso.date(),
    names: personNames,
    birthDate: z.iso.date(),
  }),
  radios: z.string(),
  checkboxes: z.array(z.string()).min(1),
  text: z.string(),
  postcode: z.object({
    postcode: z.string(),
    search: z.enum(['found', 'none', 'unavailable', 'by-hand']),
    found: z.array(locatedAddress.extend({ welsh: postalAddress.exactOptional() })),
  }),
  'found-address': z.union([locatedAddress, z.object({ elsewhere: z.literal(true) })]),
  address: locatedAddress,
  council: councils,
  'confirm-address': z.union([
    locatedAddress.extend({ confirmed: z.literal(true) }),
    z.object({ confirmed: z.literal(false), address: postalAddress }),
  ]),
  list: z.object({ items: z.array(z.record(z.string(), z.unknown())).min(1), complete: z.boolean() }),
}

/** "I do not know", to a question that allows it. */
export const notKnown = { unknown: true } as const

export const isNotKnown = (answer: unknown): answer is typeof notKnown =>
  typeof answer === 'object' && answer !== null && 'unknown' in answer && answer.unknown === true

export type QuestionKind = keyof typeof answerShapes
export type AnswerOf<Kind extends QuestionKind> = z.infer<(typeof answerShapes)[Kind]>
export type LocatedAddress = z.infer<typeof locatedAddress>

/** The answer to a question of this kind, if it was given; for `facts`, `areas` and conditions. */
export const answerTo = <Kind extends QuestionKind>(kind: Kind, given: Answers, name: string) =>
  shapedAs(kind, given[name])

/** The answer, if it has the shape of an answer to a question of this kind. */
export function shapedAs<Kind extends QuestionKind>(kind: Kind, answer: unknown): AnswerOf<Kind> | undefined {
  if (answer === undefined || answer === null) return undefined
  if (typeof answer !== 'object') return parse(kind, answer)
  const known = parsedBefore.get(answer) ?? new Map<QuestionKind, unknown>()
  if (!known.has(kind)) known.set(kind, parse(kind, answer))
  parsedBefore.set(answer, known)
  return known.get(kind) as AnswerOf<Kind> | undefined
}

/** A page asks for the same answers again and again; as long as they are the same objects, they are parsed once. */
const parsedBefore = new WeakMap<object, Map<QuestionKind, unknown>>()

function parse<Kind extends QuestionKind>(kind: Kind, answer: unknown): AnswerOf<Kind> | undefined {
  const parsed = answerShapes[kind].safeParse(answer)
  return parsed.success ? (parsed.data as AnswerOf<Kind>) : undefined
}
