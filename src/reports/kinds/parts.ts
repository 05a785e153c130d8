import { isNotKnown, notKnown, shapedAs, type Answers } from '../../catalogue/answers.ts'
import type { Known } from '../../catalogue/known.ts'
import type { ListPart } from '../../catalogue/question.ts'
import { words } from '../content/words.ts'
import { date, partialDate } from './date.ts'
import { text, type Asking, type Kind, type Parsed, type Typed } from './kind.ts'
import { names } from './names.ts'
import { radios } from './options.ts'
import { select } from './select.ts'
import { line } from './text.ts'

/** Kinds that may share a page with others: they answer at once, and look nothing up. */
export const partKinds: { [K in ListPart['kind']]: Kind<K> } = {
  date,
  'partial-date': partialDate,
  names,
  radios,
  select,
  text: line,
}

/** Its inputs; among them, if it may not be known, a box of its own to say so: one button could not say which. */
export const partInputs = (part: ListPart): string[] => [
  ...kindOf(part).inputs(part),
  ...(part.mayNotKnow ? [notKnownInput(part)] : []),
]

/** What was typed counts if it is an answer; otherwise that it is not known, if that was ticked. */
export function parsePart(part: ListPart, typed: Typed, asking: Asking): Parsed<unknown> {
  const parsed = kindOf(part).parse(part, typed, asking)
  const ticked = part.mayNotKnow && text(typed, notKnownInput(part)) !== ''
  return ticked && ('errors' in parsed || parsed.answer === undefined) ? { answer: notKnown } : parsed
}

export function partTypedFrom(part: ListPart, answer: unknown, asking: Asking): Typed {
  if (answer === undefined) return {}
  return isNotKnown(answer) ? { [notKnownInput(part)]: 'yes' } : kindOf(part).typedFrom(part, answer, asking)
}

export const showPart = (part: ListPart, answer: unknown, { language }: Pick<Asking, 'language'>): string[] =>
  isNotKnown(answer) ? [words[language].notKnown] : kindOf(part).show(part, answer, { language })

export function partStands(part: ListPart, answer: unknown, given: Answers, known: Known): boolean {
  if (answer === undefined) return part.optional === true
  if (isNotKnown(answer)) return part.mayNotKnow === true
  if (shapedAs(part.kind, answer) === undefined) return false
  return kindOf(part).stands?.(part, answer, given, known) ?? true
}

/** The name of its own box, for the template. */
export const partView = (part: ListPart) =>
  part.mayNotKnow ? { notKnownBox: notKnownInput(part), notKnown: undefined } : {}

const notKnownInput = ({ name }: Pick<ListPart, 'name'>) => `${name}-not-known`

/** A kind for any part: that the two belong together is what the table above says. */
interface AnyPartKind {
  inputs: (part: ListPart) => readonly string[]
  parse: (part: ListPart, typed: Typed, asking: Asking) => Parsed<unknown>
  typedFrom: (part: ListPart, answer: unknown, asking: Asking) => Typed
  show: (part: ListPart, answer: unknown, asking: Pick<Asking, 'language'>) => string[]
  stands?: (part: ListPart, answer: unknown, given: Answers, known: Known) => boolean
}

const kindOf = (part: ListPart) => partKinds[part.kind] as AnyPartKind
