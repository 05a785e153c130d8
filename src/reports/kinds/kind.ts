import type { AnswerOf, Answers, QuestionKind } from '../../catalogue/answers.ts'
import type { Known } from '../../catalogue/known.ts'
import type { Question } from '../../catalogue/question.ts'
import type { AddressLookup } from '../../places/address-lookup.ts'
import type { Language } from '../../shared/language.ts'
import type { FieldError } from '../../web/page.ts'
import type { DeathRegister } from '../somebody-else/death-register.ts'

/** Around a question when it is asked: what came before it, and in which language. */
export interface Asking {
  language: Language
  given: Answers
  known: Known
  addresses: AddressLookup
  deathRegister: DeathRegister
  now: Date
}

/** What stands in a page's inputs, by input name: as typed, or from an earlier answer. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

/** The answer, undefined when an optional one was left blank; or everything that is wrong with what was typed. */
export type Parsed<Answer> = { answer: Answer | undefined } | { errors: FieldError[] }

type QuestionOf<K extends QuestionKind> = Extract<Question, { kind: K }>

/** All that the engine must know to ask questions of one kind. Its template bears its name. */
export interface Kind<K extends QuestionKind> {
  /** Names of the inputs on its page. */
  inputs(question: QuestionOf<K>): readonly string[]
  /** True when an input can have several values. */
  many?: true
  parse(question: QuestionOf<K>, typed: Typed, asking: Asking): Parsed<AnswerOf<K>> | Promise<Parsed<AnswerOf<K>>>
  /** An earlier answer, as it would have been typed. */
  typedFrom(question: QuestionOf<K>, answer: AnswerOf<K>, asking: Asking): Typed
  /** What its template needs besides words, inputs and errors. */
  view?(question: QuestionOf<K>, typed: Typed, asking: Asking): Record<string, unknown>
  /** Inputs that a fresh page has filled in already. */
  suggested?(question: QuestionOf<K>, asking: Asking): Typed
  /** Lines for "check answers". */
  show(question: QuestionOf<K>, answer: AnswerOf<K>, asking: Pick<Asking, 'language'>): string[]
  /** False when the question does not arise from what is known. */
  arises?(question: QuestionOf<K>, given: Answers, known: Known): boolean
  /** False when other answers, changed since, have taken the ground from under it. */
  stands?(question: QuestionOf<K>, answer: AnswerOf<K>, given: Answers, known: Known): boolean
}

/** A kind, for a question of whichever kind. */
export interface AnyKind {
  inputs(question: Question): readonly string[]
  many?: true
  parse(question: Question, typed: Typed, asking: Asking): Parsed<unknown> | Promise<Parsed<unknown>>
  typedFrom(question: Question, answer: unknown, asking: Asking): Typed
  view?(question: Question, typed: Typed, asking: Asking): Record<string, unknown>
  suggested?(question: Question, asking: Asking): Typed
  show(question: Question, answer: unknown, asking: Pick<Asking, 'language'>): string[]
  arises?(question: Question, given: Answers, known: Known): boolean
  stands?(question: Question, answer: unknown, given: Answers, known: Known): boolean
}

export const text = (typed: Typed, name: string): string => [typed[name] ?? ''].flat().at(-1) ?? ''

export const list = (typed: Typed, name: string): string[] => [typed[name] ?? []].flat()
