import { notKnown } from '../../catalogue/answers.ts'
import type { Question } from '../../catalogue/question.ts'
import { words } from '../content/words.ts'
import type { Language } from '../../shared/language.ts'
import { text, type Asking, type Typed } from './kind.ts'

/** The answer of the second button, if it was pressed. */
export function buttonPressed(question: Question, typed: Typed): { answer: unknown } | undefined {
  if (isOption(question) && text(typed, question.name) === NOT_KNOWN) return { answer: notKnown }
  const pressed = buttonsOf(question).find((button) => text(typed, button) !== '')
  return pressed === undefined ? undefined : { answer: pressed === NOT_KNOWN ? notKnown : undefined }
}

/** Beside "Continue". What we do not hold there is no need to leave out. */
export function buttonViews(question: Question, { language, given, known }: Asking) {
  const { notKnown: text, leaveOut, listPage } = words[language]
  const offered = buttonsOf(question).filter((name) =>
    name === NOT_KNOWN ? !isOption(question) : isList(question) || question.held?.(given, known),
  )
  return offered.map((name) => ({
    name,
    text: name === NOT_KNOWN ? text : isList(question) ? listPage.none : leaveOut,
  }))
}

/** Among radios it is one more of them, and not a button: there people look for it. */
export const notKnownOption = (question: Question, language: Language) =>
  isOption(question) ? { value: NOT_KNOWN, text: words[language].notKnown } : undefined

/** As it would have been typed. */
export const notKnownTyped = (question: Question): Typed => (isOption(question) ? { [question.name]: NOT_KNOWN } : {})

/** Their names in the form. */
export const buttonsOf = (question: Question) => [
  ...(question.mayNotKnow ? [NOT_KNOWN] : []),
  ...(question.mayLeaveOut || (isList(question) && question.optional) ? [LEAVE_OUT] : []),
]

/** On the question's own page. A list's are on that of its first item: with one in it, they have no sense. */
export const buttonsBeside = (question: Question) => (isList(question) ? [] : buttonsOf(question))

/** The second button of a page: an answer of its own, whatever stands in the inputs. */
const NOT_KNOWN = 'not-known'
const LEAVE_OUT = 'leave-out'

const isOption = ({ kind, mayNotKnow }: Question) => kind === 'radios' && mayNotKnow === true

const isList = ({ kind }: Question) => kind === 'list'
