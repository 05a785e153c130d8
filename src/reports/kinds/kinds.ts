import { isNotKnown, shapedAs, type Answers } from '../../catalogue/answers.ts'
import type { Known } from '../../catalogue/known.ts'
import type { ListQuestion, Question } from '../../catalogue/question.ts'
import { listField, textField, type FormBody, type FormFields } from '../../web/form.ts'
import type { Language } from '../../shared/language.ts'
import type { FieldError } from '../../web/page.ts'
import { words } from '../content/words.ts'
import { address } from './address.ts'
import { buttonPressed, buttonsBeside, buttonsOf, notKnownTyped } from './buttons.ts'
import { confirmAddress } from './confirm-address.ts'
import { council } from './council.ts'
import { foundAddress } from './found-address.ts'
import type { AnyKind, Asking, Kind, Parsed, Typed } from './kind.ts'
import { listOfItems } from './list.ts'
import { checkboxes } from './options.ts'
import { partInputs, partKinds } from './parts.ts'
import { postcode } from './postcode.ts'
import { registration } from './registration.ts'
import { statement } from './statement.ts'

const kinds: { [K in Question['kind']]: Kind<K> } = {
  ...partKinds,
  checkboxes,
  statement,
  registration,
  postcode,
  'found-address': foundAddress,
  address,
  council,
  'confirm-address': confirmAddress,
  list: listOfItems,
}

/** What was typed into a question's inputs. Absent, repeated and odd fields never throw. */
export function readTyped(question: Question, body: FormBody): Typed {
  const read = kindOf(question).many ? listField : textField
  return {
    ...Object.fromEntries(inputsOf(question).map((name) => [name, read(body, name)])),
    ...Object.fromEntries(buttonsBeside(question).map((name) => [name, textField(body, name)])),
  }
}

/** Those of the page of a list's item. */
export const readItem = (question: ListQuestion, body: FormBody): Typed =>
  Object.fromEntries(itemFields(question).map((name) => [name, textField(body, name)]))

/** The buttons are those of the page of the first item, which stands for the whole list. */
export const itemFields = (question: ListQuestion): string[] => [
  ...question.parts.flatMap(partInputs),
  ...buttonsOf(question),
]

/** All that the form of a page with this question has. */
export const fieldsOf = (question: Question): FormFields => {
  const [single, list] = kindOf(question).many ? [[], inputsOf(question)] : [inputsOf(question), []]
  return { single: [...single, ...buttonsBeside(question)], list }
}

/** Said on a page whose form came back with fields that it does not have: at its first input. */
export const unreadable = (inputs: readonly string[], language: Language): FieldError[] =>
  inputs.slice(0, 1).map((field) => ({ field, message: words[language].unreadable }))

export const inputsOf = (question: Question) => kindOf(question).inputs(question)

export async function parse(question: Question, typed: Typed, asking: Asking): Promise<Parsed<unknown>> {
  return buttonPressed(question, typed) ?? kindOf(question).parse(question, typed, asking)
}

/** What a page's inputs begin with: the earlier answer, or what can be suggested. */
export function typedFrom(question: Question, answer: unknown, asking: Asking): Typed {
  const kind = kindOf(question)
  if (isNotKnown(answer)) return notKnownTyped(question)
  if (answer !== undefined) return kind.typedFrom(question, answer, asking)
  return kind.suggested?.(question, asking) ?? {}
}

export const viewOf = (question: Question, typed: Typed, asking: Asking) =>
  kindOf(question).view?.(question, typed, asking) ?? {}

export const show = (question: Question, answer: unknown, { language }: Pick<Asking, 'language'>): string[] =>
  isNotKnown(answer) ? [words[language].notKnown] : kindOf(question).show(question, answer, { language })

export function isAsked(question: Question, given: Answers, known: Known): boolean {
  return (question.askedWhen?.(given, known) ?? true) && (kindOf(question).arises?.(question, given, known) ?? true)
}

/** Of the right shape, and not undone by other answers. A draft may come from an earlier release. */
export function stands(question: Question, answer: unknown, given: Answers, known: Known): boolean {
  if (isNotKnown(answer)) return question.mayNotKnow === true
  if (shapedAs(question.kind, answer) === undefined) return false
  return kindOf(question).stands?.(question, answer, given, known) ?? true
}

/** That a question and its kind belong together is what the table above says. */
const kindOf = (question: Question) => kinds[question.kind] as AnyKind
