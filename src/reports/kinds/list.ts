import type { AnswerOf } from '../../catalogue/answers.ts'
import { answerTo, isNotKnown } from '../../catalogue/answers.ts'
import type { ListQuestion } from '../../catalogue/question.ts'
import { sayingWhat } from '../../catalogue/told-fields.ts'
import { words } from '../content/words.ts'
import { text, type Asking, type Kind, type Parsed, type Typed } from './kind.ts'
import { parsePart, partStands, showPart } from './parts.ts'

export type Item = AnswerOf<'list'>['items'][number]

/** The page that shows what is in the list so far, and asks whether there are more, unless there cannot be. */
export const listOfItems: Kind<'list'> = {
  inputs: ({ name }) => [name],
  parse: ({ name, words: own, most }, typed, { language, given }) => {
    const items = answerTo('list', given, name)?.items ?? []
    const more = text(typed, name)
    if (more === 'no' || items.length >= most) return { answer: { items, complete: true } }
    if (more === 'yes') return { answer: { items, complete: false } }
    return { errors: [{ field: name, message: own[language].errors.blank }] }
  },
  typedFrom: () => ({}),
  view: (question, _typed, asking) => {
    const { another, each, errors } = question.words[asking.language]
    const items = answerTo('list', asking.given, question.name)?.items ?? []
    return {
      another,
      full: items.length >= question.most && errors.full,
      items: items.map((item, index) => ({ label: each(index + 1), text: itemInWords(question, item, asking) })),
      yesNo: words[asking.language].yesNo,
    }
  },
  show: (question, answer, asking) => answer.items.map((item) => itemInWords(question, item, asking)),
  stands: ({ parts, most }, { items }, given, known) =>
    items.length <= most &&
    items.every((item) => parts.every((part) => partStands(part, item[part.name], given, known))),
}

/** Each part's answer, or everything that is wrong with any of them. */
export function parseItem(question: ListQuestion, typed: Typed, asking: Asking): Parsed<Item> {
  const parsed = question.parts.map((part) => [part.name, parsePart(part, typed, asking)] as const)
  const errors = parsed.flatMap(([, result]) => ('errors' in result ? result.errors : []))
  if (errors.length > 0) return { errors }
  const answers = parsed.flatMap(([name, result]) => ('answer' in result ? [[name, result.answer] as const] : []))
  return { answer: Object.fromEntries(answers.filter(([, answer]) => answer !== undefined)) }
}

/** Part by part what is known of it: `Iris Hassan, 3 May 2019`. */
export function itemInWords(question: ListQuestion, item: Item, asking: Pick<Asking, 'language'>): string {
  const shown = question.parts.filter((part) => item[part.name] !== undefined && !isNotKnown(item[part.name]))
  const lines = shown.flatMap((part) => sayingWhat(part, showPart(part, item[part.name], asking), asking.language))
  return lines.join(', ') || words[asking.language].notKnown
}
