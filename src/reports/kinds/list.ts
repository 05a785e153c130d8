import type { AnswerOf, Answers } from '../../catalogue/answers.ts'
import { answerShapes, answerTo } from '../../catalogue/answers.ts'
import type { DateQuestion, ListQuestion, TextQuestion } from '../../catalogue/question.ts'
import type { FieldError } from '../../web/page.ts'
import { words } from '../content/words.ts'
import { date } from './date.ts'
import { text, type Asking, type Kind, type Parsed, type Typed } from './kind.ts'
import { line } from './text.ts'

export type Item = AnswerOf<'list'>['items'][number]

/** The page that shows what is in the list so far, and asks whether there are more. */
export const listOfItems: Kind<'list'> = {
  inputs: ({ name }) => [name],
  parse: ({ name, words: own, most }, typed, { language, given }) => {
    const { errors } = own[language]
    const items = answerTo('list', given, name)?.items ?? []
    const more = text(typed, name)
    if (more === 'no') return { answer: { items, complete: true } }
    if (more !== 'yes') return { errors: [{ field: name, message: errors.blank }] }
    return items.length < most
      ? { answer: { items, complete: false } }
      : { errors: [{ field: name, message: errors.full }] }
  },
  typedFrom: () => ({}),
  view: (question, _typed, asking) => {
    const items = answerTo('list', asking.given, question.name)?.items ?? []
    return {
      another: question.words[asking.language].another,
      items: items.map((item, index) => ({
        label: question.words[asking.language].each(index + 1),
        text: itemInWords(question, item, asking),
      })),
      yesNo: words[asking.language].yesNo,
    }
  },
  show: (question, answer, asking) => answer.items.map((item) => itemInWords(question, item, asking)),
  stands: (question, { items }) => items.every((item) => fits(question, item)),
}

/** Each part's answer, or everything that is wrong with any of them. */
export function parseItem(question: ListQuestion, typed: Typed, asking: Asking): Parsed<Item> {
  const parsed = question.parts.map((part) => [part.name, parsePart(part, typed, asking)] as const)
  const errors = parsed.flatMap(([, result]) => ('errors' in result ? result.errors : []))
  if (errors.length > 0) return { errors }
  const answers = parsed.flatMap(([name, result]) => ('answer' in result ? [[name, result.answer] as const] : []))
  return { answer: Object.fromEntries(answers.filter(([, answer]) => answer !== undefined)) }
}

/** `Iris Hassan, 3 May 2019`. */
export function itemInWords(question: ListQuestion, item: Item, { language }: Pick<Asking, 'language'>): string {
  const shown = question.parts
    .map((part) => ({ part, answer: item[part.name] }))
    .filter(({ answer }) => answer !== undefined)
  const texts = shown.filter(({ part }) => part.kind === 'text').map(({ answer }) => String(answer))
  const dates = shown.flatMap(({ part, answer }) =>
    part.kind === 'date' ? date.show(part, String(answer), { language }) : [],
  )
  return [texts.join(' '), ...dates].join(', ')
}

// The kinds of parts answer at once: neither looks anything up.
type Part = TextQuestion | DateQuestion

const parsePart = (part: Part, typed: Typed, asking: Asking) =>
  (part.kind === 'text' ? line.parse(part, typed, asking) : date.parse(part, typed, asking)) as
    { answer: string | undefined } | { errors: FieldError[] }

const fits = (question: ListQuestion, item: Answers) =>
  question.parts.every((part) =>
    item[part.name] === undefined ? part.optional : answerShapes[part.kind].safeParse(item[part.name]).success,
  )
